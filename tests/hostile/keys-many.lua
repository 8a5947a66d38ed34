-- Ten thousand unknown fields.
local rule = { api = 1, id = "hostile", title = "Hostile", level = "must", why = "It tries." }
for i = 1, 10000 do rule["k" .. i] = i end
return rule
