SELECT id, name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state, day
FROM event ORDER BY id
