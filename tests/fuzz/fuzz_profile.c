/* Any bytes as a profile. */
#include "as_file.h"

#include "files/profile_file.h"

FUZZ_READER(".yaml", struct profile, profile_read(path, &error), profile_free)
