/* Dates as tables have them: numbers, and a month's name. */
#include "base/csv_date.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"

#define PARTS      3
#define FIRST_YEAR 1900 /* as in date_parse() */
#define LAST_YEAR  2199
#define LEAST_NAME 3 /* letters of the name of a month */

/* A date's numbers in their order, and the month where it is a word. */
struct parts {
    int numbers[PARTS];
    int digits[PARTS];
    int count;
    int month;      /* 0: it is one of the numbers */
    char separator; /* of the first two numbers */
};

/* Whether the letters begin the name, of which they are enough. */
static bool name_begins(const char *letters, size_t length, const char *name)
{
    if (length < LEAST_NAME || length > strlen(name))
        return false;
    for (size_t i = 0; i < length; i++)
        if (tolower((unsigned char)letters[i]) != tolower((unsigned char)name[i]))
            return false;
    return true;
}

/* A month, or a word that says nothing of the date: one before it, the "th" of "4th". */
static bool take_word(struct parts *parts, const char *word, size_t length)
{
    for (int month = 1; month <= 12; month++)
        if (name_begins(word, length, month_name(month))) {
            bool is_first = parts->month == 0;
            parts->month = month;
            return is_first;
        }
    if (parts->count == 0) /* a weekday, in any language */
        return true;
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (length == 2 && strncmp(word, endings[i], length) == 0)
            return parts->count == 1;
    return false;
}

static bool is_complete(const struct parts *parts)
{
    return parts->count + (parts->month > 0) == PARTS;
}

static bool take_number(struct parts *parts, const char *digits, size_t length)
{
    if (is_complete(parts) || length > 4 || length == 3)
        return false;
    int number = 0;
    for (size_t i = 0; i < length; i++)
        number = 10 * number + (digits[i] - '0');
    parts->numbers[parts->count] = number;
    parts->digits[parts->count++] = (int)length;
    return true;
}

/* A time of the day, as spreadsheets put it behind a date: "T00:00:00", " 12:00 AM". */
static bool is_time(const char *text)
{
    return (*text == 'T' || *text == ' ') && isdigit((unsigned char)text[1]) &&
           text[strspn(text, "T 0123456789:.ZAPM")] == '\0';
}

static bool split_parts(const char *text, struct parts *parts)
{
    *parts = (struct parts){.count = 0};
    while (*text) {
        size_t length = 1;
        if (isdigit((unsigned char)*text)) {
            length = strspn(text, "0123456789");
            if (!take_number(parts, text, length))
                return false;
        } else if (isalpha((unsigned char)*text)) {
            while (isalpha((unsigned char)text[length]))
                length++;
            if (!take_word(parts, text, length))
                return false;
        } else if (!strchr(" ,.-/", *text)) {
            return false;
        } else if (parts->count == 1 && (!parts->separator || parts->separator == ' ')) {
            parts->separator = *text;
        }
        text += length;
        if (is_complete(parts) && is_time(text))
            return true;
    }
    return is_complete(parts);
}

/* The place of the year among the numbers; -1 where none can be. */
static int year_place(const struct parts *parts)
{
    if (parts->digits[0] == 4)
        return 0;
    int last = parts->count - 1;
    return parts->digits[last] == 4 || parts->digits[last] == 2 ? last : -1;
}

/* The date of the parts by an order; NO_DATE where there is none. */
static int compose_date(const struct parts *parts, enum date_order order)
{
    int at = year_place(parts);
    if (at < 0)
        return NO_DATE;
    int year = parts->numbers[at], first = parts->numbers[at == 0], second = parts->numbers[1];
    if (parts->digits[at] == 2)
        year += 2000;
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return NO_DATE;
    if (parts->month > 0)
        return date_from_ymd(year, parts->month, first);
    if (at == 0)
        return date_from_ymd(year, first, parts->numbers[2]);
    return order == DAY_FIRST ? date_from_ymd(year, second, first)
                              : date_from_ymd(year, first, second);
}

/* Whether the order of day and month matters. */
static bool has_order(const struct parts *parts)
{
    return parts->month == 0 && year_place(parts) > 0 && parts->separator != '.';
}

void csv_date_note(struct date_orders *orders, const char *text)
{
    struct parts parts;
    if (!split_parts(text, &parts) || !has_order(&parts))
        return;
    for (enum date_order order = 0; order < DATE_ORDER_COUNT; order++) {
        int date = compose_date(&parts, order);
        bool goes_back = orders->count > 0 && date < orders->last[order];
        orders->fails[order] = orders->fails[order] || date == NO_DATE || goes_back;
        if (orders->count == 0)
            orders->first[order] = date;
        orders->last[order] = date;
    }
    orders->count++;
}

enum date_order csv_date_order(const struct date_orders *orders)
{
    const bool *fails = orders->fails;
    if (fails[DAY_FIRST] != fails[MONTH_FIRST])
        return fails[DAY_FIRST] ? MONTH_FIRST : DAY_FIRST;
    if (fails[DAY_FIRST])
        return DATE_ORDER_UNKNOWN;
    int by_day = orders->last[DAY_FIRST] - orders->first[DAY_FIRST];
    int by_month = orders->last[MONTH_FIRST] - orders->first[MONTH_FIRST];
    return by_day == by_month ? DATE_ORDER_UNKNOWN : by_day < by_month ? DAY_FIRST : MONTH_FIRST;
}

enum date_reading csv_date_read(const char *text, enum date_order order, int *date)
{
    struct parts parts;
    if (!split_parts(text, &parts))
        return DATE_IS_NONE;
    int by_day = compose_date(&parts, DAY_FIRST), by_month = compose_date(&parts, MONTH_FIRST);
    bool is_either =
        has_order(&parts) && by_day != by_month && by_day != NO_DATE && by_month != NO_DATE;
    if (is_either && order == DATE_ORDER_UNKNOWN)
        return DATE_IS_AMBIGUOUS;
    if (order == DATE_ORDER_UNKNOWN)
        order = by_day == NO_DATE ? MONTH_FIRST : DAY_FIRST;
    *date = has_order(&parts) && order == MONTH_FIRST ? by_month : by_day;
    return *date == NO_DATE ? DATE_IS_NONE : DATE_READ;
}
