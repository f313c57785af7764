SELECT name, value FROM booth_setting
