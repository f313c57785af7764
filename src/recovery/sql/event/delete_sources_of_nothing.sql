DELETE FROM event_source WHERE event NOT IN (SELECT id FROM event)
