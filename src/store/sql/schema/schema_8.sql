-- Version 8. How far the store has come, so that what is missing is noticed (integrity/signed_count.h). From this
-- version on every page has a checksum (integrity/page_checksum.h).

CREATE TABLE write_count (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    writes INTEGER NOT NULL CHECK (writes >= 0),  -- commits that changed something
    closed INTEGER NOT NULL CHECK (closed IN (0, 1))  -- no program has it open, and none was killed while it had
) STRICT;

INSERT INTO write_count (only, writes, closed) VALUES (1, 0, 1);

-- When something was found to be missing: what had been signed off, and what was there. -1: not known.
CREATE TABLE loss (
    day TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('behind', 'no_count', 'bad_count', 'foreign')),
    signed_writes INTEGER NOT NULL,
    signed_visits INTEGER NOT NULL,
    writes INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    PRIMARY KEY (day, cause, signed_writes, writes)
) STRICT, WITHOUT ROWID;
