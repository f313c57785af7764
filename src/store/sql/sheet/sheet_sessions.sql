SELECT practice, outcome, count(*), sum(pledge = 1), count(pledge)
FROM every_session WHERE event = ?1 GROUP BY practice, outcome
