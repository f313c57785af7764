-- How long the visit really was is not known; the sum of its answers is the least it can have been.
UPDATE pending_session
SET outcome = 'abandoned',
    duration_ms = (SELECT ifnull(sum(time_ms), 0) FROM pending_answer WHERE pending_answer.session = pending_session.id)
WHERE outcome = 'open'
