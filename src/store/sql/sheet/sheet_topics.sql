SELECT v.topic, v.topic_zh, max(v.topic_en), sum(a.chosen <> 0 AND a.correct = 1), sum(a.chosen <> 0),
    sum(a.chosen = 0)
FROM session AS s
CROSS JOIN answer AS a ON a.session = s.id AND a.phase = 1
CROSS JOIN item_version AS v ON v.key = a.item_version
WHERE s.event = ?1 AND s.practice = 0
GROUP BY v.topic, v.topic_zh
