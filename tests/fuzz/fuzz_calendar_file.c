/* Any bytes as somebody else's plan: read, and what comes of it a plan like any other. */
#include "foreign.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    return read_imported(bytes, length, FOREIGN_CALENDAR);
}
