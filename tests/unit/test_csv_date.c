/* Dates as tables have them. */

#include "cases.h"
#include "base/date.h"
#include "base/csv_date.h"

#define JANUARY_4 20822 /* 2027-01-04, a Monday */
#define APRIL_1   20909

static void dates_are_read_in_the_forms_of_spreadsheets(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "2027-01-04",
        "2027-1-4",
        "2027/01/04",
        "2027-01-04T00:00:00",
        "2027-01-04 00:00:00",
        "2027-01-04 12:00 AM",
        "4.1.2027",
        "04.01.27",
        "Mo, 4.1.2027",
        "4 Jan 2027",
        "4-Jan-27",
        "04 January 2027",
        "Jan 4, 2027",
        "Jan. 4th, 2027",
        "Monday, January 4, 2027",
        "mon 4 jan 2027",
        "2027 Jan 4",
    };
    FOR_EACH(i, texts) {
        int date = NO_DATE;
        if (csv_date_read(texts[i], DATE_ORDER_UNKNOWN, &date) != DATE_READ || date != JANUARY_4)
            fail_msg("%s is %d", texts[i], date);
    }
}

static void what_is_no_date_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",           "4",          "4 Jan",       "Jan 2027",        "4.1.",
        "31.2.2027",  "2027-13-04", "13/13/2027",  "2027-01-04 easy", "4 Jan Feb 2027",
        "4.1.2027.5", "1899-01-04", "4 Jan 12027", "2027-01-04-05",   "20270104",
        "4/1/202",    "4. 1. 2200", "June",        "4 foo 2027",      "0.0.0",
    };
    FOR_EACH(i, texts)
        FOR_VALUES(enum date_order, order, DATE_ORDER_UNKNOWN, order < DATE_ORDER_COUNT, order++) {
            int date;
            if (csv_date_read(texts[i], order, &date) != DATE_IS_NONE)
                fail_msg("%s is a date", texts[i]);
        }
}

/* The order that a table of such dates has, which end with NULL. */
static enum date_order order_of(const char *const *texts)
{
    struct date_orders orders = {.count = 0};
    for (; *texts; texts++)
        csv_date_note(&orders, *texts);
    return csv_date_order(&orders);
}

#define ORDER_OF(...) order_of((const char *const[]){__VA_ARGS__, NULL})

static void the_table_tells_which_number_is_the_month(void **state)
{
    (void)state;
    assert_int_equal(ORDER_OF("1/4/2027", "1/11/2027", "1/18/2027"), MONTH_FIRST);
    assert_int_equal(ORDER_OF("4/1/2027", "11/1/2027", "18/1/2027"), DAY_FIRST);
    /* Both ways they go on, but in months. */
    assert_int_equal(ORDER_OF("1/4/2027", "1/5/2027", "1/6/2027"), MONTH_FIRST);
    assert_int_equal(ORDER_OF("4/1/2027", "5/1/2027", "6/1/2027"), DAY_FIRST);
    /* One way they go back. */
    assert_int_equal(ORDER_OF("1/11/2027", "1/12/2027", "2/1/2027"), MONTH_FIRST);
    assert_int_equal(ORDER_OF("1/4/2027"), DATE_ORDER_UNKNOWN);
    assert_int_equal(ORDER_OF("1/1/2027", "2/2/2027"), DATE_ORDER_UNKNOWN);
    assert_int_equal(ORDER_OF("2027-01-04", "easy"), DATE_ORDER_UNKNOWN);
    assert_int_equal(ORDER_OF("13/1/2027", "1/13/2027"), DATE_ORDER_UNKNOWN);
    int date;
    assert_int_equal(csv_date_read("1/4/27", MONTH_FIRST, &date), DATE_READ);
    assert_int_equal(date, JANUARY_4);
    assert_int_equal(csv_date_read("01-04-2027", DAY_FIRST, &date), DATE_READ);
    assert_int_equal(date, APRIL_1);
    assert_int_equal(csv_date_read("1/4/2027", DATE_ORDER_UNKNOWN, &date), DATE_IS_AMBIGUOUS);
    assert_int_equal(csv_date_read("1/14/2027", DATE_ORDER_UNKNOWN, &date), DATE_READ);
    assert_int_equal(date, JANUARY_4 + 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_in_the_forms_of_spreadsheets),
        cmocka_unit_test(what_is_no_date_is_none),
        cmocka_unit_test(the_table_tells_which_number_is_the_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
