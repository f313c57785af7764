SELECT due FROM rewrite WHERE only = 1
