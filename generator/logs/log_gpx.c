/* A GPX file as a run: when it starts, how far it goes and what it climbs. */
#include <string.h>

#include "course/course.h"
#include "course/gpx_file.h"
#include "logs/log_reading.h"
#include "logs/log_time.h"

static const struct source_place whole = {0, 0};

/* The seconds since 1970 of a time with its date; NO_TIME where it is none. */
static int64_t read_time(const struct log_reading *reading, const char *text, struct log_time *time)
{
    int date;
    if (!log_time_read(reading->hints->words, text, reading->arena, time) ||
        time->second == UNKNOWN || !date_parse(time->date, &date))
        return NO_TIME;
    return (int64_t)date * DAY_S + time->second;
}

/* Start and duration; false where the file was not recorded, or after a mistake. */
static bool read_times(struct log_reading *reading, const struct recording *recording,
                       struct log_entry *entry)
{
    struct log_time first, last;
    char date[DATE_TEXT_SIZE];
    if (!*recording->first_time) {
        log_warn(reading, whole,
                 "the track has no times, so it was drawn and not run; it isn't "
                 "counted");
        return false;
    }
    entry->time = read_time(reading, recording->first_time, &first);
    int64_t end = read_time(reading, recording->last_time, &last);
    if (entry->time == NO_TIME || end == NO_TIME) {
        log_fail(reading, whole, "<time> \"%s\" should be like 2027-01-31T17:01:18Z",
                 entry->time == NO_TIME ? recording->first_time : recording->last_time);
        return false;
    }
    if (entry->time / DAY_S > reading->hints->today + 1) {
        log_fail(reading, whole, "the run on %s is still to come; correct its times",
                 date_format((int)(entry->time / DAY_S), date));
        return false;
    }
    entry->is_utc = !first.has_offset;
    int64_t seconds = end - entry->time;
    entry->run.duration_s = seconds >= 0 && seconds <= MOST_RUN_S ? (int)seconds : UNKNOWN;
    return true;
}

/* Measures a track as courses are, if it is long enough. */
static void measure_track(const struct recording *recording, struct run *run)
{
    const struct course_official official = {UNKNOWN, UNKNOWN, UNKNOWN};
    struct course_measure measure;
    run->distance_m = larger_of(recording->length_m, 1); /* of one point: a start by mistake */
    run->climb_m = run->descent_m = UNKNOWN;
    if (!recording->track || recording->length_m < SHORTEST_RUN_M)
        return;
    struct arena *arena = arena_new();
    course_measure(recording->track, &official, arena, &measure);
    run->distance_m = measure.distance_m;
    run->climb_m = measure.climb_m;
    run->descent_m = measure.descent_m;
    arena_free(arena);
}

static void add_recording(struct log_reading *reading, const struct recording *recording)
{
    struct log_entry entry = {.source = {reading->file, 0}, .longitude = UNKNOWN};
    if (!log_kind_is_run(reading, recording->type, whole) ||
        !read_times(reading, recording, &entry))
        return;
    if (recording->track)
        entry.longitude = recording->track->points[0].longitude;
    measure_track(recording, &entry.run);
    if (entry.run.distance_m > LONGEST_RUN_M) {
        log_fail(reading, whole, "%d km is more than a run has; check what the file holds",
                 entry.run.distance_m / 1000);
        return;
    }
    log_add(reading, &entry, whole);
}

void log_gpx_read(struct log_reading *reading, const char *bytes, size_t length)
{
    struct recording recording;
    bool is_read =
        bytes ? gpx_read_recording_bytes(reading->file, bytes, length, &recording, reading->error)
              : gpx_read_recording(reading->file, &recording, reading->error);
    if (is_read)
        add_recording(reading, &recording);
    else
        reading->failed = true;
    track_free(recording.track);
}
