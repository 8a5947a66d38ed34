-- How much the wishes of `prefer` weigh against each other, in one place. Any session that is
-- placed at all is worth more than its best day, so these only order the days.

return {
    long_run_day = 400, -- the long run on the runner's day for it
    weekend = 200, -- ... or on a weekend, where none was named
    quality_day = 150, -- hard sessions on the runner's days for them
    quiet_recovery = 60, -- each day after a downhill run that is easy anyway (or takes it away)
    downhill_rhythm = 50, -- a downhill session every 10 to 14 days
    course_like = 30, -- at the peak, descending about like the course
    spread = 15, -- a day more between hard days
    rest_after_long = 40, -- a rest day after the long run
    strength_apart = 10, -- strength sessions with days between
}
