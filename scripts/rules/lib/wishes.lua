-- How much the wishes of `prefer` weigh against each other, in one place: what a day loses where it
-- is not as wished. The built-in rules never add points, so that the planner knows early when a
-- week can't become better than the best one found.

return {
    long_run_day = 400, -- the long run is not on the runner's day for it
    weekend = 200, -- ... or not at the weekend, where no day was named
    quality_day = 150, -- a hard session is not on one of the runner's days for them
    quiet_recovery = 60, -- each day after a downhill run that other sessions are wished for
    back_to_back = 300, -- two long runs of a week are not on days in a row
    flat_first = 20, -- ... or the hilly one comes first
    downhill_rhythm = 50, -- a downhill session less than 10 days after the last
    rest_after_long = 40, -- running on the day after the long run
    medium_long_apart = 25, -- the medium-long run stands beside the long one
    hard_after_far = 45, -- something hard on the day after a run of 20 km
    recovery_long = 2, -- each km beyond 6 of a run on the day after something hard or long
    doubles_day = 2, -- each km of an easy run that is not on one of the runner's days for doubles
    quick_on_eve = 8, -- ... or on the eve of something hard
    quick_after_hard = 8, -- ... or on the day after it
    downhill_after_hard = 45, -- a downhill session on the day after something hard
    quick_after_long = 20, -- strides or sprints on the day after a long run
    sharpening = 20, -- race pace in race week on one of the last three days
    shake_out = 3, -- the shake-out not on the day before the race
    recovery_apart = 10, -- runs on two days in a row in the weeks after the race
    spread = 15, -- each day that two fast or long runs are closer than three
    hard_apart = 3, -- ... and both are hard
    work_on_eve = 40, -- ... and the one before is on the eve of the long run
    strength_apart = 10, -- strength sessions less than 3 days apart
}
