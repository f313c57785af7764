SELECT session, chosen, correct, position FROM every_answer WHERE phase = 1 ORDER BY session, position
