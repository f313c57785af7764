DELETE FROM day_times WHERE event NOT IN (SELECT id FROM event)
