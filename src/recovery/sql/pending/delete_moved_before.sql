-- What is left of a visit that was moved: its place among the others is the later one.
DELETE FROM pending_session WHERE id IN (SELECT id FROM session)
