std = "lua54"
read_globals = { "hillplan" }
max_line_length = 100
-- The annotations of the rule API: globals and empty functions, for editors only.
files["scripts/hillplan.lua"] = { globals = { "hillplan" }, ignore = { "212", "631" } }
-- Wrong on purpose.
exclude_files = { "tests/hostile" }
-- All that a hook is given is shown to whoever begins with it.
files["templates/rule"] = { ignore = { "212" } }
