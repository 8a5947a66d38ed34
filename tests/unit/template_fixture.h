/* What the tests of templates share: a session library with every key of its language, and mistakes
   as replaced texts. */
#ifndef HILLPLAN_TESTS_TEMPLATE_FIXTURE_H
#define HILLPLAN_TESTS_TEMPLATE_FIXTURE_H

#include <sys/stat.h>

#include "files_fixture.h"
#include "files/template_file.h"

#define TERRAIN                                                                                    \
    "terrain: {flat_m_per_km: 10, rolling_m_per_km: 20, load_from_m: 150, "                        \
    "load_percent_of_usual: 125, load_new_percent: 110}\n"
#define EASY                                                                                       \
    "- {id: easy-run, kind: easy, title: Easy run, effort: easy, terrain: flat, purpose: Rest.}\n"

static const char library_text[] = TERRAIN
    "small_week: \"2:30:00\"\n"
    "sessions:\n"
    "- id: hill-repeats\n"
    "  kind: uphill\n"
    "  title: Hill repeats\n"
    "  effort: hard\n"
    "  terrain: uphill\n"
    "  purpose: Strength.\n"
    "  progress: One more each time.\n"
    "  distance_km: {least: 5, most: 14.5}\n"
    "  climb_per_repeat_m: 15\n"
    "  descent_m: {from: 100, step: 30, to: 400}\n"
    "  race_descent_least: 10\n"
    "  needs_hills: true\n"
    "  steps:\n"
    "  - {kind: warm_up, duration: \"15:00\", small_week: \"8:00\", effort: easy, pace: easy}\n"
    "  - repeat: {from: 4, step: 1, to: 10}\n"
    "    steps: [{kind: run, duration: \"0:45\", effort: hard, pace: interval},\n"
    "            {kind: recovery, distance_m: 200, effort: easy}]\n"
    "- {id: core, kind: strength, title: Core, purpose: Trunk., duration: \"20:00\"}\n"
    "- id: blocks\n"
    "  kind: tempo\n"
    "  title: Blocks\n"
    "  effort: hard\n"
    "  terrain: flat\n"
    "  purpose: Work.\n"
    "  climb_m_per_minute: 8\n"
    "  dose: {week_time_percent: 10, week_distance_percent: 8, race_time_percent: 60,\n"
    "         most: \"40:00\", most_km: 10, least: \"8:00\", small_week_percent: 130,\n"
    "         from_percent: 60, step_percent: 10, stretches: [\"5:00\", \"8:00\"],\n"
    "         most_stretches: 5, single_from: \"20:00\",\n"
    "         recovery: {percent: 25, least: \"1:00\", most: \"4:00\"}}\n"
    "  steps: [{work: true, steps: [{kind: run, effort: hard, pace: threshold},\n"
    "                               {kind: recovery, effort: easy}]}]\n"
    "- id: sprints\n"
    "  kind: strides\n"
    "  title: Sprints\n"
    "  effort: easy\n"
    "  terrain: flat\n"
    "  purpose: Speed.\n"
    "  size: work\n"
    "  dose: {least: \"1:00\", from: \"1:00\", step: \"0:20\", stretches: [\"0:20\"]}\n"
    "  steps: [{work: true, steps: [{kind: run, effort: hard}]}]\n"
    "- id: long-run\n"
    "  kind: long\n"
    "  title: Long run\n"
    "  effort: easy\n"
    "  terrain: flat\n"
    "  purpose: Endurance.\n"
    "  when_hilly: hilly-long\n"
    "  finish: {from_percent: 10, step_percent: 5, to_percent: 30, least: \"15:00\", "
    "most: \"1:00:00\"}\n"
    "  steps: [{kind: run, length: rest, effort: easy},\n"
    "          {kind: run, length: finish, effort: moderate}]\n"
    "- {id: hilly-long, kind: long, title: L, effort: easy, terrain: hilly, purpose: P.}\n"
    "- {id: second-long, kind: long, size: second_long, title: L, effort: easy, "
    "terrain: flat, purpose: P.}\n";

/* A folder with the files a.yaml and b.yaml (or only one). */
static inline char *make_folder(const char *a, const char *b)
{
    char folder[] = "/tmp/hillplan-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    const char *const texts[] = {a, b};
    FOR_VALUES(int, i, 0, i < 2 && texts[i], i++) {
        snprintf(path, sizeof path, "%s/%c.yaml", folder, "ab"[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(texts[i], file);
        fclose(file);
    }
    return strdup(folder);
}

static inline void remove_folder(char *folder)
{
    char path[64];
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%c.yaml", folder, "ab"[i]);
        unlink(path);
    }
    rmdir(folder);
    free(folder);
}

static inline struct session_library *read_library(const char *a, const char *b,
                                                   struct error *error)
{
    char *folder = make_folder(a, b);
    struct session_library *library = session_library_read(folder, error);
    remove_folder(folder);
    return library;
}

static inline struct session_library *good_library(void)
{
    struct error error;
    error_init(&error);
    struct session_library *library = read_library("sessions:\n" EASY, library_text, &error);
    assert_messages(&error, "");
    assert_non_null(library);
    return library;
}

/* A mistake: one text replaced by another, and what is said of it. */
struct mistake {
    const char *from, *to, *expected;
};

static inline char *replaced(const char *whole, const struct mistake *mistake)
{
    const char *at = strstr(whole, mistake->from);
    assert_non_null(at);
    struct text text = TEXT_INIT;
    text_append_bytes(&text, whole, (size_t)(at - whole));
    text_printf(&text, "%s%s", mistake->to, at + strlen(mistake->from));
    return text.data;
}

#endif
