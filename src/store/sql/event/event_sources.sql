SELECT owner, id, event, version FROM event_source ORDER BY event, owner, id
