return {
    api = 1,
    id = "setting-line",
    title = "A setting that is wrong",
    level = "must",
    why = "The line is that of this setting, not of another's, nor of a comment.",
    settings = {
        -- days = { default = 2, min = "1" }
        weeks = { default = 2, min = 1 },
        days = {
            default = 2,
            min = "1",
        },
    },
    allow = function() end,
}
