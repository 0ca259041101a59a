"""Shared kit of shapes: every picture of the magazine is drawn with these."""
