DELETE FROM answer WHERE session IN (SELECT id FROM session WHERE practice = 1)
