UPDATE event SET state = 'closed' WHERE state = 'open' AND id <> ?1
