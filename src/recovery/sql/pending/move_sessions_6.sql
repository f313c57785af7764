-- Versions 5 and 6.
INSERT INTO session (id, event, setup, audience, language, practice, day, hour, outcome, duration_ms, pledge)
SELECT id, event, setup, audience, language, practice, day, hour, outcome, duration_ms, pledge FROM pending_session
