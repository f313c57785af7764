-- Version 3. Kept figures of closed days, so that a report need not count every answer again. Made by whoever counts,
-- never needed, not exported; gone as soon as a visit of the day changes. They hold sums of a day, in no order of arrival.

CREATE TABLE kept_day (
    event TEXT NOT NULL REFERENCES event (id),
    day TEXT NOT NULL,
    rules INTEGER NOT NULL,  -- by which rules, and for which items, they were counted
    figures BLOB NOT NULL,
    PRIMARY KEY (event, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER session_begun_keeps_nothing AFTER INSERT ON session BEGIN
    DELETE FROM kept_day WHERE event = new.event AND day = new.day;
END;

CREATE TRIGGER session_changed_keeps_nothing AFTER UPDATE ON session BEGIN
    DELETE FROM kept_day WHERE event = new.event AND day = new.day;
END;

CREATE TRIGGER session_gone_keeps_nothing AFTER DELETE ON session BEGIN
    DELETE FROM kept_day WHERE event = old.event AND day = old.day;
END;
