/* GPX files: expat's events to the points of the longest track. The only user of expat. */
#include "course/gpx_file.h"

#include <expat.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/quantity.h"
#include "base/text.h"
#include "course/gpx_number.h"
#include "course/gpx_tracks.h"
#include "model/profile.h"

#define MOST_BYTES          ((size_t)64 * 1024 * 1024)
#define MOST_TOKEN_BYTES    1048576L /* of a tag or a comment, which expat reads as a whole */
#define MOST_POINTS         2000000  /* of the file */
#define MOST_DEPTH          100
#define MOST_CONTENT        200 /* bytes of a name or an elevation */
#define MOST_MISTAKES       10  /* more are not worth reading */
#define BAD_PERCENT         10  /* of the points: more, and the file is refused */
#define SHORTEST_M          100
#define WIDE_GAP_M          200 /* between segments */
#define COORDINATE_PLACES   7
#define ELEVATION_PLACES    3
#define DEGREE              10000000
#define LOWEST_ELEVATION_MM (-500 * 1000)
#define TOP_ELEVATION_MM    (9000 * 1000)
#define SPACE_SEPARATOR     ' ' /* between namespace and name, as expat gives them */
#define WHITE               " \t\r\n"

/* Where in the file the reader is; only elements that lead on to points are entered. */
enum element_place {
    IN_NOTHING,
    IN_FILE,
    IN_WAYPOINT,
    IN_TRACK,
    IN_ROUTE,
    IN_SEGMENT,
    IN_POINT,
    IN_NAME, /* from here on the content counts */
    IN_ELEVATION,
    IN_TYPE,
    IN_TIME,
};

static const struct {
    enum element_place parent;
    const char *name;
    enum element_place place;
} elements[] = {
    {IN_NOTHING, "gpx", IN_FILE},     {IN_FILE, "wpt", IN_WAYPOINT},
    {IN_FILE, "trk", IN_TRACK},       {IN_FILE, "rte", IN_ROUTE},
    {IN_TRACK, "name", IN_NAME},      {IN_ROUTE, "name", IN_NAME},
    {IN_TRACK, "trkseg", IN_SEGMENT}, {IN_SEGMENT, "trkpt", IN_POINT},
    {IN_ROUTE, "rtept", IN_POINT},    {IN_POINT, "ele", IN_ELEVATION},
    {IN_TRACK, "type", IN_TYPE},      {IN_POINT, "time", IN_TIME},
};
#define ELEMENT_COUNT (sizeof elements / sizeof *elements)
#define DEEPEST_PLACE 5 /* a point's elevation in a track */

struct reader {
    XML_Parser parser;
    const char *file;
    struct error *error;
    size_t mistakes;
    bool is_stopped;

    struct text space; /* the root's namespace, which is that of all elements that count */
    enum element_place places[DEEPEST_PLACE];
    size_t depth, skipped; /* entered elements, and those inside one that doesn't count */

    struct text content; /* of the name or the elevation */
    bool is_cut;         /* there was more of it */
    struct track_point point;
    char time[RECORDING_TEXT_SIZE]; /* of the point */
    bool is_good_point, starts_segment;
    bool is_recording;       /* and no course */
    struct error bad_points; /* the first mistakes of points, which may be left out */
    size_t bad_point_count, bad_elevation_count;
    int lines_skipped; /* before the file begins */
    bool has_begun;
    long fed; /* bytes */
    struct gpx_tracks tracks;
    size_t waypoint_count, point_count;
};

/* --- messages --------------------------------------------------------------------------------- */

/* Expat 2.9 tells places in 64 bits and deprecates what it had before. */
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9)
#define LINE_OF   XML_GetCurrentLineNumber64
#define COLUMN_OF XML_GetCurrentColumnNumber64
#else
#define LINE_OF   XML_GetCurrentLineNumber
#define COLUMN_OF XML_GetCurrentColumnNumber
#endif

static int line_here(const struct reader *reader)
{
    return (int)LINE_OF(reader->parser) + reader->lines_skipped;
}

static int column_here(const struct reader *reader)
{
    return (int)COLUMN_OF(reader->parser) + 1;
}

