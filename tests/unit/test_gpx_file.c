/* GPX files: which points they give, and what is said of their mistakes. */
#include "files_fixture.h"

#include "base/memory.h"
#include "base/quantity.h"
#include "course/gpx_file.h"
#include "course/track.h"

#define HEAD          "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Points on a meridian, 111.19 m apart, the first at 50.000 degrees. */
#define A             "<trkpt lat=\"50.000\" lon=\"7\"><ele>100</ele></trkpt>"
#define B             "<trkpt lat=\"50.001\" lon=\"7\"><ele>101.5</ele></trkpt>"
#define C             "<trkpt lat=\"50.002\" lon=\"7\"><ele>103</ele></trkpt>"
#define D             "<trkpt lat=\"50.003\" lon=\"7\"><ele>104</ele></trkpt>"
#define TRACK(points) "<trk><trkseg>" points "</trkseg></trk>"

static struct track *read_text(const char *text, struct error *error)
{
    return gpx_read_bytes("course.gpx", text, strlen(text), error);
}

/* The track of a text about which this is said. */
static struct track *read_with(const char *text, const char *warnings)
{
    struct error error;
    error_init(&error);
    struct track *track = read_text(text, &error);
    assert_messages(&error, warnings);
    assert_non_null(track);
    return track;
}

static struct track *read_good(const char *text)
{
    return read_with(text, "");
}

static void assert_mistakes(const char *text, const char *expected)
{
    struct error error;
    error_init(&error);
    assert_null(read_text(text, &error));
    assert_int_equal(error.status, STATUS_BAD_INPUT);
    assert_messages(&error, expected);
}

/* The points' latitudes are these, in thousandths of a degree beyond 50. */
static void assert_points(const char *text, const int *thousandths, size_t count)
{
    struct track *track = read_good(text);
    assert_int_equal(track->point_count, count);
    FOR_COUNT(size_t, i, count)
        assert_int_equal(track->points[i].latitude, 500000000 + thousandths[i] * 10000);
    track_free(track);
}

static void a_point_is_exact_to_a_centimetre_and_a_millimetre(void **state)
{
    (void)state;
    struct track *track =
        read_good(HEAD "<trk><name> A\n  course </name><trkseg>"
                       "<trkpt lat=\"-0.12345678\" lon=\"-0.99999994\"><ele> 12.3456 </ele>"
                       "<time>2026-01-01T00:00:00Z</time></trkpt>"
                       "<trkpt lat=\"+12e-2\" lon=\"-9.9E-1\"><ele>-4</ele></trkpt>"
                       "<trkpt lat=\".00000015\" lon=\"-000001.000000000000000000000\"/>"
                       "</trkseg></trk></gpx>");
    static const struct track_point expected[] = {
        {-1234568, -9999999, 12346}, {1200000, -9900000, -4000}, {2, -10000000, UNKNOWN}};
    assert_int_equal(track->point_count, LENGTH(expected));
    FOR_EACH(i, expected) {
        assert_int_equal(track->points[i].latitude, expected[i].latitude);
        assert_int_equal(track->points[i].longitude, expected[i].longitude);
        assert_int_equal(track->points[i].elevation_mm, expected[i].elevation_mm);
    }
    assert_string_equal(track->name, "A course");
    track_free(track);
}

static void versions_namespaces_and_their_absence_are_read_alike(void **state)
{
    (void)state;
    static const char *const heads[] = {
        HEAD,
        "<gpx version=\"1.0\" xmlns=\"http://www.topografix.com/GPX/1/0\">",
        "<gpx>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><gpx creator=\"\xe9\">",
        "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?><gpx xmlns=\"urn:other\">",
        "<!DOCTYPE gpx SYSTEM \"http://example.org/gpx.dtd\"><gpx>",
    };
    FOR_EACH(i, heads) {
        struct text text = TEXT_INIT;
        text_printf(&text, "%s%s</gpx>", heads[i], TRACK(A B C));
        assert_points(text_string(&text), (const int[]){0, 1, 2}, 3);
        text_release(&text);
    }
    assert_points("<g:gpx xmlns:g=\"http://www.topografix.com/GPX/1/1\"><g:trk><g:trkseg>"
                  "<g:trkpt lat=\"50\" lon=\"7\"/><g:trkpt lat=\"50.001\" lon=\"7\"/>"
                  "</g:trkseg></g:trk></g:gpx>",
                  (const int[]){0, 1}, 2);
}

