UPDATE rewrite SET due = ?1 WHERE only = 1
