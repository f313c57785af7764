DELETE FROM day_count
