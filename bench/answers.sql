-- The sqlite3 shell's counterpart of answers.csv; the chosen options stay a number, which spares the shell work.
SELECT lower(hex(a.session)) AS session, a.position,
    CASE a.phase WHEN 0 THEN 'pre' WHEN 1 THEN 'quiz' WHEN 2 THEN 'post' ELSE 'survey' END AS phase,
    i.bank, i.item, i.version AS item_version, a.chosen, a.correct, a.time_band
FROM answer a JOIN item_version i ON i.key = a.item_version
ORDER BY a.session, a.position;
