-- Version 5. Visits wait in tables of their own and are moved in the order of their ids. SQLite writes a row into its
-- page behind the rows that came before it, whatever their keys: visits put one by one into the tables where they stay
-- would lie there in the order of arrival.

CREATE TABLE pending_session (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    event TEXT NOT NULL REFERENCES event (id),
    setup INTEGER NOT NULL REFERENCES setup (key),
    audience TEXT NOT NULL,  -- '' when nobody asked
    language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'completed', 'abandoned', 'timed_out')),
    duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
    pledge INTEGER CHECK (pledge IN (0, 1))  -- NULL: not asked
) STRICT, WITHOUT ROWID;

CREATE TABLE pending_answer (
    session BLOB NOT NULL REFERENCES pending_session (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999),
    phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),  -- pre, quiz, post, survey
    item_version INTEGER NOT NULL REFERENCES item_version (key),
    chosen INTEGER NOT NULL CHECK (chosen BETWEEN 0 AND 4095),  -- bit i: the i-th option in bank order
    correct INTEGER CHECK (correct IN (0, 1)),                  -- NULL: a survey item
    time_ms INTEGER NOT NULL CHECK (time_ms >= 0),
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- A visit that is moved leaves here and is counted again there.
CREATE TRIGGER pending_session_counts AFTER INSERT ON pending_session BEGIN
    INSERT INTO day_count (event, day, started, practice)
    VALUES (new.event, new.day, 1 - new.practice, new.practice)
    ON CONFLICT (event, day) DO UPDATE
    SET started = started + excluded.started, practice = practice + excluded.practice;
END;

CREATE TRIGGER pending_session_leaves AFTER DELETE ON pending_session BEGIN
    UPDATE day_count SET started = started - (1 - old.practice), practice = practice - old.practice
    WHERE event = old.event AND day = old.day;
END;

CREATE VIEW every_session AS
    SELECT id, event, setup, audience, language, practice, day, hour, outcome, duration_ms, pledge FROM session
    UNION ALL
    SELECT id, event, setup, audience, language, practice, day, hour, outcome, duration_ms, pledge FROM pending_session;

CREATE VIEW every_answer AS
    SELECT session, position, phase, item_version, chosen, correct, time_ms FROM answer
    UNION ALL
    SELECT session, position, phase, item_version, chosen, correct, time_ms FROM pending_answer;

-- Whether the file still tells what its tables do not: the order of rows, or rows that are gone.
CREATE TABLE rewrite (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    due INTEGER NOT NULL CHECK (due IN (0, 1))
) STRICT;

INSERT INTO rewrite (only, due) SELECT 1, EXISTS (SELECT 1 FROM session);

-- Only a waiting visit is open.
DROP INDEX session_open;
UPDATE session
SET outcome = 'abandoned',
    duration_ms = (SELECT ifnull(sum(time_ms), 0) FROM answer WHERE answer.session = session.id)
WHERE outcome = 'open';
