INSERT INTO answer_times (event, device, item_version, times) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (event, device, item_version) DO UPDATE SET times = excluded.times
