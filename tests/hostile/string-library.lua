-- What a script does to the string library is no concern of others.
string.upper = function()
    return "y"
end
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return ("x"):upper() == "y"
    end,
}
