-- An error far down.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local function down(n) if n == 0 then error("far") end down(n - 1) return n end
        down(15000)
    end,
}
