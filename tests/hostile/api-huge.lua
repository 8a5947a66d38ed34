-- A version that no program has.
return {
    api = math.maxinteger,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function() end,
}
