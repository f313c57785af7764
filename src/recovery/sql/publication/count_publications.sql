SELECT count(*) FROM publication
