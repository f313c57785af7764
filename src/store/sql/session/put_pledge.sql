UPDATE pending_session SET pledge = ?2
WHERE id = ?1 AND outcome = 'open'