static void stop_parser(struct reader *reader)
{
    reader->is_stopped = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

/* Adds a mistake at the place that is being read. */
#define fail(reader, ...)                                                                          \
    (error_add((reader)->error, STATUS_BAD_INPUT, (reader)->file, line_here(reader),               \
               column_here(reader), __VA_ARGS__),                                                  \
     count_mistake(reader))

/* Notes a mistake of a point, without which the others may be right. */
#define note_bad(reader, ...)                                                                      \
    ((reader)->bad_points.count < MOST_MISTAKES                                                    \
         ? error_add(&(reader)->bad_points, STATUS_BAD_INPUT, (reader)->file, line_here(reader),   \
                     column_here(reader), __VA_ARGS__)                                             \
         : (void)0)

static void count_mistake(struct reader *reader)
{
    if (++reader->mistakes == MOST_MISTAKES)
        stop_parser(reader);
}

/* --- tracks ----------------------------------------------------------------------------------- */

static void begin_track(struct reader *reader, bool is_track)
{
    reader->tracks.current.is_track = is_track;
    reader->starts_segment = false;
}

/* The name in one line, without the white space around it and without control characters. */
static void end_name(struct reader *reader)
{
    struct text name = TEXT_INIT;
    const char *at = text_string(&reader->content);
    bool is_apart = false;
    for (const char *from = at; *from; from = at) {
        uint32_t code_point = utf8_next(&at);
        bool is_white = strchr(WHITE, *from) != NULL;
        is_apart = is_apart || is_white;
        if (is_white || !utf8_is_plain(code_point))
            continue;
        text_append(&name, is_apart && name.length ? " " : "");
        text_append_bytes(&name, from, (size_t)(at - from));
        is_apart = false;
    }
    free(reader->tracks.current.track.name);
    reader->tracks.current.track.name = name.data;
}

/* --- points ----------------------------------------------------------------------------------- */

static int read_coordinate(struct reader *reader, const XML_Char **attributes, const char *name,
                           int most_degrees)
{
    char shown[TEXT_EXCERPT_SIZE];
    const char *text = NULL;
    int value = 0;
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(attributes[i], name) == 0)
            text = attributes[i + 1];
    if (!text)
        note_bad(reader, "this point has no %s; add it, or remove the point", name);
    else if (!gpx_decimal(text, COORDINATE_PLACES, &value))
        note_bad(reader, "%s=\"%s\" should be a number of degrees like 52.1234567", name,
                 text_excerpt(text, shown));
    else if (value < -most_degrees * DEGREE || value > most_degrees * DEGREE)
        note_bad(reader, "%s=\"%s\" is out of range; it may be -%d to %d degrees", name,
                 text_excerpt(text, shown), most_degrees, most_degrees);
    else
        return value;
    reader->is_good_point = false;
    return 0;
}

static void begin_point(struct reader *reader, const XML_Char **attributes)
{
    if (++reader->point_count > MOST_POINTS) {
        fail(reader, "the file has more than %d points; a course needs one every few metres",
             MOST_POINTS);
        stop_parser(reader);
        return;
    }
    reader->is_good_point = true;
    reader->time[0] = '\0';
    reader->point = (struct track_point){
        .latitude = read_coordinate(reader, attributes, "lat", 90),
        .longitude = read_coordinate(reader, attributes, "lon", 180),
        .elevation_mm = UNKNOWN,
    };
    reader->bad_point_count += !reader->is_good_point;
}

static bool has_text(const char *text)
{
    return text[strspn(text, WHITE)] != '\0';
}

static void end_elevation(struct reader *reader)
{
    const char *text = text_string(&reader->content);
    char shown[TEXT_EXCERPT_SIZE];
    int elevation_mm;
    if (!has_text(text) || strcmp(text, "NaN") == 0)
        return; /* how some programs write that they don't know */
    if (reader->is_cut || !gpx_decimal(text, ELEVATION_PLACES, &elevation_mm)) {
        reader->bad_elevation_count++;
        note_bad(reader, "<ele> \"%s\" should be a number of metres like 123.4",
                 text_excerpt(text, shown));
    } else if (elevation_mm >= LOWEST_ELEVATION_MM && elevation_mm <= TOP_ELEVATION_MM) {
        reader->point.elevation_mm = elevation_mm;
    }
}

