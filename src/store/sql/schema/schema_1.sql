-- Version 1. Sessions and answers have no rowid: they lie in the order of a random id, never in that of arrival.
-- In a table without rowid the key columns come first: the quick_check of SQLite 3.40 mixes the columns up otherwise
-- and calls a healthy file damaged.

CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    place_zh TEXT NOT NULL,
    place_en TEXT NOT NULL,
    place_code TEXT NOT NULL,
    venue TEXT NOT NULL,
    occasion_zh TEXT NOT NULL,
    occasion_en TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed'))
) STRICT, WITHOUT ROWID;

-- An item as it was put to visitors. A changed item is another row; an answer keeps the row it belongs to.
CREATE TABLE item_version (
    key INTEGER PRIMARY KEY,
    bank TEXT NOT NULL CHECK (bank <> ''),
    item TEXT NOT NULL CHECK (item <> ''),
    version TEXT NOT NULL CHECK (version <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('single', 'multiple', 'true_false', 'situation', 'scale', 'choice')),
    topic TEXT NOT NULL,
    topic_zh TEXT NOT NULL,
    topic_en TEXT NOT NULL,
    stem_zh TEXT NOT NULL,
    stem_en TEXT NOT NULL,
    options TEXT NOT NULL,                                              -- ids joined by |, in bank order
    answer_key INTEGER NOT NULL CHECK (answer_key BETWEEN 0 AND 4095),  -- bit i: the i-th option is right
    UNIQUE (bank, item, version)
) STRICT;

-- What stood at the booth; kept once instead of in every session.
CREATE TABLE setup (
    key INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    programme TEXT NOT NULL,
    programme_version TEXT NOT NULL,
    UNIQUE (device, programme, programme_version)
) STRICT;

CREATE TABLE session (
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

-- Finds the sessions of a killed process without reading all.
CREATE INDEX session_open ON session (id) WHERE outcome = 'open';

CREATE TABLE answer (
    session BLOB NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999),
    phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),  -- pre, quiz, post, survey
    item_version INTEGER NOT NULL REFERENCES item_version (key),
    chosen INTEGER NOT NULL CHECK (chosen BETWEEN 0 AND 4095),  -- bit i: the i-th option in bank order
    correct INTEGER CHECK (correct IN (0, 1)),                  -- NULL: a survey item
    time_ms INTEGER NOT NULL CHECK (time_ms >= 0),
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- Kept counts, so that the figure on the attract screen costs nothing. A count cannot be taken apart again.
CREATE TABLE day_count (
    event TEXT NOT NULL REFERENCES event (id),
    day TEXT NOT NULL,
    started INTEGER NOT NULL,   -- without practice
    practice INTEGER NOT NULL,
    PRIMARY KEY (event, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER session_counts AFTER INSERT ON session BEGIN
    INSERT INTO day_count (event, day, started, practice)
    VALUES (new.event, new.day, 1 - new.practice, new.practice)
    ON CONFLICT (event, day) DO UPDATE
    SET started = started + excluded.started, practice = practice + excluded.practice;
END;

-- What the staff should know: files set aside.
CREATE TABLE notice (
    file TEXT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
