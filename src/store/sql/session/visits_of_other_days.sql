SELECT 1 FROM day_count WHERE day <> ?1 LIMIT 1
