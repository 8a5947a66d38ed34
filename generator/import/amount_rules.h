/*
 * The actions of the amount rules. Each makes one token, given as a copy of the first, of those
 * that its rule's pattern fits, or returns false: the rule doesn't hold here.
 */
#ifndef HILLPLAN_IMPORT_AMOUNT_RULES_H
#define HILLPLAN_IMPORT_AMOUNT_RULES_H

#include "import/cell_parts.h"

#define MOST_PATTERN 11

struct rule_match {
    struct cell_text *cell;
    struct cell_token *parts[MOST_PATTERN]; /* of the pattern; NULL where one is absent */
    size_t first, end;                      /* of the cell's tokens; an action may take more */
};

typedef bool rule_action(struct rule_match *match, struct cell_token *joined);

struct amount_rule {
    const char *name;
    uint64_t pattern[MOST_PATTERN]; /* classes; with MAYBE it may be absent */
    rule_action *join;
};

/* Amounts: amount_joins.c */
rule_action join_range, join_unit_range, join_amount, join_hours, join_time_range, join_both_units,
    join_climb, join_feet_mark, join_feet, join_letter, join_week, join_stroke_range,
    join_stroke_times, join_total_label, join_label, join_range_words, join_late_unit,
    join_lesser_of, join_lesser;

/* Repeats: repeat_joins.c */
rule_action join_times, join_on_off, join_times_on_off, join_run_walk, join_ratio,
    join_bare_minutes, join_bracket_count, join_bare_pace_run, join_pairs, join_repeat, join_factor,
    join_sets, join_repeat_of_number, join_hills, join_bracket, join_anything, join_ladder,
    join_count, join_repeat_words, join_bracket_factor, join_parts_factor, join_all, join_counted;

/* Paces: pace_joins.c */
rule_action join_strength_pace, join_growing_effort, join_pace, join_named_pace, join_pace_length,
    join_percent, join_race_pace, join_distance_pace, join_pace_run, join_intensities, join_offset,
    join_pace_of_name, join_pace_time, join_slower, join_pace_number;

#endif
