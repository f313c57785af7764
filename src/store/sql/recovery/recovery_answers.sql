SELECT count(*) FROM answer
