INSERT INTO ledger (id, event, measure, title_zh, title_en, unit_zh, unit_en, amount, precision, note, undone)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO NOTHING
