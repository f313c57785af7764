-- Version 10. What the staff chose on the panel (outreach/booth_settings.h). A setting that is not there is as it was
-- when the kiosk was installed.
CREATE TABLE booth_setting (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
