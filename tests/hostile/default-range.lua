return {
    api = 1, id = "hostile", title = "x", level = "must", why = "x",
    settings = { days = { default = 9, min = 2, max = 5, unit = "days" } },
}