static void extensions_and_waypoints_are_passed_over(void **state)
{
    (void)state;
    struct track *track = read_good(
        HEAD "<metadata><name>no</name></metadata><wpt lat=\"1\" lon=\"1\"><ele>9</ele></wpt>"
             "<trk><name>yes</name><extensions><trkseg>" A "</trkseg></extensions><trkseg>"
             "<trkpt lat=\"50\" lon=\"7\"><extensions><ele>1</ele><x:hr xmlns:x=\"urn:x\">99</x:hr>"
             "</extensions><ele>100</ele><x:ele xmlns:x=\"urn:x\">2</x:ele></trkpt>" B
             "</trkseg></trk></gpx>");
    assert_int_equal(track->point_count, 2);
    assert_int_equal(track->points[0].elevation_mm, 100000);
    assert_string_equal(track->name, "yes");
    track_free(track);
}

static void segments_are_joined_and_wide_gaps_are_stated(void **state)
{
    (void)state;
    assert_points(HEAD "<trk><trkseg>" A B "</trkseg><trkseg/><trkseg>" C "</trkseg></trk></gpx>",
                  (const int[]){0, 1, 2}, 3);
    track_free(read_with(HEAD "<trk><trkseg>" A "</trkseg><trkseg>" D "</trkseg></trk></gpx>",
                         "0:0: warning: there is a gap of 334 m between two parts of the track; "
                         "the straight line counts\n"));
}

static void the_longest_track_is_the_course(void **state)
{
    (void)state;
    struct track *track = read_with(
        HEAD "<rte>"
             "<rtept lat=\"0\" lon=\"0\"/><rtept lat=\"1\" lon=\"0\"/></rte>" TRACK(
                 A B) "<trk><name>Full \xc3\xa9</name><trkseg>" A B C D
                      "</trkseg></trk>" TRACK(B C D) "</gpx>",
        "0:0: warning: there are 3 tracks; the longest, \"Full \xc3\xa9\", is the course: to "
        "choose another, leave only that one in the file\n");
    assert_int_equal(track->point_count, 4);
    assert_string_equal(track->name, "Full \xc3\xa9");
    track_free(track);
}

static void a_route_serves_where_there_is_no_track(void **state)
{
    (void)state;
    assert_points(HEAD "<rte><name>R</name><rtept lat=\"50\" lon=\"7\"><ele>3</ele></rtept>"
                       "<rtept lat=\"50.002\" lon=\"7\"/></rte>" TRACK(A) "</gpx>",
                  (const int[]){0, 2}, 2);
    track_free(read_with(HEAD "<rte><rtept lat=\"50\" lon=\"7\"/><rtept lat=\"50.002\" lon=\"7\"/>"
                              "</rte><rte><rtept lat=\"50\" lon=\"7\"/>"
                              "<rtept lat=\"50.001\" lon=\"7\"/></rte></gpx>",
                         "0:0: warning: there are 2 routes; the longest is the course: to choose "
                         "another, leave only that one in the file\n"));
}

static void repeated_points_are_left_out_and_lend_their_elevation(void **state)
{
    (void)state;
    struct track *track = read_good(HEAD TRACK("<trkpt lat=\"50\" lon=\"7\"/>" A A B B) "</gpx>");
    assert_int_equal(track->point_count, 2);
    assert_int_equal(track->points[0].elevation_mm, 100000);
    track_free(track);
}

