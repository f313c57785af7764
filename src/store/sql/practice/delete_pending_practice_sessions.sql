DELETE FROM pending_session WHERE practice = 1
