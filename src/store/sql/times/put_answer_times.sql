INSERT INTO answer_times (event, source, item_version, times) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (event, source, item_version) DO UPDATE SET times = excluded.times
