SELECT item_version, time_ms FROM old_answer WHERE session = ?1 AND chosen <> 0
