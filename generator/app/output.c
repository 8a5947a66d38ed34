/* Output: formats by name or ending, and writing. */
#include "app/output.h"

#include <string.h>

#include "app/commands.h"
#include "app/setup.h"
#include "base/file.h"
#include "base/files_read.h"
#include "export/part.h"

/* A file whose ending is none of a format's. */
static void fail_ending(const char *path, struct error *error)
{
    struct text endings = TEXT_INIT;
    for (size_t i = 0; i < export_format_words.count; i++) {
        const char *usual = export_format(i)->endings;
        if (*usual)
            text_printf(&endings, "%s%.*s", i ? ", " : "", (int)strcspn(usual, " "), usual);
    }
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "cannot tell the format of '%s' by its ending; use one of %s, or say it with -f",
              path, text_string(&endings));
    text_release(&endings);
}

const struct export_format *output_format(const char *name, const char *path, struct error *error)
{
    if (name) {
        int place = word_list_choose(&export_format_words, "format", name, error);
        return place < 0 ? NULL : export_format((size_t)place);
    }
    const struct export_format *format = path ? export_format_of_file(path) : NULL;
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *dot = path ? strrchr(slash ? slash : path, '.') : NULL;
    if (format)
        return format;
    if (!dot || strncmp(path, "/dev/", strlen("/dev/")) == 0)
        return export_format(0);
    fail_ending(path, error);
    return NULL;
}

/* What a format makes of a plan: a text, or the files of a folder. */
struct rendering {
    struct text text;
    struct export_folder folder;
};

static bool render(const struct export_source *source, const struct export_format *format,
                   struct rendering *rendering, struct error *error)
{
    return format->write ? format->write(source, &rendering->text, error)
                         : format->write_folder(source, &rendering->folder, error);
}

static bool render_plan(const struct plan *whole, const struct plan_output *output,
                        struct rendering *rendering, struct error *error)
{
    const struct export_format *format = output->format;
    struct plan plan;
    struct language *language = NULL;
    struct page_style *style = NULL;
    if (whole->print.style) /* which formats without pages don't read */
        files_read_note_named(whole->print.style, "the look");
    bool done = export_part(whole, format, output->from, output->weeks, &plan, error);
    done = done && (format->uses < EXPORT_USES_STYLE ||
                    (style = setup_page_style(plan.print.style, error)) != NULL);
    done = done && (format->uses < EXPORT_USES_LANGUAGE ||
                    setup_language(plan.print.language, &language, error));
    done =
        done && render(&(struct export_source){&plan, style, language, HILLPLAN_PROGRAM,
                                               plan.week_count < whole->week_count, output->time_s},
                       format, rendering, error);
    language_free(language);
    page_style_free(style);
    return done;
}

/* "runs/profile.yaml" gives "profile.pdf". */
static void default_path(const char *source, const struct export_format *format, struct text *path)
{
    const char *slash = strrchr(source, '/');
    const char *name = strcmp(source, "-") == 0 ? "plan" : slash ? slash + 1 : source;
    const char *dot = strrchr(name, '.');
    text_append_bytes(path, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
    text_append_bytes(path, format->endings, strcspn(format->endings, " "));
}

/* Where the output goes. */
static void choose_path(const struct export_format *format, const char *path, const char *source,
                        struct text *named)
{
    if (path)
        text_append(named, path);
    else if (format->is_binary)
        default_path(source, format, named);
    else
        text_append(named, "-");
}

bool output_text(const struct text *text, const char *path, struct error *error)
{
    struct text told = TEXT_INIT;
    size_t mark = strlen(UTF8_MARK); /* the format's own, that spreadsheets know UTF-8 by */
    mark = strncmp(text_string(text), UTF8_MARK, mark) == 0 ? mark : 0;
    text_append_bytes(&told, text_string(text), mark);
    text_append_told(&told, text_string(text) + mark, text->length - mark);
    bool done = file_write(path, text_string(&told), told.length, error);
    text_release(&told);
    return done;
}

static bool write_format(const struct text *bytes, const struct export_format *format,
                         const char *path, struct error *error)
{
    return format->is_binary ? file_write(path, text_string(bytes), bytes->length, error)
                             : output_text(bytes, path, error);
}

bool output_bytes(const struct text *bytes, const struct export_format *format, const char *path,
                  const char *source, struct error *error)
{
    struct text named = TEXT_INIT;
    choose_path(format, path, source, &named);
    bool done = write_format(bytes, format, named.data, error);
    text_release(&named);
    return done;
}

/* Each file of a folder is written whole; what else is in there stays. */
static bool write_folder(const struct export_folder *folder, const char *path, struct error *error)
{
    bool is_stream = strcmp(path, "-") == 0;
    if (is_stream)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "this format is a folder of files; name one with -o, as in -o workouts");
    bool done = !is_stream && file_make_folder(path, error);
    for (size_t i = 0; done && i < folder->count; i++) {
        struct text named = TEXT_INIT;
        text_printf(&named, "%s/%s", path, folder->files[i].name);
        const struct text *bytes = &folder->files[i].bytes;
        done = file_write(named.data, bytes->data, bytes->length, error);
        text_release(&named);
    }
    return done;
}

bool output_plan(const struct plan *plan, const struct plan_output *output, const char *source,
                 struct error *error)
{
    struct rendering rendering = {TEXT_INIT, EXPORT_FOLDER_INIT};
    struct text named = TEXT_INIT;
    choose_path(output->format, output->path, source, &named);
    bool done =
        render_plan(plan, output, &rendering, error) &&
        (output->format->write ? write_format(&rendering.text, output->format, named.data, error)
                               : write_folder(&rendering.folder, named.data, error));
    text_release(&rendering.text);
    export_folder_release(&rendering.folder);
    text_release(&named);
    return done;
}
