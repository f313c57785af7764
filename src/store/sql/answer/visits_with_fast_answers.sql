-- The bound that the index fast_answer knows; what is slower is looked for only when it is asked for.
SELECT id, event, audience, day, setup, practice, outcome, pledge
FROM session WHERE id IN (
    SELECT session FROM answer WHERE session BETWEEN ?1 AND ?2 AND time_band < 15 AND time_band < ?3
    UNION ALL
    SELECT session FROM answer WHERE ?3 > 15 AND session BETWEEN ?1 AND ?2 AND time_band BETWEEN 15 AND ?3 - 1
) ORDER BY id
