-- Version 4. No figures are kept any more: a report counts the answers.

DROP TRIGGER session_begun_keeps_nothing;
DROP TRIGGER session_changed_keeps_nothing;
DROP TRIGGER session_gone_keeps_nothing;
DROP TABLE kept_day;
