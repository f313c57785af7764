SELECT event, day, source, hours, durations FROM day_times ORDER BY event, day, source
