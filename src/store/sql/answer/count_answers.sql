SELECT count(*) FROM every_answer