/* A text without the white space around it; "" where it is longer than any that is meant. */
static void keep_text(const struct reader *reader, char kept[RECORDING_TEXT_SIZE])
{
    const char *text = text_string(&reader->content) + strspn(text_string(&reader->content), WHITE);
    size_t length = strlen(text);
    while (length > 0 && strchr(WHITE, text[length - 1]))
        length--;
    if (length >= RECORDING_TEXT_SIZE)
        length = 0;
    memcpy(kept, text, length);
    kept[length] = '\0';
}

static void note_time(struct reader *reader)
{
    struct recording *recording = &reader->tracks.current.recording;
    if (!*reader->time)
        return;
    if (!*recording->first_time)
        memcpy(recording->first_time, reader->time, sizeof reader->time);
    memcpy(recording->last_time, reader->time, sizeof reader->time);
}

static void end_point(struct reader *reader)
{
    struct candidate *current = &reader->tracks.current;
    const struct track_point *point = &reader->point;
    if (!reader->is_good_point)
        return;
    note_time(reader);
    if (current->track.point_count > 0) {
        struct track_point *last = &current->track.points[current->track.point_count - 1];
        if (last->latitude == point->latitude && last->longitude == point->longitude) {
            if (last->elevation_mm == UNKNOWN)
                last->elevation_mm = point->elevation_mm;
            return;
        }
        int gap_m = reader->starts_segment ? track_distance_m(last, point) : 0;
        if (gap_m > current->widest_gap_m)
            current->widest_gap_m = gap_m;
    }
    reader->starts_segment = false;
    candidate_add(current, point);
}

/* --- expat's events --------------------------------------------------------------------------- */

/* The element's name without its namespace; NULL where that isn't the file's. */
static const char *local_name(const struct reader *reader, const char *name)
{
    const char *separator = strrchr(name, SPACE_SEPARATOR);
    size_t length = separator ? (size_t)(separator - name) : 0;
    if (length != reader->space.length || memcmp(name, text_string(&reader->space), length) != 0)
        return NULL;
    return separator ? separator + 1 : name;
}

static enum element_place place_here(const struct reader *reader)
{
    return reader->depth ? reader->places[reader->depth - 1] : IN_NOTHING;
}

/* The place that an element leads to; IN_NOTHING where it doesn't count. */
static enum element_place find_place(struct reader *reader, const char *name)
{
    if (place_here(reader) == IN_NOTHING) { /* any version of GPX, or none */
        const char *separator = strrchr(name, SPACE_SEPARATOR);
        if (separator)
            text_append_bytes(&reader->space, name, (size_t)(separator - name));
    }
    const char *local = local_name(reader, name);
    for (size_t i = 0; local && i < ELEMENT_COUNT; i++)
        if (elements[i].parent == place_here(reader) && strcmp(elements[i].name, local) == 0)
            return elements[i].place;
    return IN_NOTHING;
}

static void fail_root(struct reader *reader, const char *name)
{
    const char *separator = strrchr(name, SPACE_SEPARATOR);
    char shown[TEXT_EXCERPT_SIZE];
    fail(reader, "this is a <%s> file, not GPX; export the course as GPX",
         text_excerpt(separator ? separator + 1 : name, shown));
    stop_parser(reader);
}

static void XMLCALL start_element(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct reader *reader = data;
    if (reader->is_stopped)
        return;
    enum element_place place = reader->skipped ? IN_NOTHING : find_place(reader, name);
    if (place == IN_NOTHING && reader->depth == 0) {
        fail_root(reader, name);
        return;
    }
    if (place == IN_NOTHING) {
        if (reader->depth + ++reader->skipped > MOST_DEPTH) {
            fail(reader, "elements are nested deeper than %d; export the course anew", MOST_DEPTH);
            stop_parser(reader);
        }
        return;
    }
    reader->places[reader->depth++] = place;
    text_clear(&reader->content);
    reader->is_cut = false;
    if (place == IN_WAYPOINT)
        reader->waypoint_count++;
    else if (place == IN_TRACK || place == IN_ROUTE)
        begin_track(reader, place == IN_TRACK);
    else if (place == IN_SEGMENT)
        reader->starts_segment = true;
    else if (place == IN_POINT)
        begin_point(reader, attributes);
}

