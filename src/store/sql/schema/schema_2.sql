-- Version 2. Events have a day; the ledger (活动台账); the way in to the booth's panel.

ALTER TABLE event ADD COLUMN day TEXT NOT NULL DEFAULT '';  -- planned for, YYYY-MM-DD or empty

-- Only ever added to; a mistake is marked as undone. Titles and units are kept as they were: a measure may leave the
-- configuration.
CREATE TABLE ledger (
    number INTEGER PRIMARY KEY,  -- the order of entering; entries are the staff's, not visitors'
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    event TEXT NOT NULL REFERENCES event (id),
    measure TEXT NOT NULL CHECK (measure <> ''),
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    unit_zh TEXT NOT NULL,
    unit_en TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    precision TEXT NOT NULL CHECK (precision IN ('exact', 'about', 'over', 'more')),
    note TEXT NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX ledger_of_event ON ledger (event);

-- Days on which visits began although a later day had been recorded before: the clock was wrong on one of them.
CREATE TABLE clock_doubt (
    day TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Argon2id hashes; never a PIN.
CREATE TABLE pin (
    role TEXT NOT NULL PRIMARY KEY CHECK (role IN ('volunteer', 'organizer')),
    hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong PINs in a row. Never a time: no clock that was set back can shorten a lock.
CREATE TABLE wrong_tries (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    wrong INTEGER NOT NULL CHECK (wrong >= 0)
) STRICT;

INSERT INTO wrong_tries (only, wrong) VALUES (1, 0);
