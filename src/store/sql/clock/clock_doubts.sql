SELECT day FROM clock_doubt ORDER BY day
