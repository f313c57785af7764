SELECT wrong FROM wrong_tries WHERE only = 1
