/* A name at a place in a file: a script's path, a rule's id. */
#ifndef HILLPLAN_BASE_NAMED_H
#define HILLPLAN_BASE_NAMED_H

struct named {
    const char *name; /* or NULL */
    int line, column; /* where it stands in the file, for messages */
};

/* A text under a name of the writer's own. */
struct named_text {
    const char *name, *text;
};

#endif
