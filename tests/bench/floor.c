/*
 * The floor that hillplan's own time is measured against: the same pages, mark for mark, by bare
 * libharu. Usage: floor MARKS OUT.pdf, with the marks as bench.py packs them.
 */
#include <hpdf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FONTS      "/usr/share/fonts/truetype/open-sans/OpenSans-"
#define FONT_COUNT 2

/* In the order of OPERATORS in bench.py, which names them as PDF does. */
enum operator{
    NEW_PAGE,
    LINE_TO,
    MOVE_TO,
    RECTANGLE,
    STROKE,
    CLOSE_STROKE,
    FILL,
    CLOSE,
    CLIP,
    END_PATH,
    SAVE,
    RESTORE,
    CONCAT,
    WIDTH,
    JOIN,
    DASH,
    FILL_COLOR,
    STROKE_COLOR,
    BEGIN_TEXT,
    END_TEXT,
    FONT,
    MOVE_TEXT,
    SHOW_TEXT,
};

/* An operator with its numbers, and before its text if it has one. */
struct mark {
    uint32_t operator;
    uint32_t text_size; /* with its NUL */
    float values[6];
};

struct pages {
    HPDF_Doc pdf;
    HPDF_Page page;
    HPDF_Font fonts[FONT_COUNT];
};

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)user;
    fprintf(stderr, "libharu: error %04lX, detail %lu\n", error, detail);
    exit(1);
}

static void draw(struct pages *pages, const struct mark *mark, const char *text)
{
    static const HPDF_UINT16 dashes[] = {3};
    HPDF_Page page = pages->page;
    const float *v = mark->values;
    switch ((enum operator)mark->operator) {
    case NEW_PAGE:
        pages->page = HPDF_AddPage(pages->pdf);
        break;
    case LINE_TO:
        HPDF_Page_LineTo(page, v[0], v[1]);
        break;
    case MOVE_TO:
        HPDF_Page_MoveTo(page, v[0], v[1]);
        break;
    case RECTANGLE:
        HPDF_Page_Rectangle(page, v[0], v[1], v[2], v[3]);
        break;
    case STROKE:
        HPDF_Page_Stroke(page);
        break;
    case CLOSE_STROKE:
        HPDF_Page_ClosePathStroke(page);
        break;
    case FILL:
        HPDF_Page_Fill(page);
        break;
    case CLOSE:
        HPDF_Page_ClosePath(page);
        break;
    case CLIP:
        HPDF_Page_Clip(page);
        break;
    case END_PATH:
        HPDF_Page_EndPath(page);
        break;
    case SAVE:
        HPDF_Page_GSave(page);
        break;
    case RESTORE:
        HPDF_Page_GRestore(page);
        break;
    case CONCAT:
        HPDF_Page_Concat(page, v[0], v[1], v[2], v[3], v[4], v[5]);
        break;
    case WIDTH:
        HPDF_Page_SetLineWidth(page, v[0]);
        break;
    case JOIN:
        HPDF_Page_SetLineJoin(page, HPDF_ROUND_JOIN);
        break;
    case DASH:
        HPDF_Page_SetDash(page, dashes, v[0] > 0, 0);
        break;
    case FILL_COLOR:
        HPDF_Page_SetRGBFill(page, v[0], v[1], v[2]);
        break;
    case STROKE_COLOR:
        HPDF_Page_SetRGBStroke(page, v[0], v[1], v[2]);
        break;
    case BEGIN_TEXT:
        HPDF_Page_BeginText(page);
        break;
    case END_TEXT:
        HPDF_Page_EndText(page);
        break;
    case FONT:
        HPDF_Page_SetFontAndSize(page, pages->fonts[(int)v[0] % FONT_COUNT], v[1]);
        break;
    case MOVE_TEXT:
        HPDF_Page_MoveTextPos(page, v[0], v[1]);
        break;
    case SHOW_TEXT:
        HPDF_Page_ShowText(page, text);
        break;
    }
}

int main(int argc, char **argv)
{
    static const char *const files[FONT_COUNT] = {FONTS "Regular.ttf", FONTS "Semibold.ttf"};
    static char text[1 << 12];
    struct pages pages = {0};
    struct mark mark;
    FILE *marks = argc == 3 ? fopen(argv[1], "rb") : NULL;
    if (!marks)
        return 2;
    pages.pdf = HPDF_New(on_error, NULL);
    HPDF_UseUTFEncodings(pages.pdf);
    HPDF_SetCompressionMode(pages.pdf, HPDF_COMP_ALL);
    for (int i = 0; i < FONT_COUNT; i++) {
        const char *name = HPDF_LoadTTFontFromFile(pages.pdf, files[i], HPDF_TRUE);
        pages.fonts[i] = HPDF_GetFont(pages.pdf, name, "UTF-8");
    }
    while (fread(&mark, sizeof mark, 1, marks) == 1) {
        if (mark.text_size > sizeof text || fread(text, 1, mark.text_size, marks) != mark.text_size)
            return 2;
        draw(&pages, &mark, text);
    }
    fclose(marks);
    HPDF_SaveToFile(pages.pdf, argv[2]);
    HPDF_Free(pages.pdf);
    return 0;
}
