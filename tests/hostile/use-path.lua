-- A library somewhere else.
local secrets = hillplan.use("../../etc/passwd")
assert(secrets)
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = nil,
}
