DELETE FROM kept_day WHERE (event, day) IN (SELECT event, day FROM session WHERE id = ?1)
