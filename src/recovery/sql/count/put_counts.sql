INSERT INTO day_count (event, day, started, practice)
SELECT event, day, sum(1 - practice), sum(practice) FROM session GROUP BY event, day
