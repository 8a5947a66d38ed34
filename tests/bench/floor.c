/*
 * The floor that hillplan's own time is measured against: the same words on as many pages, drawn
 * with bare libharu in three fonts. Usage: floor WORDS OUT.pdf; pages end with a form feed.
 */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FONTS   "/usr/share/fonts/truetype/open-sans/OpenSans-"
#define MARGIN  34
#define LEADING 9

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)user;
    fprintf(stderr, "libharu: error %04lX, detail %lu\n", error, detail);
    exit(1);
}

int main(int argc, char **argv)
{
    static const char *const files[] = {FONTS "Regular.ttf", FONTS "Semibold.ttf",
                                        FONTS "Bold.ttf"};
    HPDF_Font fonts[3];
    FILE *words = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (!words)
        return 2;
    HPDF_Doc pdf = HPDF_New(on_error, NULL);
    HPDF_UseUTFEncodings(pdf);
    HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
    for (int i = 0; i < 3; i++)
        fonts[i] = HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, files[i], HPDF_TRUE), "UTF-8");
    HPDF_Page page = NULL;
    float y = 0;
    char line[4096];
    while (fgets(line, sizeof line, words)) {
        const char *text = line;
        if (!page || line[0] == '\f') {
            page = HPDF_AddPage(pdf);
            y = HPDF_Page_GetHeight(page) - MARGIN;
            HPDF_Page_SetFontAndSize(page, fonts[0], LEADING - 1);
            text += line[0] == '\f';
        }
        line[strcspn(line, "\n")] = '\0';
        if (*text == '\0')
            continue;
        y = y > MARGIN ? y - LEADING : HPDF_Page_GetHeight(page) - MARGIN;
        HPDF_Page_SetFontAndSize(page, fonts[(int)y % 3], LEADING - 1);
        HPDF_Page_BeginText(page);
        HPDF_Page_TextOut(page, MARGIN, y, text);
        HPDF_Page_EndText(page);
    }
    fclose(words);
    HPDF_SaveToFile(pdf, argv[2]);
    HPDF_Free(pdf);
    return 0;
}
