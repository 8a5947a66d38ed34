return {
    api = 1, id = "hostile", title = "x", level = "must", why = "x",
    settings = { days = { default = function() return 0 / 0 end, min = 2 } },
    allow = function() end,
}
