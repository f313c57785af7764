SELECT event, day, device, hours, durations FROM day_times ORDER BY event, day, device
