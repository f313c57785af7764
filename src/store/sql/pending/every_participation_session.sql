SELECT id, event, audience, language, practice, outcome FROM every_session ORDER BY id
