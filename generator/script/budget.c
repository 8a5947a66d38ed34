/* The budget of a run. */
#include "script/budget.h"

#include "base/sanitizer.h"
#include "script/script.h"

#define SECOND     1000000000LL /* nanoseconds */
#define MEGABYTE   ((size_t)1024 * 1024)
#define MOST_BYTES (256 * MEGABYTE)

/* Sanitizers make scripts slower, and what they hold larger. */
#define SCALE (HAS_ADDRESS_SANITIZER ? 10 : 1)

/* Of the process: a run is one. */
static int seconds = SCRIPT_SECONDS;
static long long spent;
static size_t held;

void script_budget_renew(int most_seconds)
{
    seconds = most_seconds;
    spent = 0;
}

bool budget_take_bytes(size_t bytes)
{
    if (bytes > MOST_BYTES - held)
        return false;
    held += bytes;
    return true;
}

void budget_give_bytes(size_t bytes)
{
    held -= bytes;
}

void budget_spend(long long time)
{
    spent += time;
}

long long budget_left(void)
{
    const long long most = SECOND * SCALE * seconds;
    return spent < most ? most - spent : 0;
}

int budget_seconds(void)
{
    return seconds;
}

int budget_megabytes(void)
{
    return (int)(MOST_BYTES / MEGABYTE);
}
