SELECT times FROM answer_times WHERE event = ?1 AND device = ?2 AND item_version = ?3
