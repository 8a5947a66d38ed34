return {
    api = 1,
    id = "limit-near",
    title = "A limit's name, misspelt",
    level = "must",
    why = "It is told which was meant.",
    -- allow = "in a comment"
    limit_week = function()
        return { distnce = { max = 1, because = "x" } }
    end,
}
