-- A limit beyond numbers.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function() return { distance = { max = math.maxinteger, because = "Much." } } end,
}
