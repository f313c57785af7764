INSERT INTO setup (key, device, programme, programme_version)
SELECT DISTINCT setup, '?', '?', 'recovered-' || setup FROM session
WHERE setup NOT IN (SELECT key FROM setup)
