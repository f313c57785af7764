SELECT number, made_on, title, first_day, last_day, place, threshold, apart, events, counts
FROM publication ORDER BY number
