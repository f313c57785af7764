SELECT session, chosen, correct FROM answer WHERE phase = 1 ORDER BY session, position
