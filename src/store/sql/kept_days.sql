SELECT event, day, rules, figures FROM kept_day ORDER BY event, day
