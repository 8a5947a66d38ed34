/*
 * Dates as tables have them: "2027-01-04" (a time may follow), "4.1.2027", "4-Jan-27",
 * "Mon, Jan 4, 2027", and "1/4/2027", where the table as a whole tells which number is the month.
 */
#ifndef HILLPLAN_BASE_CSV_DATE_H
#define HILLPLAN_BASE_CSV_DATE_H

#include <stdbool.h>

/* Whether the day or the month comes first in "1/4/2027". */
enum date_order { DAY_FIRST, MONTH_FIRST, DATE_ORDER_COUNT, DATE_ORDER_UNKNOWN = -1 };

/* What the dates of a table are by either order. Zeroed before the first one. */
struct date_orders {
    bool fails[DATE_ORDER_COUNT];                        /* they are no dates, or go back */
    int first[DATE_ORDER_COUNT], last[DATE_ORDER_COUNT]; /* dates */
    int count;
};

/* Takes note of the table's next date; of other texts nothing. */
void csv_date_note(struct date_orders *orders, const char *text);

/* The order by which all are dates and none goes back; of two such the one with less in between. */
enum date_order csv_date_order(const struct date_orders *orders);

enum date_reading { DATE_READ, DATE_IS_NONE, DATE_IS_AMBIGUOUS };

enum date_reading csv_date_read(const char *text, enum date_order order, int *date);

#endif
