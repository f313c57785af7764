-- How long the visit really was is not known; the sum of its answers is the least it can have been.
UPDATE session
SET outcome = 'abandoned',
    duration_ms = (SELECT ifnull(sum(time_ms), 0) FROM answer WHERE answer.session = session.id)
WHERE outcome = 'open'
