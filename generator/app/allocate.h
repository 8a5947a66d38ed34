/*
 * Memory for the program and all its libraries; see allocate.c.
 */
#ifndef HILLPLAN_APP_ALLOCATE_H
#define HILLPLAN_APP_ALLOCATE_H

/* Says that memory ran out and ends the run. */
_Noreturn void allocate_fail(void);

#endif
