DELETE FROM publication_event WHERE publication = ?1
