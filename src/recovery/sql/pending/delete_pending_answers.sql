DELETE FROM pending_answer
