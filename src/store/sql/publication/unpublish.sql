DELETE FROM publication WHERE number = ?1
