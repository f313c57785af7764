SELECT item_version, time_ms FROM pending_answer WHERE session = ?1 AND chosen <> 0
