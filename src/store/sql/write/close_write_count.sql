UPDATE write_count SET closed = 1 WHERE only = 1
