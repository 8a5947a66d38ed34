/* Time zones, by the system's zone data. */
#include "logs/time_zone.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/file.h"
#include "logs/log_time.h"

#define ZONE_FOLDER  "/usr/share/zoneinfo"
#define ZONE_MARK    "TZif" /* what a file of zone data begins with */
#define MOST_ZONE    ((size_t)256 * 1024)
#define LONGEST_NAME 60

static const char *zone_folder(void)
{
    const char *folder = getenv("TZDIR");
    return folder && *folder ? folder : ZONE_FOLDER;
}

/* A name that leads to no file outside the folder. */
static bool is_name(const char *name)
{
    bool is_plain = isalpha((unsigned char)*name) && strlen(name) <= LONGEST_NAME;
    for (const char *at = name; *at && is_plain; at++)
        is_plain = isalnum((unsigned char)*at) || strchr("_+-/", *at);
    return is_plain;
}

bool time_zone_check(const char *name, struct error *error)
{
    struct text path = TEXT_INIT, bytes = TEXT_INIT;
    struct error ignored;
    char shown[TEXT_EXCERPT_SIZE];
    error_init(&ignored);
    text_printf(&path, "%s/%s", zone_folder(), is_name(name) ? name : "");
    bool is_there = is_name(name) && !file_is_folder(text_string(&path)) &&
                    file_read((struct file_role){"the time zone", false}, text_string(&path),
                              MOST_ZONE, &bytes, &ignored) &&
                    strncmp(text_string(&bytes), ZONE_MARK, strlen(ZONE_MARK)) == 0;
    if (!is_there)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "there is no time zone '%s' in %s; write it like Europe/Berlin%s",
                  text_excerpt(name, shown), zone_folder(),
                  file_is_folder(zone_folder()) ? "" : ", and install the zone data (tzdata)");
    error_release(&ignored);
    text_release(&bytes);
    text_release(&path);
    return is_there;
}

/* Sets the zone of the process, or none for NULL. */
static void set_zone(const char *value)
{
    if (value)
        setenv("TZ", value, 1);
    else
        unsetenv("TZ");
    tzset();
}

void time_zone_apply(const char *name, int64_t *const *times, size_t count)
{
    const char *before = getenv("TZ");
    struct text kept = TEXT_INIT, value = TEXT_INIT;
    text_append(&kept, before ? before : "");
    text_printf(&value, ":%s", name);
    set_zone(text_string(&value));
    for (size_t i = 0; i < count; i++) {
        time_t utc = (time_t)*times[i];
        struct tm local;
        if (!localtime_r(&utc, &local))
            continue;
        int date = date_from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
        int second = local.tm_hour * HOUR_S + local.tm_min * MINUTE_S + local.tm_sec;
        *times[i] = (int64_t)date * DAY_S + second;
    }
    set_zone(before ? text_string(&kept) : NULL);
    text_release(&kept);
    text_release(&value);
}
