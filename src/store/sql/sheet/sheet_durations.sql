SELECT duration_ms FROM every_session WHERE event = ?1 AND practice = 0 AND outcome = 'completed' ORDER BY duration_ms
