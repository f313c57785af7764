SELECT event, source, item_version, times FROM answer_times ORDER BY event, source, item_version
