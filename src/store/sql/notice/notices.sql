SELECT day, file FROM notice ORDER BY day, file
