SELECT id, event, measure, title_zh, title_en, unit_zh, unit_en, amount, precision, note, undone
FROM ledger ORDER BY id