static void elevations_may_be_missing_empty_or_impossible(void **state)
{
    (void)state;
    static const char *const elevations[] = {
        "", "<ele/>", "<ele> </ele>", "<ele>NaN</ele>", "<ele>-32768</ele>", "<ele>9999</ele>"};
    FOR_EACH(i, elevations) {
        struct text text = TEXT_INIT;
        text_printf(&text, "%s<trk><trkseg>%s<trkpt lat=\"50.001\" lon=\"7\">%s</trkpt>%s", HEAD, A,
                    elevations[i], C "</trkseg></trk></gpx>");
        struct track *track = read_good(text_string(&text));
        assert_int_equal(track->point_count, 3);
        assert_int_equal(track->points[0].elevation_mm, 100000);
        assert_int_equal(track->points[1].elevation_mm, UNKNOWN);
        track_free(track);
        text_release(&text);
    }
}

static void single_spikes_are_left_out_but_turning_points_stay(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    text_append(&text, HEAD "<trk><trkseg>");
    for (int i = 0; i < 40; i++)
        text_printf(&text, "<trkpt lat=\"%s50.0%03d\" lon=\"7\"><ele>%d</ele></trkpt>",
                    i == 12 ? "-" : "", i, i == 30 ? 0 : 200 + i);
    text_append(&text, "</trkseg></trk></gpx>");
    struct track *track = read_with(
        text_string(&text), "0:0: warning: 1 point far from the points around it is left out\n"
                            "0:0: warning: 1 elevation too far from those around it is left out\n");
    assert_int_equal(track->point_count, 39);
    assert_int_equal(track->points[29].elevation_mm, UNKNOWN);
    assert_int_equal((int)track_length(track), 433); /* 39 steps of 11.119 m */
    track_free(track);
    text_release(&text);
    /* out and back, once and twice */
    assert_points(HEAD TRACK(A C A) "</gpx>", (const int[]){0, 2, 0}, 3);
    assert_points(HEAD TRACK(A C A C A) "</gpx>", (const int[]){0, 2, 0, 2, 0}, 5);
}

/* Such a file would be read over and over again. */
static void a_comment_without_end_is_refused(void **state)
{
    (void)state;
    char *text = memory_new((size_t)2 * 1024 * 1024);
    strcpy(text, HEAD "<!--");
    memset(text + strlen(text), 'x', (size_t)2 * 1024 * 1024 - 1 - strlen(text));
    assert_mistakes(text,
                    "2:1: error: a tag or a comment of more than 1024 kB: the file is damaged; "
                    "export the course anew\n");
    free(text);
}

static void mistakes_have_their_place_and_say_what_to_do(void **state)
{
    (void)state;
    assert_mistakes("", "1:1: error: the file is empty or cut off; export the course anew\n");
    assert_mistakes("PK\x03\x04", "1:3: error: this is no XML (not well-formed (invalid token)), "
                                  "so it cannot be GPX; export the course as GPX\n");
    assert_mistakes("<kml xmlns=\"http://www.opengis.net/kml/2.2\"></kml>",
                    "1:1: error: this is a <kml> file, not GPX; export the course as GPX\n");
    assert_mistakes(HEAD "<trk><trkseg>" A "</trk></gpx>",
                    "2:66: error: mismatched tag: the file is damaged or cut off; export the "
                    "course anew\n");
    assert_mistakes(HEAD "<trk><trkseg>" A,
                    "2:64: error: no element found: the file is damaged or cut off; export the "
                    "course anew\n");
    assert_mistakes("<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx/>",
                    "1:15: error: a GPX file has no DTD of its own; remove the lines from "
                    "<!DOCTYPE to ]>\n");
    assert_mistakes(
        HEAD TRACK("\n<trkpt lon=\"7\"/>\n<trkpt lat=\"52,5\" lon=\"7\"/>\n<trkpt lat=\"91\" "
                   "lon=\"181\"/>\n<trkpt lat=\"1e999\" lon=\"\"/>\n" A B
                   "\n<trkpt lat=\"50\" lon=\"7\"><ele>12 m</ele></trkpt>") "</gpx>",
        "3:1: error: this point has no lat; add it, or remove the point\n"
        "5:1: error: lat=\"91\" is out of range; it may be -90 to 90 degrees\n"
        "5:1: error: lon=\"181\" is out of range; it may be -180 to 180 degrees\n"
        "6:1: error: lat=\"1e999\" should be a number of degrees like 52.1234567\n"
        "6:1: error: lon=\"\" should be a number of degrees like 52.1234567\n"
        "8:34: error: <ele> \"12 m\" should be a number of metres like 123.4\n");
}

