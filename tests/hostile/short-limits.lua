-- Fifteen what?
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_session = function()
        return { distance = { max = 15, because = "short" }, duration_s = { max = 50, because = "short" } }
    end,
}
