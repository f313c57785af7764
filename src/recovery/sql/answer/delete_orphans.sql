-- An answer says nothing without its visit or its item.
DELETE FROM answer
WHERE session NOT IN (SELECT id FROM session) OR item_version NOT IN (SELECT key FROM item_version)
