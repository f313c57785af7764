SELECT id, event, measure, title_zh, title_en, unit_zh, unit_en, amount, precision, note, undone
FROM ledger WHERE event = ?1 ORDER BY number
