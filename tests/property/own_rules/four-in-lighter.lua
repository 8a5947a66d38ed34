-- At most four runs in a lighter week.
return {
    api = 1,
    id = "four-in-lighter",
    title = "Four runs in lighter weeks",
    level = "must",
    why = "A lighter week has a day more to rest.",
    limit_week = function(week)
        if week.kind == "lighter" then
            return { runs = { max = 4, because = "a lighter week" } }
        end
    end,
}
