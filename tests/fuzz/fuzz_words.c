/* Any bytes as the words of plans. */
#include "as_file.h"

#include "import/lexicon.h"

FUZZ_READER(".yaml", struct lexicon, lexicon_read(path, &error), lexicon_free)
