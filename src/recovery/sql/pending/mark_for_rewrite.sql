UPDATE rewrite SET due = 1
