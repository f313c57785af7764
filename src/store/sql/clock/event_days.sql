SELECT event, day, started FROM day_count WHERE started + practice > 0 ORDER BY event, day
