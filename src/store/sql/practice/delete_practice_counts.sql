UPDATE day_count SET practice = 0
