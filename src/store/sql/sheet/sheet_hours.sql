SELECT hour, count(*) FROM every_session WHERE event = ?1 AND practice = 0 GROUP BY hour ORDER BY hour
