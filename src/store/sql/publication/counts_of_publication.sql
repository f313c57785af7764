SELECT name, count, shown FROM publication_count WHERE publication = ?1 ORDER BY name
