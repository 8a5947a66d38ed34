/* The writer for YAML: libyaml's emitter, with every scalar in a form that reads back as itself. */
#include <string.h>
#include <yaml.h>

#include "base/date.h"
#include "document/scalar.h"
#include "document/write.h"

#define INDENT    2
#define UNLIMITED (-1) /* line width: texts aren't folded */

struct yaml_sink {
    struct sink sink;
    yaml_emitter_t emitter;
};

static int append_bytes(void *out, unsigned char *bytes, size_t length)
{
    text_append_bytes(out, bytes, length);
    return 1;
}

/* Several lines that stand as a block: no line begins or ends in blanks, one newline at the end. */
static bool is_block(const char *text)
{
    size_t length = strlen(text);
    if (!strchr(text, '\n') || strchr(text, '\r') || strchr(text, '\t') || text[0] == ' ' ||
        text[0] == '\n')
        return false;
    return !strstr(text, " \n") && text[length - 1] != ' ' &&
           !(length > 1 && text[length - 1] == '\n' && text[length - 2] == '\n');
}

static yaml_scalar_style_t choose_style(enum scalar_kind kind, const char *text)
{
    int date;
    if (kind == SCALAR_INT || kind == SCALAR_BOOL)
        return YAML_PLAIN_SCALAR_STYLE;
    if (kind == SCALAR_BARE && (scalar_is_number(text) || date_parse(text, &date)))
        return YAML_PLAIN_SCALAR_STYLE;
    if (is_block(text))
        return YAML_LITERAL_SCALAR_STYLE;
    if (strpbrk(text, "\n\r\t") || !scalar_reads_as_text(text))
        return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    return YAML_PLAIN_SCALAR_STYLE; /* the emitter quotes where plain isn't possible */
}

static bool emit_scalar(yaml_emitter_t *emitter, const char *text, yaml_scalar_style_t style)
{
    yaml_event_t event;
    return yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)text,
                                        (int)strlen(text), 1, 1, style) &&
           yaml_emitter_emit(emitter, &event);
}

static bool emit_key(yaml_emitter_t *emitter, const char *key)
{
    return !key || emit_scalar(emitter, key, YAML_PLAIN_SCALAR_STYLE);
}

static bool yaml_begin(struct sink *sink, const char *key, bool is_list, bool is_flow)
{
    yaml_emitter_t *emitter = &((struct yaml_sink *)sink)->emitter;
    yaml_event_t event;
    if (!emit_key(emitter, key))
        return false;
    if (is_list)
        return yaml_sequence_start_event_initialize(&event, NULL, NULL, 1,
                                                    is_flow ? YAML_FLOW_SEQUENCE_STYLE
                                                            : YAML_BLOCK_SEQUENCE_STYLE) &&
               yaml_emitter_emit(emitter, &event);
    return yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
                                               is_flow ? YAML_FLOW_MAPPING_STYLE
                                                       : YAML_BLOCK_MAPPING_STYLE) &&
           yaml_emitter_emit(emitter, &event);
}

static bool yaml_end(struct sink *sink, bool is_list)
{
    yaml_emitter_t *emitter = &((struct yaml_sink *)sink)->emitter;
    yaml_event_t event;
    return (is_list ? yaml_sequence_end_event_initialize(&event)
                    : yaml_mapping_end_event_initialize(&event)) &&
           yaml_emitter_emit(emitter, &event);
}

static bool yaml_scalar(struct sink *sink, const char *key, enum scalar_kind kind, const char *text)
{
    yaml_emitter_t *emitter = &((struct yaml_sink *)sink)->emitter;
    return emit_key(emitter, key) && emit_scalar(emitter, text, choose_style(kind, text));
}

static bool write_document(struct yaml_sink *sink, const struct written *written)
{
    yaml_event_t event;
    yaml_emitter_t *emitter = &sink->emitter;
    return yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING) &&
           yaml_emitter_emit(emitter, &event) &&
           yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1) &&
           yaml_emitter_emit(emitter, &event) && write_walk(&sink->sink, written) &&
           yaml_document_end_event_initialize(&event, 1) && yaml_emitter_emit(emitter, &event) &&
           yaml_stream_end_event_initialize(&event) && yaml_emitter_emit(emitter, &event);
}

bool write_yaml(const struct written *written, struct text *out, struct error *error)
{
    struct yaml_sink sink = {.sink = {yaml_begin, yaml_end, yaml_scalar}};
    bool done = false;
    if (yaml_emitter_initialize(&sink.emitter)) {
        yaml_emitter_set_output(&sink.emitter, append_bytes, out);
        yaml_emitter_set_indent(&sink.emitter, INDENT);
        yaml_emitter_set_width(&sink.emitter, UNLIMITED);
        yaml_emitter_set_unicode(&sink.emitter, 1);
        done = write_document(&sink, written);
        yaml_emitter_delete(&sink.emitter);
    }
    if (!done)
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "cannot write YAML: out of memory");
    return done;
}
