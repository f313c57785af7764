SELECT count(*) FROM answer
WHERE session NOT IN (SELECT id FROM session) OR item_version NOT IN (SELECT key FROM item_version)
