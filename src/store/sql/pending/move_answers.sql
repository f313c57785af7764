INSERT INTO answer (session, position, phase, item_version, chosen, correct, time_band)
SELECT session, position, phase, item_version, chosen, correct, time_band
FROM pending_answer WHERE session IN (SELECT id FROM pending_session WHERE outcome <> 'open')
ORDER BY session, position
