SELECT hours, durations FROM day_times WHERE event = ?1 AND day = ?2 AND source = ?3
