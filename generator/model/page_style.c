/* Looks: names and colours. */
#include "model/page_style.h"

#include <stdlib.h>
#include <string.h>

WORDS_DEFINE(pattern, PATTERNS)
WORDS_DEFINE(size, SIZES)

bool ink_parse(const char *text, struct ink *ink)
{
    enum { HEX = 16, BITS = 8, BYTE = 0xFF };
    const char *digits = "0123456789abcdefABCDEF";
    if (text[0] != '#' || strlen(text) != strlen("#DDEFFA") || text[1 + strspn(text + 1, digits)])
        return false;
    unsigned long value = strtoul(text + 1, NULL, HEX);
    *ink = (struct ink){(unsigned char)(value >> 2 * BITS & BYTE),
                        (unsigned char)(value >> BITS & BYTE), (unsigned char)(value & BYTE)};
    return true;
}

void page_style_free(struct page_style *style)
{
    if (style)
        arena_free(style->arena);
}
