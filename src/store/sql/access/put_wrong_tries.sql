UPDATE wrong_tries SET wrong = ?1 WHERE only = 1
