INSERT INTO publication_event (publication, event) VALUES (?1, ?2)