static void XMLCALL end_element(void *data, const XML_Char *name)
{
    struct reader *reader = data;
    (void)name; /* expat has seen that it is the one that began */
    if (reader->is_stopped)
        return;
    if (reader->skipped) {
        reader->skipped--;
        return;
    }
    enum element_place place = place_here(reader);
    reader->depth--;
    if (place == IN_TRACK || place == IN_ROUTE)
        gpx_tracks_end_track(&reader->tracks);
    else if (place == IN_POINT)
        end_point(reader);
    else if (place == IN_NAME)
        end_name(reader);
    else if (place == IN_ELEVATION)
        end_elevation(reader);
    else if (place == IN_TYPE)
        keep_text(reader, reader->tracks.current.recording.type);
    else if (place == IN_TIME)
        keep_text(reader, reader->time);
}

static void XMLCALL add_content(void *data, const XML_Char *bytes, int length)
{
    struct reader *reader = data;
    bool wanted = place_here(reader) >= IN_NAME;
    if (!wanted || reader->skipped || reader->is_stopped || reader->is_cut)
        return;
    size_t left = MOST_CONTENT - reader->content.length, wished = (size_t)length;
    reader->is_cut = wished > left;
    while (wished > left || (wished < (size_t)length && utf8_is_continuation(bytes[wished])))
        wished--; /* between code points */
    text_append_bytes(&reader->content, bytes, wished);
}

