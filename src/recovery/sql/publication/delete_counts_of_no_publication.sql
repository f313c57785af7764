DELETE FROM publication_count WHERE publication NOT IN (SELECT number FROM publication)
