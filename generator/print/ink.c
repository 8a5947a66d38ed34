#include "print/ink.h"

#include <math.h>
#include <stddef.h>

/* The grey of an ink's relative luminance (IEC 61966-2-1, Rec. ITU-R BT.709). */
static struct ink to_grey(struct ink ink)
{
    const unsigned char channels[] = {ink.red, ink.green, ink.blue};
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (size_t i = 0; i < sizeof channels; i++) {
        double value = channels[i] / 255.0;
        luminance +=
            weights[i] * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));
    }
    double grey =
        luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * pow(luminance, 1 / 2.4) - 0.055;
    unsigned char level = (unsigned char)lround(grey * 255);
    return INK(level, level, level);
}

static bool is_white(struct ink ink)
{
    return ink.red == 255 && ink.green == 255 && ink.blue == 255;
}

struct ink ink_drawn(struct ink_mode mode, struct ink ink)
{
    if (mode.is_saver && is_white(ink))
        return INK_BLACK;
    return mode.is_mono ? to_grey(ink) : ink;
}

enum ink_area ink_area(struct ink_mode mode, struct ink ink, struct ink *filled)
{
    enum { TINT = 220 };
    *filled = mode.is_mono ? to_grey(ink) : ink;
    if (!mode.is_saver || is_white(ink))
        return INK_FILLED;
    return to_grey(ink).red < TINT ? INK_OUTLINED : INK_LEFT_OUT;
}
