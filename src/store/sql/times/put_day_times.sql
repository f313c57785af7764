INSERT INTO day_times (event, day, source, hours, durations) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (event, day, source) DO UPDATE SET hours = excluded.hours, durations = excluded.durations
