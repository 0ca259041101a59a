"""Songngu: one set of Vietnamese-English Markdown becomes a website and a press-ready book."""

__version__ = "0.1.0"
