INSERT INTO event
    (id, name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state, day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
    CASE WHEN ?10 = 'open' AND EXISTS (SELECT 1 FROM event WHERE state = 'open') THEN 'planned' ELSE ?10 END, ?11)
ON CONFLICT (id) DO NOTHING
