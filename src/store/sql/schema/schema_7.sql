-- Version 7. A visit keeps its half-day, its length in bands of a minute and the times of its answers in bands of a
-- quarter (quiz/time_bands.h); exact times lie apart and are linked to no visit. The program fills the tables of times
-- from what is called old_… here before schema_7_end.sql drops that.

DROP VIEW every_session;
DROP VIEW every_answer;
DROP TRIGGER session_counts;
ALTER TABLE answer RENAME TO old_answer;
ALTER TABLE session RENAME TO old_session;

CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    event TEXT NOT NULL REFERENCES event (id),
    setup INTEGER NOT NULL REFERENCES setup (key),
    audience TEXT NOT NULL,  -- '' when nobody asked
    language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    half_day INTEGER NOT NULL CHECK (half_day BETWEEN 0 AND 2),  -- morning, afternoon, evening
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'completed', 'abandoned', 'timed_out')),
    duration_band INTEGER NOT NULL CHECK (duration_band BETWEEN 0 AND 10),  -- minutes; 10: ten or more
    pledge INTEGER CHECK (pledge IN (0, 1))  -- NULL: not asked
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
    session BLOB NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999),
    phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),  -- pre, quiz, post, survey
    item_version INTEGER NOT NULL REFERENCES item_version (key),
    chosen INTEGER NOT NULL CHECK (chosen BETWEEN 0 AND 4095),  -- bit i: the i-th option in bank order
    correct INTEGER CHECK (correct IN (0, 1)),                  -- NULL: a survey item
    time_band INTEGER NOT NULL CHECK (time_band BETWEEN 0 AND 30),
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- Answers so fast that they may be guesses: without it looking for them reads every answer.
CREATE INDEX fast_answer ON answer (session) WHERE time_band < 15;

-- Times of one kiosk on one day of an event, without practice. The source is the id of the store in which they were
-- measured; of visits before this version, the label of the kiosk.
CREATE TABLE day_times (
    event TEXT NOT NULL REFERENCES event (id),
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    hours BLOB NOT NULL,      -- visits begun by the end of each clock hour, packed as a list of times is
    durations BLOB NOT NULL,  -- of completed visits, in milliseconds, ascending and packed
    PRIMARY KEY (event, day, source)
) STRICT, WITHOUT ROWID;

-- Times of the answers given to an item at one kiosk of an event, in completed visits without practice.
CREATE TABLE answer_times (
    event TEXT NOT NULL REFERENCES event (id),
    source TEXT NOT NULL,
    item_version INTEGER NOT NULL REFERENCES item_version (key),
    times BLOB NOT NULL,  -- in milliseconds, ascending and packed
    PRIMARY KEY (event, source, item_version)
) STRICT, WITHOUT ROWID;

INSERT INTO session (id, event, setup, audience, language, practice, day, half_day, outcome, duration_band, pledge)
SELECT id, event, setup, audience, language, practice, day, (hour >= 12) + (hour >= 18), outcome,
    min(duration_ms / 60000, 10), pledge
FROM old_session ORDER BY id;

INSERT INTO answer (session, position, phase, item_version, chosen, correct, time_band)
SELECT session, position, phase, item_version, chosen, correct, time_band(time_ms)
FROM old_answer ORDER BY session, position;
