UPDATE session SET outcome = 'abandoned' WHERE outcome = 'open'
