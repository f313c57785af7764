SELECT count(*) FROM session
