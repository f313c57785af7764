SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema
WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name
