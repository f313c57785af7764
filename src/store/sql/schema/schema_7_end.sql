DROP TABLE old_answer;
DROP TABLE old_session;
UPDATE rewrite SET due = 1;  -- what was dropped leaves empty pages, and its bytes

-- As in version 1: the table it stood on is gone.
CREATE TRIGGER session_counts AFTER INSERT ON session BEGIN
    INSERT INTO day_count (event, day, started, practice)
    VALUES (new.event, new.day, 1 - new.practice, new.practice)
    ON CONFLICT (event, day) DO UPDATE
    SET started = started + excluded.started, practice = practice + excluded.practice;
END;

-- The band of a waiting answer; its exact time moves to answer_times.
ALTER TABLE pending_answer ADD COLUMN time_band INTEGER NOT NULL DEFAULT 0 CHECK (time_band BETWEEN 0 AND 30);
UPDATE pending_answer SET time_band = time_band(time_ms);

-- (The casts give the columns of both tables one type, without which SQLite would sort instead of merging.)
CREATE VIEW every_session AS
    SELECT id, event, setup, audience, language, practice, day, half_day, outcome, duration_band, pledge FROM session
    UNION ALL
    SELECT id, event, setup, audience, language, practice, day, CAST((hour >= 12) + (hour >= 18) AS INTEGER), outcome,
        CAST(min(duration_ms / 60000, 10) AS INTEGER), pledge
    FROM pending_session;

CREATE VIEW every_answer AS
    SELECT session, position, phase, item_version, chosen, correct, time_band FROM answer
    UNION ALL
    SELECT session, position, phase, item_version, chosen, correct, time_band FROM pending_answer;
