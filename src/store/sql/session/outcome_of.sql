SELECT outcome FROM every_session WHERE id = ?1
