DELETE FROM pending_session WHERE outcome <> 'open'
