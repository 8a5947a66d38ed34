-- A limit below nothing.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function() return { distance = { max = math.mininteger, because = "Less." } } end,
}