static void files_without_a_course_say_what_they_are(void **state)
{
    (void)state;
    assert_mistakes(HEAD "</gpx>", "0:0: error: the file has no track and no route of two points "
                                   "or more; export the course as a track\n");
    assert_mistakes(HEAD "<wpt lat=\"1\" lon=\"1\"/>" TRACK(A A) "</gpx>",
                    "0:0: error: the file has no track and no route of two points or more, only "
                    "waypoints; export the course as a track\n");
    assert_mistakes(
        HEAD TRACK("<trkpt lat=\"50\" lon=\"7\"/><trkpt lat=\"50.0002\" lon=\"7\"/>") "</gpx>",
        "0:0: error: the course is 22 m long; it may be 100 m to 400 km: check which "
        "track the file has\n");
    assert_mistakes(
        HEAD TRACK("<trkpt lat=\"50\" lon=\"7\"/><trkpt lat=\"-50\" lon=\"7\"/>") "</gpx>",
        "0:0: error: the course is 11119 km long; it may be 100 m to 400 km: check which "
        "track the file has\n");
}

static void mistakes_and_nesting_are_bounded(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    struct error error;
    text_append(&text, HEAD "<trk><trkseg>");
    for (int i = 0; i < 50; i++)
        text_append(&text, "<trkpt/>");
    text_append(&text, "</trkseg></trk></gpx>");
    error_init(&error);
    assert_null(read_text(text_string(&text), &error));
    assert_int_equal(error.count, 10);
    error_release(&error);
    text_clear(&text);
    text_append(&text, HEAD);
    for (int i = 0; i < 200; i++)
        text_append(&text, "<x>");
    assert_mistakes(text_string(&text), "2:298: error: elements are nested deeper than 100; export "
                                        "the course anew\n");
    text_release(&text);
}

static void a_file_that_cannot_be_read_is_no_bad_input(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    assert_null(gpx_read("/nonexistent/course.gpx", &error));
    assert_int_equal(error.status, STATUS_SYSTEM);
    error_release(&error);
    char *path = fixture_file(HEAD TRACK(A B) "</gpx>", strlen(HEAD TRACK(A B) "</gpx>"));
    struct track *track = gpx_read(path, &error);
    assert_non_null(track);
    track_free(track);
    unlink(path);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_is_exact_to_a_centimetre_and_a_millimetre),
        cmocka_unit_test(versions_namespaces_and_their_absence_are_read_alike),
        cmocka_unit_test(extensions_and_waypoints_are_passed_over),
        cmocka_unit_test(segments_are_joined_and_wide_gaps_are_stated),
        cmocka_unit_test(the_longest_track_is_the_course),
        cmocka_unit_test(a_route_serves_where_there_is_no_track),
        cmocka_unit_test(repeated_points_are_left_out_and_lend_their_elevation),
        cmocka_unit_test(elevations_may_be_missing_empty_or_impossible),
        cmocka_unit_test(single_spikes_are_left_out_but_turning_points_stay),
        cmocka_unit_test(mistakes_have_their_place_and_say_what_to_do),
        cmocka_unit_test(a_comment_without_end_is_refused),
        cmocka_unit_test(files_without_a_course_say_what_they_are),
        cmocka_unit_test(mistakes_and_nesting_are_bounded),
        cmocka_unit_test(a_file_that_cannot_be_read_is_no_bad_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
