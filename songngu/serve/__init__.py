"""The editors' preview: what is saved is seen at once, with what the check says of it."""
