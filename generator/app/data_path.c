/* Where the program's own data is. */
#include "app/data_path.h"

#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "base/text.h"

/* Made by the Makefile, of PREFIX. */
#ifndef HILLPLAN_INSTALLED
#define HILLPLAN_INSTALLED "/usr/local/share/hillplan"
#endif

/* Cuts the last part off a path; false at the root. */
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

/* The program's path; NULL if nobody tells. The caller frees it. */
static char *find_program(void)
{
    char *path = realpath("/proc/self/exe", NULL);
    if (path)
        return path;
    unsigned long started = getauxval(AT_EXECFN); /* no /proc: the name that it was started by */
    return started ? realpath((const char *)started, NULL) : NULL; /* NOLINT: it is a pointer */
}

/* The folder that the program is in, without a slash; nothing if nobody tells. */
static void append_folder(struct text *folder)
{
    char *program = find_program();
    if (program && go_up(program))
        text_append(folder, program);
    free(program);
}

/* Puts FOLDER/MIDDLE/NAME into the path; whether it can be read. */
static bool is_in(const char *folder, const char *middle, const char *name, struct text *path)
{
    text_clear(path);
    text_printf(path, "%s%s/%s", folder, middle, name);
    return access(path->data, R_OK) == 0;
}

static bool find_data(const char *name, const char *named, const char *program, struct text *path)
{
    if (named)
        return is_in(named, "", name, path);
    bool found = program[0] && is_in(program, "/../share/hillplan", name, path);
    struct text above = TEXT_INIT;
    text_append(&above, program);
    while (!found && above.length && go_up(above.data))
        found = is_in(above.data, "", name, path);
    text_release(&above);
    return found || is_in(HILLPLAN_INSTALLED, "", name, path);
}

/* What was tried. `program`: its folder, which is bin/ and has share/ beside it. */
static void fail_finding(const char *name, const char *named, const char *program,
                         struct error *error)
{
    const char *slash = strrchr(program, '/');
    if (named)
        error_add(
            error, STATUS_SYSTEM, NULL, 0, 0,
            "HILLPLAN_DATA names %s, and %s isn't there; it should name the folder that holds "
            "hillplan's templates and scripts",
            named, name);
    else
        error_add(
            error, STATUS_SYSTEM, NULL, 0, 0,
            "%s is neither in %.*s/share/hillplan, nor above it, nor in %s; install hillplan, "
            "or let HILLPLAN_DATA name the folder that holds its templates and scripts",
            name, slash ? (int)(slash - program) : 0, program, HILLPLAN_INSTALLED);
}

char *data_path(const char *name, struct error *error)
{
    struct text path = TEXT_INIT;
    struct text program = TEXT_INIT;
    const char *named = getenv("HILLPLAN_DATA");
    if (named && !named[0])
        named = NULL;
    if (!named)
        append_folder(&program);
    bool found = find_data(name, named, text_string(&program), &path);
    if (!found)
        fail_finding(name, named, text_string(&program), error);
    text_release(&program);
    return path.data;
}
