DELETE FROM pending_session
