SELECT ifnull(sum(started + practice), 0) FROM day_count
