UPDATE pending_session SET outcome = ?2, language = ?3, duration_ms = ?4, pledge = ?5
WHERE id = ?1 AND outcome = 'open'
