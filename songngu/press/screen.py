"""The screen editions: one tagged RGB PDF per language, with bookmarks and links."""
