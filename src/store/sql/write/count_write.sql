UPDATE write_count SET writes = writes + 1, closed = 0 WHERE only = 1
