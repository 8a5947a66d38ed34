local rule = { api = 1 }
rule.id = "hostile"
