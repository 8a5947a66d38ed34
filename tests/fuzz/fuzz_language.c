/* Any bytes as the words of a language. */
#include "as_file.h"

#include "files/language_file.h"

FUZZ_READER(".yaml", struct language, language_read(path, "xx", &error), language_free)
