SELECT coalesce(max(asked), 0) FROM (
    SELECT count(*) AS asked
    FROM session AS s
    CROSS JOIN answer AS a ON a.session = s.id AND a.phase = 1
    WHERE s.event = ?1 AND s.practice = 0 GROUP BY s.id
    UNION ALL
    SELECT count(*)
    FROM pending_session AS s
    CROSS JOIN pending_answer AS a ON a.session = s.id AND a.phase = 1
    WHERE s.event = ?1 AND s.practice = 0 GROUP BY s.id
)
