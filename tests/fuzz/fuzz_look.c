/* Any bytes as the look of pages. */
#include "as_file.h"

#include "files/style_file.h"

FUZZ_READER(".yaml", struct page_style, page_style_read(path, &error), page_style_free)
