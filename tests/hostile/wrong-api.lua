return { api = 2, id = "hostile", title = "x", level = "must", why = "x" }
