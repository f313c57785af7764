UPDATE write_count SET writes = max(writes, ?1) WHERE only = 1
