-- A visit that waits is the latest of what there is of it.
INSERT OR REPLACE INTO session (id, event, setup, audience, language, practice, day, hour, outcome, duration_ms, pledge)
SELECT id, event, setup, audience, language, practice, day, hour, outcome, duration_ms, pledge FROM pending_session
