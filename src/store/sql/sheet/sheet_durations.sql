SELECT duration_ms FROM session WHERE event = ?1 AND practice = 0 AND outcome = 'completed' ORDER BY duration_ms
