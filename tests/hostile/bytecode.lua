-- Bytecode can do anything.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return load(string.dump(function() end))
    end,
}
