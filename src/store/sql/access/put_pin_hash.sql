INSERT INTO pin (role, hash) VALUES (?1, ?2) ON CONFLICT (role) DO UPDATE SET hash = excluded.hash
