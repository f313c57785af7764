SELECT EXISTS (SELECT 1 FROM pending_session WHERE outcome <> 'open')
