local plans = hillplan.use("plans")

local OLD = { last_downhill = { date = "2026-11-30", descent_m = 250 } } -- 5 weeks before day 1
local OLDER = { last_downhill = { date = "2026-11-29", descent_m = 250 } } -- forgotten in week 2

local function build(weeks, more)
    return plans.build({ recent = { 40 }, weeks = weeks }, more)
end

return {
    rule = "downhill-recovery",
    cases = {
        {
            name = "two easy days after a downhill session",
            plan = build({ "D8v250 E8 - T8 - - L12" }, { runner = OLD }),
            expect = {},
        },
        {
            name = "a hard run on the second day",
            plan = build({ "D8v250 - T8 - - - L12" }, { runner = OLD }),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-06",
                    text = "Monday's downhill run; nothing hard",
                },
            },
        },
        {
            name = "no downhill session on the day after a long run",
            plan = build({ "- - - - - - L12", "D8v100 - - - - - -" }, { runner = OLD }),
            expect = {
                { week = 2, status = "broken", date = "2027-01-11", text = "day after a long run" },
            },
        },
        {
            name = "two days after it stands well",
            plan = build({ "- - - - - - L12", "- D8v100 - - - - -" }, { runner = OLD }),
            expect = {},
        },
        {
            name = "an easy run with as much descent may stand there",
            plan = build({ "- - - - - - L12", "E8v100 - - - - - -" }, { runner = OLD }),
            expect = {},
        },
        {
            name = "a moderate run is not easy",
            plan = build({ "D8v250 E8~ - - - - L12" }, { runner = OLD }),
            expect = { { week = 1, status = "broken", text = "only easy running" } },
        },
        {
            name = "a long run is not easy, as slow as it is",
            plan = build({ "- - - - - D8v250 L12" }, { runner = OLD }),
            expect = { { week = 1, status = "broken", text = "no long run" } },
        },
        {
            name = "an easy run is not easy on rolling ground",
            plan = build({ "D8v250 E8^120v120 - - - - L12" }, { runner = OLD }),
            expect = { { week = 1, status = "broken", text = "only flat running" } },
        },
        {
            name = "hard cross training is not easy",
            plan = build({ "D8v250 X! - - - - L12" }, { runner = OLD }),
            expect = { { week = 1, status = "broken", text = "nothing hard" } },
        },
        {
            name = "strength and easy cross training are",
            plan = build({ "D8v250 E8&G X - - - L12" }, { runner = OLD }),
            expect = {},
        },
        {
            name = "a run is downhill by its descent, whatever it is called",
            plan = build({ "E20^10v300 T8 - - - - -" }, { runner = OLD }),
            expect = { { week = 1, status = "broken", date = "2027-01-05" } },
        },
        {
            name = "a metre less, and it is not",
            plan = build({ "E20^10v299 T8 - - - - -" }, { runner = OLD }),
            expect = {},
        },
        {
            name = "the hilly long run is a downhill session too",
            plan = build({ "- - - - - - L20^320v320=hilly", "- T8 - - - - L12" }),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    date = "2027-01-12",
                    text = "Sunday's downhill run",
                },
            },
        },
        {
            name = "who lives in the hills: 1.5 times the usual descent",
            plan = build({ "E20^390v389 T8 - - - - -" }, { runner = { usual_descent_m = 260 } }),
            expect = {},
        },
        {
            name = "who lives in the hills, a metre more",
            plan = build({ "E20^390v390 T8 - - - - -" }, { runner = { usual_descent_m = 260 } }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "hill repeats descend as much as they climb",
            plan = build({ "H12^300v300 T8 - - - - -" }),
            expect = { { week = 1, status = "broken", text = "Monday's downhill run" } },
        },
        {
            name = "the first one ever needs three days",
            plan = build({ "D8v110 - - T8 - - -" }),
            expect = { { week = 1, status = "broken", date = "2027-01-07" } },
        },
        {
            name = "the first one ever, and on the fourth day it is over",
            plan = build({ "D8v110 - - - T8 - -" }),
            expect = {},
        },
        {
            name = "less than 130 % of the largest of six weeks needs two",
            plan = build({ "D8v200 - - - - - -", "D8v259 - - T8 - - -" }, { runner = OLDER }),
            expect = {},
        },
        {
            name = "130 % of the largest of six weeks needs three",
            plan = build({ "D8v200 - - - - - -", "D8v260 - - T8 - - -" }, { runner = OLDER }),
            expect = { { week = 2, status = "broken", date = "2027-01-14" } },
        },
        {
            name = "history of exactly six weeks counts",
            plan = build(
                { "D8v110 - - T8 - - -" },
                { runner = { last_downhill = { date = "2026-11-23", descent_m = 110 } } }
            ),
            expect = {},
        },
        {
            name = "history of a day more than six weeks is forgotten",
            plan = build(
                { "D8v110 - - T8 - - -" },
                { runner = { last_downhill = { date = "2026-11-22", descent_m = 110 } } }
            ),
            expect = { { week = 1, status = "broken", date = "2027-01-07" } },
        },
        {
            name = "the runner's last downhill before day 1 is recovered from",
            plan = build(
                { "E8 T8 - - - - -" },
                { runner = { last_downhill = { date = "2027-01-03", descent_m = 400 } } }
            ),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-05",
                    text = "Sunday's downhill run",
                },
            },
        },
        {
            name = "over the edge of a week",
            plan = build({ "- - - - - - D8v250", "T8 - - - - - -" }, { runner = OLD }),
            expect = { { week = 2, status = "broken", date = "2027-01-11" } },
        },
        {
            name = "five easy days, where the runner wants them",
            plan = build({ "D8v250 - - - - T8 -" }, { runner = OLD }),
            settings = { easy_days = 5 },
            expect = { { week = 1, status = "broken", date = "2027-01-09" } },
        },
        {
            name = "five easy days, and a hard sixth",
            plan = build({ "D8v250 - - - - - T8" }, { runner = OLD }),
            settings = { easy_days = 5 },
            expect = {},
        },
        {
            name = "the goal race is exempt",
            plan = build({ "- - - - - D8v250 R10" }, { runner = OLD }),
            expect = {},
        },
        {
            name = "a tune-up race is not",
            plan = build({ "- - - - - D8v250 U10" }, { runner = OLD }),
            expect = { { week = 1, status = "broken", text = "nothing hard" } },
        },
        {
            name = "without numbers the word serves",
            plan = build({ "E8?=downhill T8 - - - - -" }, { runner = OLD }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "a hilly run without numbers can't be judged",
            plan = build({ "L8?=hilly E8 T8 - - - -" }, { runner = OLD }),
            expect = {
                { week = 1, status = "not_judged", date = "2027-01-05" }, -- the limits
                { week = 1, status = "not_judged", date = "2027-01-06" }, -- the tempo run
            },
        },
        {
            name = "runs of a recovery day are kept from being hill sessions",
            plan = build({ "D8v250 - - - - - -" }, { runner = OLD }),
            ask = { hook = "limit_day", week = 1, day = 2 },
            expect = { climb_m = 299, descent_m = 299 },
        },
        {
            name = "a downhill session loses nothing before days that are easy anyway",
            plan = build(
                { "D8v250 - - - - - -" },
                { week = { long_run = "sun", quality = { "thu" } } }
            ),
            ask = { hook = "prefer", week = 1, day = 1 },
            expect = 0,
        },
        {
            name = "it does before days of quality",
            plan = build(
                { "- - D8v250 - - - -" },
                { week = { long_run = "sun", quality = { "thu", "fri" } } }
            ),
            ask = { hook = "prefer", week = 1, day = 3 },
            expect = -120,
        },
        {
            name = "it does after something hard",
            plan = build({ "T8 D8v250 - - - - -" }, { week = { long_run = "sun" } }),
            ask = { hook = "prefer", week = 1, day = 2 },
            expect = -45,
        },
        {
            name = "what the plan's own days tell is not taken from the runner's history",
            plan = build(
                { "E8 T8 - - - - -" },
                { runner = { last_downhill = { date = "2027-01-04", descent_m = 400 } } }
            ),
            expect = {},
        },
    },
}
