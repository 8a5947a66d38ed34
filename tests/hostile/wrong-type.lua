return { api = 1, id = "hostile", title = "x", level = "must", why = "x", allow = "yes" }
