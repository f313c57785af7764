-- Answers have positions from 0 without gaps.
SELECT ifnull(sum(last + 1 - there), 0)
FROM (SELECT max(position) AS last, count(*) AS there FROM answer GROUP BY session)
