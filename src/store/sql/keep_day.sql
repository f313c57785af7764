INSERT INTO kept_day (event, day, rules, figures) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (event, day) DO UPDATE SET rules = excluded.rules, figures = excluded.figures
