-- A title of a page.
return {
    api = 1,
    id = "hostile",
    title = ("x"):rep(201),
    level = "must",
    why = "It tries to get out.",
    allow = function() end,
}
