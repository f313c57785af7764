INSERT INTO notice (day, file) VALUES (?1, ?2) ON CONFLICT (file) DO NOTHING
