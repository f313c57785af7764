INSERT INTO event (id, name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state)
SELECT DISTINCT event, event, event, '', '', '', '', '', '', 'closed' FROM ledger
WHERE event NOT IN (SELECT id FROM event)
