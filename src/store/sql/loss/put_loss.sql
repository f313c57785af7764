INSERT INTO loss (day, cause, signed_writes, signed_visits, writes, visits) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (day, cause, signed_writes, writes) DO NOTHING
