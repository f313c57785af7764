SELECT started FROM day_count WHERE event = ?1 AND day = ?2
