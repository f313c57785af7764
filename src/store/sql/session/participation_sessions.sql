SELECT id, event, audience, language, practice, outcome FROM session ORDER BY id
