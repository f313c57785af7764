-- Whether an ended visit waits that is of another event, day or half-day.
SELECT ifnull(max(event <> ?1 OR day <> ?2 OR (hour >= 12) + (hour >= 18) <> ?3), 0)
FROM pending_session WHERE outcome <> 'open'
