SELECT key FROM setup WHERE device = ?1 AND programme = ?2 AND programme_version = ?3
