SELECT max(day) FROM day_count
