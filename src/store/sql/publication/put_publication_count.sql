INSERT INTO publication_count (publication, name, count, shown) VALUES (?1, ?2, ?3, ?4)
