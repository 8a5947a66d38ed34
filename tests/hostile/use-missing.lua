-- A library that is not there.
hillplan.use("nowhere")
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = nil,
}
