/* Any bytes as a GPX file: whatever course comes of it is on the pages of a plan. */
#include "../unit/example_plan.h"

#include "as_file.h"
#include "course/course.h"
#include "course/gpx_file.h"
#include "export/export.h"
#include "files/style_file.h"

/* As a profile's course becomes the plan's. */
static void give_course(struct plan *plan, const struct track *track)
{
    struct course_measure measure;
    const struct course_official official = {plan->race.distance.metres, UNKNOWN, UNKNOWN};
    course_measure(track, &official, plan->arena, &measure);
    plan->race.course = course_of_measure(&measure, plan->arena);
    plan->race.climb_m = measure.climb_m;
    plan->race.descent_m = measure.descent_m;
    plan->print.pages[0] = PAGE_RACE;
    plan->print.page_count = 1;
}

static void print(const struct plan *plan)
{
    static struct page_style *style;
    struct text out = TEXT_INIT;
    struct error error;
    error_init(&error);
    if (!style)
        style = page_style_read("templates/pages/standard.yaml", &error);
    expect(style &&
           export_format_named("pdf")->write(
               &(struct export_source){plan, style, NULL, "fuzz", false, 0}, &out, &error));
    text_release(&out);
    error_release(&error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    error_init(&error);
    struct track *track = gpx_read_bytes("fuzz", (const char *)bytes, length, &error);
    expect(!track == error_is_set(&error));
    if (track) {
        struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 18);
        give_course(plan, track);
        print(plan);
        plan_free(plan);
    }
    track_free(track);
    error_release(&error);
    return 0;
}
