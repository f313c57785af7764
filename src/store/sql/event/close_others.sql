UPDATE event SET state = 'closed', version = version + 1 WHERE state = 'open' AND id <> ?1
