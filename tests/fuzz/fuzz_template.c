/* Any bytes as a template of plans, beside the real sessions and what templates share. */
#include "as_file.h"

#include "files/template_file.h"

static const struct session_library *library(void)
{
    static struct session_library *sessions;
    struct error error;
    error_init(&error);
    if (!sessions)
        sessions = session_library_read("templates/sessions", &error);
    expect(sessions != NULL);
    return sessions;
}

/* Templates take what they share from a file beside their folder, which is the real one. */
static const char *beside_common(const char *path)
{
    static const char folder[] = "/dev/shm/fuzz-templates", moved[] = "/dev/shm/fuzz-templates/t/x";
    static char *common;
    if (!common) {
        common = realpath("templates/common.yaml", NULL);
        mkdir(folder, 0700);
        mkdir("/dev/shm/fuzz-templates/t", 0700);
        (void)!symlink(common, "/dev/shm/fuzz-templates/common.yaml");
    }
    expect(rename(path, moved) == 0);
    return moved;
}

FUZZ_READER(".yaml", struct training_template,
            training_template_read(beside_common(path), library(), &error), training_template_free)
