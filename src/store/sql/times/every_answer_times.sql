SELECT event, device, item_version, times FROM answer_times ORDER BY event, device, item_version
