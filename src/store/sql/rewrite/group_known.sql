SELECT EXISTS (SELECT 1 FROM day_count WHERE event = ?1 AND day = ?2)
