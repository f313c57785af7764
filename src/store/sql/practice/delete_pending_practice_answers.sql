DELETE FROM pending_answer WHERE session IN (SELECT id FROM pending_session WHERE practice = 1)
