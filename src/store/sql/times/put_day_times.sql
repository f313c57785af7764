INSERT INTO day_times (event, day, device, hours, durations) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (event, day, device) DO UPDATE SET hours = excluded.hours, durations = excluded.durations
