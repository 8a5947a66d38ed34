return { api = 1, id = "hostile", title = 5, level = "must", why = "x" }
