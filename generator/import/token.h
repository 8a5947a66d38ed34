/*
 * Tokens: what a cell is made of. The lexer finds them, the amount rules join them, and the
 * structure rules see no text but them.
 */
#ifndef HILLPLAN_IMPORT_TOKEN_H
#define HILLPLAN_IMPORT_TOKEN_H

#include <stdint.h>

#include "import/lexicon.h"

/* The classes that a token belongs to, as bits: what a pattern asks for. */
#define CLASS(n) ((uint64_t)1 << (n))

#define IS_NUM       CLASS(0) /* hundredths, of nothing yet */
#define IS_DIST      CLASS(1) /* centimetres */
#define IS_DUR       CLASS(2) /* seconds */
#define IS_CLOCK     CLASS(3) /* "1:50", of hours or minutes: seconds as if of minutes */
#define IS_AMBIGUOUS CLASS(4) /* "20m": metres, minutes or miles */
#define IS_REPEAT    CLASS(5)
#define IS_UNIT      CLASS(6)
#define IS_LETTER    CLASS(7) /* E L M T I R */
#define IS_X         CLASS(8)
#define IS_INTENSITY CLASS(9) /* a pace, zone or heart rate; its effort, if it tells one */
#define IS_PERCENT   CLASS(10)
#define IS_HILLS     CLASS(11) /* climb: metres */
#define IS_REFERENCE CLASS(12) /* "Day 2" */
#define IS_PROGRAMME CLASS(13) /* "C25K" */
#define IS_UNKNOWN   CLASS(14) /* a word that nobody knows */
#define IS_COUNTED   CLASS(15) /* a word with its number: "4 strides" */
#define IS_WATTS     CLASS(16)

#define IS_PLUS  CLASS(17)
#define IS_COMMA CLASS(18)
#define IS_SLASH CLASS(19)
#define IS_SEMI  CLASS(20)
#define IS_LINE  CLASS(21)
#define IS_OPEN  CLASS(22)
#define IS_CLOSE CLASS(23)
#define IS_COLON CLASS(24)
#define IS_DASH  CLASS(25) /* with blanks around it */
#define IS_JOIN  CLASS(26) /* without */
#define IS_ARROW CLASS(27)

#define IS_WORD      CLASS(28) /* of the lexicon, but fillers */
#define HAS_KIND     CLASS(29)
#define HAS_EFFORT   CLASS(30)
#define IS_MANY      CLASS(31)
#define IS_STRENGTH  CLASS(32)
#define IS_RACE_PACE CLASS(33) /* a word of that kind */
/* Approximations and fillers have none: the lexer drops them. */
#define ROLE(role)   CLASS(34 + (role)-ROLE_RUN)
#define MAYBE        CLASS(63) /* in patterns: may be absent */

#define IS_AMOUNT    (IS_DIST | IS_DUR)
#define IS_SEPARATOR (IS_PLUS | IS_COMMA | IS_SLASH | IS_SEMI | IS_LINE | IS_COLON | IS_DASH)
#define IS_BREAK     (IS_SEPARATOR | IS_OPEN | IS_CLOSE)

struct cell_token {
    uint64_t is;
    size_t at, end;            /* bytes of the plain text */
    int lo, hi;                /* of a number or amount; of a repeat, all its work */
    enum word_unit unit;       /* that an amount is written in */
    bool is_open;              /* "10+" */
    bool is_glued;             /* to what stands before it */
    bool is_pace;              /* names one: a kind of session wins over it */
    bool is_race_name;         /* likewise, a race's: repeats at it are intervals */
    bool is_paired;            /* repeats with what lies between them: "8 x (2 min / 1 min)" */
    bool is_of_all;            /* a repeat of what stands before it: "run 2 min, walk 1 min, x 5" */
    int times, each;           /* of a repeat; each is its longest part, in the unit of hi */
    uint64_t measure;          /* of a repeat: IS_DIST, IS_DUR, IS_NUM or 0 */
    int kind, effort, terrain; /* -1: not told */
    const struct word_entry *word;
};

#define MOST_CELL_BYTES 2048
#define MOST_CM         40000000 /* of a session */
#define MOST_SECONDS    360000   /* 100 hours */

#define CM_PER_KM 100000
#define CM_PER_M  100

/* Whether two tokens' numbers are the same within a share of the larger one. */
bool numbers_are_near(int a, int b, int percent);

#endif
