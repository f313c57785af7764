-- Before version 7: as at a start after a kill.
UPDATE session
SET outcome = 'abandoned',
    duration_ms = (SELECT ifnull(sum(time_ms), 0) FROM answer WHERE answer.session = session.id)
WHERE outcome = 'open'
