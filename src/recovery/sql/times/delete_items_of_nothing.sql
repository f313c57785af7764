DELETE FROM answer_times
WHERE event NOT IN (SELECT id FROM event) OR item_version NOT IN (SELECT key FROM item_version)
