INSERT INTO publication (made_on, title, first_day, last_day, place, threshold, apart, events, counts)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, -1), ?9)
RETURNING number
