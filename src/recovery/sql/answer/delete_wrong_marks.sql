-- As Store::add() and the import refuse it: a mark that does not follow from the key.
DELETE FROM answer
WHERE correct IS NOT (
    SELECT CASE WHEN v.answer_key = 0 THEN NULL ELSE answer.chosen = v.answer_key END
    FROM item_version AS v WHERE v.key = answer.item_version)
