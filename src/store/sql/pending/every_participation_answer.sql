SELECT session, chosen, correct FROM every_answer WHERE phase = 1 ORDER BY session, position