static void XMLCALL start_doctype(void *data, const XML_Char *name, const XML_Char *system_id,
                                  const XML_Char *public_id, int has_internal_subset)
{
    struct reader *reader = data;
    (void)name, (void)system_id, (void)public_id;
    if (!has_internal_subset)
        return;
    fail(reader, "a GPX file has no DTD of its own; remove the lines from <!DOCTYPE to ]>");
    stop_parser(reader);
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool fail_xml(struct reader *reader)
{
    enum XML_Error code = XML_GetErrorCode(reader->parser);
    if (reader->is_stopped)
        return false; /* what was wrong is said */
    bool is_xml = reader->space.length > 0 || reader->depth > 0 || reader->point_count > 0;
    if (code == XML_ERROR_NO_MEMORY)
        error_add(reader->error, STATUS_SYSTEM, NULL, 0, 0, "out of memory");
    else if (code == XML_ERROR_UNKNOWN_ENCODING)
        fail(reader, "the file's encoding is not known; save it as UTF-8");
    else if (code == XML_ERROR_UNBOUND_PREFIX)
        fail(reader, "this element's prefix is declared nowhere; export the course anew, without "
                     "extensions");
    else if (code == XML_ERROR_NO_ELEMENTS && !is_xml)
        fail(reader, "the file is empty or cut off; export the course anew");
    else if (!is_xml)
        fail(reader, "this is no XML (%s), so it cannot be GPX; export the course as GPX",
             XML_ErrorString(code));
    else
        fail(reader, "%s: the file is damaged or cut off; export the course anew",
             XML_ErrorString(code));
    return false;
}

/* What has no end yet is read again from its start with each block: time that a file must not take.
 */
static bool is_token_short(struct reader *reader)
{
    long begun = (long)XML_GetCurrentByteIndex(reader->parser); /* -1: nothing has */
    if (reader->fed - (begun < 0 ? 0 : begun) <= MOST_TOKEN_BYTES)
        return true;
    fail(reader,
         "a tag or a comment of more than %ld kB: the file is damaged; export the course anew",
         MOST_TOKEN_BYTES / 1024);
    return false;
}

static bool feed_parser(void *context, const char *bytes, size_t length)
{
    struct reader *reader = context;
    while (!reader->has_begun && length > 0 && strchr(WHITE, *bytes)) { /* before "<?xml" */
        reader->lines_skipped += *bytes == '\n';
        bytes++;
        length--;
    }
    reader->has_begun = reader->has_begun || length > 0;
    if (length == 0)
        return true;
    if (XML_Parse(reader->parser, bytes, (int)length, XML_FALSE) == XML_STATUS_ERROR)
        return fail_xml(reader);
    reader->fed += (long)length;
    return is_token_short(reader);
}

static bool check_length(struct reader *reader)
{
    int length_m = reader->tracks.best.length_m;
    bool is_short = length_m < SHORTEST_M && !reader->is_recording;
    if (!is_short && length_m <= LONGEST_RACE_M)
        return true;
    error_add(reader->error, STATUS_BAD_INPUT, reader->file, 0, 0,
              "the course is %d %s long; it may be %d m to %d km: check which track the file has",
              is_short ? length_m : length_m / 1000, is_short ? "m" : "km", SHORTEST_M,
              LONGEST_RACE_M / 1000);
    return false;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* Some bad points are left out, and told of; a file of many is refused. */
static bool check_points(struct reader *reader)
{
    size_t points = reader->bad_point_count, elevations = reader->bad_elevation_count;
    const struct error *bad = &reader->bad_points;
    bool are_many = (points + elevations) * 100 > reader->point_count * BAD_PERCENT;
    for (size_t i = 0; i < bad->count; i++)
        if (are_many)
            error_add(reader->error, STATUS_BAD_INPUT, reader->file, bad->messages[i].line,
                      bad->messages[i].column, "%s", bad->messages[i].text);
    if (are_many || reader->is_recording || bad->count == 0)
        return !are_many;
    if (points)
        error_warn(reader->error, reader->file, bad->messages[0].line, bad->messages[0].column,
                   "%zu point%s without a place that can be read %s left out", points,
                   plural(points), points == 1 ? "is" : "are");
    if (elevations)
        error_warn(reader->error, reader->file, bad->messages[0].line, bad->messages[0].column,
                   "%zu elevation%s no number, and count%s as unknown", elevations,
                   elevations == 1 ? " is" : "s are", elevations == 1 ? "s" : "");
    return true;
}

static bool check_course(struct reader *reader)
{
    if (reader->mistakes > 0 || !check_points(reader))
        return false;
    if (reader->tracks.best.track.point_count >= 2)
        return check_length(reader);
    if (reader->is_recording)
        return true;
    error_add(reader->error, STATUS_BAD_INPUT, reader->file, 0, 0,
              "the file has no track and no route of two points or more%s; export the course as "
              "a track",
              reader->waypoint_count ? ", only waypoints" : "");
    return false;
}

static void warn_of_choice(const struct reader *reader)
{
    const struct candidate *best = &reader->tracks.best;
    size_t count = best->is_track ? reader->tracks.track_count : reader->tracks.route_count;
    const char *name = best->track.name;
    if (count > 1)
        error_warn(reader->error, reader->file, 0, 0,
                   "there are %zu %ss; the longest%s%s%s is the %s: to choose another, leave "
                   "only that one in the file",
                   count, best->is_track ? "track" : "route", name ? ", \"" : "", name ? name : "",
                   name ? "\"," : "", reader->is_recording ? "run" : "course");
}

static void warn_of_repairs(const struct reader *reader)
{
    const struct candidate *best = &reader->tracks.best;
    size_t points = best->repair.points, elevations = best->repair.elevations;
    if (points)
        error_warn(reader->error, reader->file, 0, 0,
                   "%zu point%s far from the points around %s left out", points,
                   points == 1 ? "" : "s", points == 1 ? "it is" : "them are");
    if (elevations)
        error_warn(reader->error, reader->file, 0, 0,
                   "%zu elevation%s too far from those around %s left out", elevations,
                   elevations == 1 ? "" : "s", elevations == 1 ? "it is" : "them are");
    if (best->repair.missing_m)
        error_warn(reader->error, reader->file, 0, 0,
                   "over %d m the track has no elevations; a straight line joins those around",
                   best->repair.missing_m);
    if (best->legs > 1)
        error_warn(reader->error, reader->file, 0, 0,
                   "%zu %ss whose ends meet are taken as one course", best->legs,
                   best->is_track ? "track" : "route");
    if (best->repair.widest_jump_m > best->widest_gap_m)
        error_warn(reader->error, reader->file, 0, 0,
                   "there is a jump of %d m within the track; the straight line counts",
                   best->repair.widest_jump_m);
    else if (best->widest_gap_m > WIDE_GAP_M)
        error_warn(reader->error, reader->file, 0, 0,
                   "there is a gap of %d m between two parts of the track; the straight line "
                   "counts",
                   best->widest_gap_m);
}

static struct track *take_track(struct reader *reader)
{
    warn_of_choice(reader);
    if (!reader->is_recording) /* which are many, and small beside a course that is relied on */
        warn_of_repairs(reader);
    struct track *track = memory_new(sizeof *track);
    *track = reader->tracks.best.track;
    reader->tracks.best.track = (struct track){0};
    return track;
}

static bool open_reader(struct reader *reader, const char *name, struct error *error)
{
    *reader = (struct reader){
        .parser = XML_ParserCreateNS(NULL, SPACE_SEPARATOR), .file = name, .error = error};
    error_init(&reader->bad_points);
    if (!reader->parser) {
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "out of memory");
        return false;
    }
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, start_element, end_element);
    XML_SetCharacterDataHandler(reader->parser, add_content);
    XML_SetStartDoctypeDeclHandler(reader->parser, start_doctype);
    return true;
}

