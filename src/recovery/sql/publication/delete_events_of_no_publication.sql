DELETE FROM publication_event WHERE publication NOT IN (SELECT number FROM publication)
