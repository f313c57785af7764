INSERT INTO event
    (id, name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state, day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET
    name_zh = excluded.name_zh,
    name_en = excluded.name_en,
    place_zh = excluded.place_zh,
    place_en = excluded.place_en,
    place_code = excluded.place_code,
    venue = excluded.venue,
    occasion_zh = excluded.occasion_zh,
    occasion_en = excluded.occasion_en,
    state = excluded.state,
    day = excluded.day,
    version = version + 1
WHERE (name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state, day)
    IS NOT (excluded.name_zh, excluded.name_en, excluded.place_zh, excluded.place_en, excluded.place_code,
        excluded.venue, excluded.occasion_zh, excluded.occasion_en, excluded.state, excluded.day)
