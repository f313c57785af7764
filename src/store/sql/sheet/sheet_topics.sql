WITH asked AS (
    SELECT a.item_version, a.chosen, a.correct
    FROM session AS s
    CROSS JOIN answer AS a ON a.session = s.id AND a.phase = 1
    WHERE s.event = ?1 AND s.practice = 0
    UNION ALL
    SELECT a.item_version, a.chosen, a.correct
    FROM pending_session AS s
    CROSS JOIN pending_answer AS a ON a.session = s.id AND a.phase = 1
    WHERE s.event = ?1 AND s.practice = 0
)
SELECT v.topic, v.topic_zh, max(v.topic_en), sum(a.chosen <> 0 AND a.correct = 1), sum(a.chosen <> 0),
    sum(a.chosen = 0)
FROM asked AS a CROSS JOIN item_version AS v ON v.key = a.item_version
GROUP BY v.topic, v.topic_zh