/* What a file has that was fed whole (if it was); closes the reader. False after an error. */
static bool finish_reading(struct reader *reader, bool was_fed, struct recording *recording)
{
    if (was_fed && XML_Parse(reader->parser, "", 0, XML_TRUE) == XML_STATUS_ERROR)
        was_fed = fail_xml(reader);
    gpx_tracks_finish(&reader->tracks);
    bool is_right = was_fed && check_course(reader);
    *recording = is_right ? reader->tracks.best.recording : (struct recording){.track = NULL};
    recording->length_m = reader->tracks.best.length_m;
    if (is_right && reader->tracks.best.track.point_count >= 2)
        recording->track = take_track(reader);
    gpx_tracks_release(&reader->tracks);
    error_release(&reader->bad_points);
    text_release(&reader->space);
    text_release(&reader->content);
    XML_ParserFree(reader->parser);
    return is_right;
}

static bool read_path(const char *path, bool is_recording, struct recording *recording,
                      struct error *error)
{
    struct reader reader;
    const char *name = strcmp(path, "-") == 0 ? "(standard input)" : path;
    recording->track = NULL;
    if (!open_reader(&reader, name, error))
        return false;
    reader.is_recording = is_recording;
    bool was_fed = file_stream((struct file_role){is_recording ? "the log" : "the course", false},
                               path, MOST_BYTES, feed_parser, &reader, error);
    return finish_reading(&reader, was_fed, recording);
}

static bool read_bytes(const char *name, const char *bytes, size_t length, bool is_recording,
                       struct recording *recording, struct error *error)
{
    struct reader reader;
    recording->track = NULL;
    if (!open_reader(&reader, name, error))
        return false;
    reader.is_recording = is_recording;
    return finish_reading(&reader, feed_parser(&reader, bytes, length), recording);
}

bool gpx_read_recording(const char *path, struct recording *recording, struct error *error)
{
    return read_path(path, true, recording, error);
}

bool gpx_read_recording_bytes(const char *name, const char *bytes, size_t length,
                              struct recording *recording, struct error *error)
{
    return read_bytes(name, bytes, length, true, recording, error);
}

struct track *gpx_read(const char *path, struct error *error)
{
    struct recording recording;
    read_path(path, false, &recording, error);
    return recording.track;
}

struct track *gpx_read_bytes(const char *name, const char *bytes, size_t length,
                             struct error *error)
{
    struct recording recording;
    read_bytes(name, bytes, length, false, &recording, error);
    return recording.track;
}

void track_free(struct track *track)
{
    if (!track)
        return;
    free(track->name);
    free(track->points);
    free(track);
}
