-- Without one of its events it would say its counts of others; with more counts than there were it is not known which
-- are its own.
DELETE FROM publication
WHERE ifnull(events, 0) <> (SELECT count(*) FROM publication_event WHERE publication = number)
    OR counts < (SELECT count(*) FROM publication_count WHERE publication = number)
