SELECT id FROM origin WHERE only = 1
