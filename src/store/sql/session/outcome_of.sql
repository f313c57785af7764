SELECT outcome FROM session WHERE id = ?1
