#include "app/new_file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/data_path.h"
#include "base/file.h"
#include "base/text.h"

#define MOST_STARTER_BYTES ((size_t)64 * 1024)
#define RULE_PLACEHOLDER   "my-rule"

static bool is_free(const char *out, const char *what_else, struct error *error)
{
    if (strcmp(out, "-") == 0 || access(out, F_OK) != 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, out, 0, 0, "there is such a file already; %s, or remove it",
              what_else);
    return false;
}

static void append_named(struct text *out, const char *starter, const char *placeholder,
                         const char *name)
{
    const char *found;
    while (placeholder && (found = strstr(starter, placeholder))) {
        text_append_bytes(out, starter, (size_t)(found - starter));
        text_append(out, name);
        starter = found + strlen(placeholder);
    }
    text_append(out, starter);
}

bool new_file_write(const char *data, const char *placeholder, const char *name, const char *out,
                    struct error *error)
{
    if (!is_free(out, "name another with -o", error))
        return false;
    char *path = data_path(data, error);
    struct text starter = TEXT_INIT, named = TEXT_INIT;
    bool done = file_read((struct file_role){"the starter", false}, path, MOST_STARTER_BYTES,
                          &starter, error);
    if (done)
        append_named(&named, text_string(&starter), placeholder, name);
    done = done && file_write(out, text_string(&named), named.length, error);
    text_release(&starter);
    text_release(&named);
    free(path);
    return done;
}

static bool is_rule_name(const char *name, struct error *error)
{
    if (*name && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0')
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "'%s' is no name for a rule; take lower-case letters, digits and hyphens", name);
    return false;
}

bool new_file_write_rule(const char *name, struct error *error)
{
    static const char other[] = "give the rule another name";
    if (!is_rule_name(name, error))
        return false;
    struct text rule = TEXT_INIT, cases = TEXT_INIT;
    text_printf(&rule, "%s.lua", name);
    text_printf(&cases, "%s.cases.lua", name);
    bool done = is_free(text_string(&rule), other, error) &&
                is_free(text_string(&cases), other, error) &&
                new_file_write("templates/rule/rule.lua", RULE_PLACEHOLDER, name,
                               text_string(&rule), error);
    if (done && !new_file_write("templates/rule/cases.lua", RULE_PLACEHOLDER, name,
                                text_string(&cases), error)) {
        unlink(text_string(&rule));
        done = false;
    }
    text_release(&rule);
    text_release(&cases);
    return done;
}
