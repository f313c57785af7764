UPDATE event SET state = ?2, version = version + 1 WHERE id = ?1 AND state <> ?2
