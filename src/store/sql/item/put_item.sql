INSERT INTO item_version
    (bank, item, version, kind, topic, topic_zh, topic_en, stem_zh, stem_en, options, answer_key)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
RETURNING key
