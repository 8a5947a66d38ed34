-- A hook that would be resumed.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = coroutine.wrap(function() end),
}
