INSERT OR IGNORE INTO answer (session, position, phase, item_version, chosen, correct, time_band)
SELECT session, position, phase, item_version, chosen, correct, time_band FROM pending_answer
ORDER BY session, position
