SELECT event, day FROM doubtful_day
