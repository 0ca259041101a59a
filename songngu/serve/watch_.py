"""Sees what was saved: by looking at every file's time and size, which works on every system and
every kind of disk."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

WATCHED = ("content", "assets/images", "theme", "print/press.yml", "mkdocs.yml")
EVERY = 0.15
Marks = dict[str, tuple[int, int]]


def changes(root: Path) -> Iterator[frozenset[str]]:
    """The paths, relative to the root, that appeared, changed or went; waits for the next ones."""
    before = marks(root)
    while True:
        time.sleep(EVERY)
        now = marks(root)
        if now != before:
            yield frozenset(path for path, _ in before.items() ^ now.items())
            before = now


def marks(root: Path) -> Marks:
    """Time and size of every watched file that is there, by its path."""
    found: Marks = {}
    for name in WATCHED:
        _look(root / name, name, found)
    return found


def _look(path: Path, name: str, found: Marks) -> None:
    try:
        if not path.is_dir():
            stat = path.stat()
            found[name] = stat.st_mtime_ns, stat.st_size
            return
        with os.scandir(path) as inside:
            for one in inside:
                # What editors and systems keep beside a file while it is being saved.
                if not one.name.startswith((".", "__pycache__")) and not one.name.endswith("~"):
                    _look(Path(one.path), f"{name}/{one.name}", found)
    except OSError:
        # It has gone; or, on Windows, it is just going or being put there: seen the next time.
        pass
