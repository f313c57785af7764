INSERT INTO doubtful_day (event, day) VALUES (?1, ?2) ON CONFLICT (event, day) DO NOTHING
