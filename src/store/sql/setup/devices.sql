SELECT key, device FROM setup
