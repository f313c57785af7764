-- Publications of which only events or counts are left.
SELECT count(*) FROM (
    SELECT publication FROM publication_event UNION SELECT publication FROM publication_count
    EXCEPT SELECT number FROM publication)
