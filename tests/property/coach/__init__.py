"""What a coach would strike out of a plan. `plan` reads plan documents, the other files hold the
flaws by what they are about, `cases` has small plans with and without each of them."""
