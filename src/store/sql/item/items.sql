SELECT key, bank, item, version, kind, topic, topic_zh, topic_en, stem_zh, stem_en, options, answer_key
FROM item_version ORDER BY bank, item, version
