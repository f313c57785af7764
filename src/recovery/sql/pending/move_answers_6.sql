INSERT OR IGNORE INTO answer (session, position, phase, item_version, chosen, correct, time_ms)
SELECT session, position, phase, item_version, chosen, correct, time_ms FROM pending_answer
