SELECT id, here, version FROM event ORDER BY id
