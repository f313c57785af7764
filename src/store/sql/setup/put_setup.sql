INSERT INTO setup (device, programme, programme_version) VALUES (?1, ?2, ?3) RETURNING key
