/* Pace report. */
#include "app/pace_report.h"

#include <jansson.h>

#include "app/report.h"
#include "course/course.h"
#include "training/pace.h"
#include "words/words.h"

#define TENTHS 10

/* The distances that a race foretells best. */
static const char *const equivalents[] = {"5k", "10k", "half", "marathon"};
#define EQUIVALENT_COUNT (sizeof equivalents / sizeof *equivalents)

/* --- training paces --------------------------------------------------------------------------- */

static void add_pace(const char *name, int pace_s, struct text *out)
{
    char pace[QUANTITY_TEXT_SIZE];
    text_printf(out, "  %-11s %s\n", name, duration_format(pace_s, pace));
}

void pace_report_race_text(const struct race_result *race, const struct words *words,
                           struct text *out)
{
    struct paces paces = paces_from_race(race->metres, race->time_s, words->units);
    int vdot = vdot_tenths_from_race(race->metres, race->time_s);
    struct race_distance distance = {race->distance, race->metres};
    char time[QUANTITY_TEXT_SIZE], by_riegel[QUANTITY_TEXT_SIZE];
    text_printf(out, "%s in %s: VDOT %d.%d\n\nTraining paces, min/%s\n",
                words_race_distance(words, &distance), duration_format(race->time_s, time),
                vdot / TENTHS, vdot % TENTHS, words_unit(words));
    text_printf(out, "  %-11s %s\n", "easy", words_pace_bare(words, paces.easy));
    add_pace("marathon", paces.marathon, out);
    add_pace("threshold", paces.threshold, out);
    add_pace("interval", paces.interval, out);
    add_pace("repetition", paces.repetition, out);
    text_append(out, "\nEquivalent times on a flat course, with the training for it\n");
    text_printf(out, "  %-11s %8s  %8s\n", "", "by VDOT", "Riegel");
    for (size_t i = 0; i < EQUIVALENT_COUNT; i++) {
        int metres = race_distance_metres(equivalents[i]);
        text_printf(
            out, "  %-11s %8s  %8s\n", equivalents[i],
            duration_format(vdot_predict_s(race->metres, race->time_s, metres), time),
            duration_format(riegel_predict_s(race->metres, race->time_s, metres), by_riegel));
    }
}

static json_t *equivalents_json(const struct race_result *race)
{
    json_t *list = json_array();
    for (size_t i = 0; i < EQUIVALENT_COUNT; i++) {
        int metres = race_distance_metres(equivalents[i]);
        json_array_append_new(
            list, json_pack("{s:s, s:i, s:i, s:i}", "distance", equivalents[i], "distance_m",
                            metres, "time_s", vdot_predict_s(race->metres, race->time_s, metres),
                            "riegel_time_s", riegel_predict_s(race->metres, race->time_s, metres)));
    }
    return list;
}

bool pace_report_race_json(const struct race_result *race, enum units units, struct text *out,
                           struct error *error)
{
    struct paces paces = paces_from_race(race->metres, race->time_s, units);
    json_t *root =
        json_pack("{s:s, s:i, s:i, s:f, s:{s:[i, i], s:i, s:i, s:i, s:i}, s:o}", "units",
                  units_name(units), "distance_m", race->metres, "time_s", race->time_s, "vdot",
                  (double)vdot_tenths_from_race(race->metres, race->time_s) / TENTHS, "paces",
                  "easy", paces.easy.fast, paces.easy.slow, "marathon", paces.marathon, "threshold",
                  paces.threshold, "interval", paces.interval, "repetition", paces.repetition,
                  "equivalent_times", equivalents_json(race));
    return report_json(root, out, error);
}

/* --- splits ----------------------------------------------------------------------------------- */

static void add_heading(const struct race_goal *goal, const struct words *words, struct text *out)
{
    char time[QUANTITY_TEXT_SIZE];
    int distance = distance_from_m(goal->metres, words->units);
    int pace = scale_round(goal->time_s, HUNDREDTHS, distance);
    text_printf(out, "%s%s%s in %s, %s on average\n", goal->name ? goal->name : "",
                goal->name ? ": " : "", words_distance(words, distance),
                duration_format(goal->time_s, time),
                words_pace(words, (struct pace_range){pace, pace}));
    text_printf(out, "  %s", goal->has_course ? "Equal effort on every grade" : "Even splits");
    if (goal->slow_start)
        text_printf(out, "; the first %d %% slower by %d %%, given back evenly",
                    PACING_SLOW_START_SHARE, PACING_SLOW_START_PERCENT);
    text_append(out, ".\n");
    if (goal->has_course)
        text_printf(out, "  Climb and descent: %s.\n", COURSE_FILTER_WORDS);
}

void pace_report_splits_text(const struct race_goal *goal, const struct splits *splits,
                             const struct words *words, struct text *out)
{
    int climb_m = 0, descent_m = 0; /* so far, so that the columns add up in feet as well */
    add_heading(goal, words, out);
    text_printf(out, "\n%7s %8s %9s", words_unit(words), "split", "elapsed");
    if (goal->has_course)
        text_printf(out, "%11s %11s",
                    arena_printf(words->arena, "climb %s", words_elevation_unit(words)),
                    arena_printf(words->arena, "descent %s", words_elevation_unit(words)));
    text_append(out, "\n");
    for (size_t i = 0; i < splits->count; i++) {
        const struct split *split = &splits->items[i];
        char distance[QUANTITY_TEXT_SIZE], seconds[QUANTITY_TEXT_SIZE], elapsed[QUANTITY_TEXT_SIZE];
        text_printf(out, "%7s %8s %9s", distance_format(split->distance, distance),
                    duration_format(split->seconds, seconds),
                    duration_format(split->elapsed_s, elapsed));
        if (goal->has_course) {
            int climb = words_elevation_in(words, climb_m + split->climb_m) -
                        words_elevation_in(words, climb_m);
            int descent = words_elevation_in(words, descent_m + split->descent_m) -
                          words_elevation_in(words, descent_m);
            text_printf(out, "%11d %11d", climb, descent);
            climb_m += split->climb_m;
            descent_m += split->descent_m;
        }
        text_append(out, "\n");
    }
}

bool pace_report_splits_json(const struct race_goal *goal, const struct splits *splits,
                             enum units units, struct text *out, struct error *error)
{
    json_t *list = json_array();
    for (size_t i = 0; i < splits->count; i++) {
        const struct split *split = &splits->items[i];
        json_t *entry =
            json_pack("{s:f, s:i, s:i}", "distance", (double)split->distance / HUNDREDTHS,
                      "split_s", split->seconds, "elapsed_s", split->elapsed_s);
        if (goal->has_course) {
            json_object_set_new(entry, "climb_m", json_integer(split->climb_m));
            json_object_set_new(entry, "descent_m", json_integer(split->descent_m));
        }
        json_array_append_new(list, entry);
    }
    json_t *root =
        json_pack("{s:s*, s:s, s:i, s:i, s:b, s:b, s:o}", "name", goal->name, "units",
                  units_name(units), "distance_m", goal->metres, "time_s", goal->time_s,
                  "slow_start", goal->slow_start, "equal_effort", goal->has_course, "splits", list);
    return report_json(root, out, error);
}
