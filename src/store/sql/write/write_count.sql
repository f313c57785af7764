SELECT writes, closed FROM write_count WHERE only = 1
