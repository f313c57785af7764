INSERT INTO event_source (owner, id, event, version) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (owner, id) DO UPDATE SET version = excluded.version
