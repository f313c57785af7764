-- The counts that are left are still what readers hold.
UPDATE publication SET counts = (SELECT count(*) FROM publication_count WHERE publication = number)
WHERE counts <> (SELECT count(*) FROM publication_count WHERE publication = number)
