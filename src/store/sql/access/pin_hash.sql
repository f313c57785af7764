SELECT hash FROM pin WHERE role = ?1
