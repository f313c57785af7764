UPDATE ledger SET undone = 1 WHERE id = ?1
