SELECT count(*) FROM every_session
