"""Reads what editors write: files -> Publication, with every fault as a diagnostic."""
