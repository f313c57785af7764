DELETE FROM session WHERE practice = 1
