WITH counted AS (
    SELECT event, day, sum(1 - practice) AS started, sum(practice) AS practice FROM every_session GROUP BY event, day
),
both AS (
    SELECT k.event, k.day, k.started AS kept_started, k.practice AS kept_practice,
        ifnull(c.started, 0) AS started, ifnull(c.practice, 0) AS practice
    FROM day_count AS k LEFT JOIN counted AS c ON c.event = k.event AND c.day = k.day
    UNION ALL
    SELECT c.event, c.day, 0, 0, c.started, c.practice
    FROM counted AS c LEFT JOIN day_count AS k ON k.event = c.event AND k.day = c.day
    WHERE k.event IS NULL
)
SELECT event, day, kept_started, kept_practice, started, practice FROM both
WHERE kept_started <> started OR kept_practice <> practice
ORDER BY event, day
