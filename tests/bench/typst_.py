"""Knows Typst: one document to one PDF, as a process of its own like all contestants."""

import sys
from pathlib import Path

if __name__ == "__main__":
    import typst

    source, target, *fonts = sys.argv[1:]
    folders = sorted({str(Path(font).parent) for font in fonts})
    typst.compile(source, output=target, root=str(Path(source).parent), font_paths=folders)
