DELETE FROM doubtful_day WHERE event NOT IN (SELECT id FROM event)
