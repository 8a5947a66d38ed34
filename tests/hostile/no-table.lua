return "a rule"
