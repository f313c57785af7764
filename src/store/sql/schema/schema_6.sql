-- Version 6. Events belong to the store in which they were made, and count their changes. Days that cannot be, as
-- others said.

-- 1: made here; only such an event may be open. Which events of an older file came from elsewhere nobody wrote down.
ALTER TABLE event ADD COLUMN here INTEGER NOT NULL DEFAULT 1 CHECK (here IN (0, 1));
ALTER TABLE event ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);

-- The random id of this store, which owns the events made in it. It belongs to a computer and names nobody.
CREATE TABLE origin (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL CHECK (length(id) = 32)
) STRICT;

INSERT INTO origin (only, id) VALUES (1, lower(hex(randomblob(16))));

-- Where an event arrived from. Several kiosks at one event share its configuration, and so each of them owns it.
CREATE TABLE event_source (
    owner TEXT NOT NULL CHECK (owner <> ''),
    id TEXT NOT NULL CHECK (id <> ''),  -- at its owner
    event TEXT NOT NULL REFERENCES event (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    PRIMARY KEY (owner, id)
) STRICT, WITHOUT ROWID;

-- Days of events that cannot be, as their kiosks said: another computer, at another time, could not tell.
CREATE TABLE doubtful_day (
    event TEXT NOT NULL REFERENCES event (id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (event, day)
) STRICT, WITHOUT ROWID;
