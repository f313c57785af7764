DELETE FROM publication_count WHERE publication = ?1
