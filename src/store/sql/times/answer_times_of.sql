SELECT times FROM answer_times WHERE event = ?1 AND source = ?2 AND item_version = ?3
