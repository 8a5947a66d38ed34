-- Errors far down, each caught.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local function down(n) if n == 0 then error("far") end down(n - 1) return n end
        for _ = 1, 1000 do pcall(down, 10000) end
    end,
}
