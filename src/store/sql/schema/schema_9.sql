-- Version 9. The register of what was published (outreach/publication.h): a later report is protected together with
-- those that it overlaps. Rows are added, and taken out only where nobody was given the report.

CREATE TABLE publication (
    number INTEGER PRIMARY KEY,  -- the order in which they were made
    made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    title TEXT NOT NULL,
    first_day TEXT NOT NULL,  -- '' like last_day: all time
    last_day TEXT NOT NULL,
    place TEXT NOT NULL,  -- '': everywhere
    threshold INTEGER NOT NULL CHECK (threshold >= 0),
    apart INTEGER NOT NULL CHECK (apart IN (0, 1)),
    events INTEGER CHECK (events >= 0),           -- how many there are of each in the tables below, so that a lost row
    counts INTEGER NOT NULL CHECK (counts >= 0)  -- is noticed; no number of events: all
) STRICT;

CREATE TABLE publication_event (
    publication INTEGER NOT NULL REFERENCES publication (number),
    event TEXT NOT NULL CHECK (event <> ''),
    PRIMARY KEY (publication, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_count (
    publication INTEGER NOT NULL REFERENCES publication (number),
    name TEXT NOT NULL CHECK (name <> ''),
    count INTEGER NOT NULL CHECK (count >= 0),
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    PRIMARY KEY (publication, name)
) STRICT, WITHOUT ROWID;

DROP TABLE clock_doubt;  -- nobody reads it
