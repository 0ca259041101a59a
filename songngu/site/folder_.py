"""The folder of the site while it is filled: what the last site has under the same key is taken
over, so that a build writes only what an edit has changed.

Taken over is a second name for the same file (a hard link; a copy where the disk has none). Under
each key the list tells the files that came of it, with size and time. A file of dist/ that somebody
has changed has another time, as make, git and rsync see it: it is made again. No picture and no
font of dist/ is the very one that is kept, so whoever writes into dist/ by hand can spoil that unit
alone, and not the next one. Nothing is written over: a name that is there already is taken away
first.

Thousands of names take a while to make and to remove, most of them the same as the last time. So
the unit before the last one is kept, and is where the folder begins: a name of it that is the very
file that the last unit has stays, every other one goes.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from songngu.cache_ import Cache

# The name of a file below the folder, its size in bytes, its time in nanoseconds.
Left = tuple[str, int, int]


class Folder:
    """`before` is the last unit, if one is known to stand there. With it, what lies in `path` is
    ours to keep or to remove."""

    def __init__(self, path: Path, cache: Cache, before: Path | None = None) -> None:
        self.path, self.cache, self.before = path, cache, before
        self._left = _listed(cache, before)
        known = {name for left in self._left.values() for name, _, _ in left}
        self._here = dict(_cleared(str(path), "", known)) if before else {}
        self._now: dict[str, tuple[str, ...]] = {}
        self._names: set[str] = set()
        self._folders: set[str] = set()

    @property
    def pages(self) -> int:
        """How many HTML pages there are by now."""
        return sum(name.endswith(".html") for name in self._names)

    def takes(self, key: str) -> bool:
        """Take over all that the last unit has under that key; False where it has nothing, or not
        all of it as it was. The empty key tells nothing from anything."""
        found = self._left.get(key) if key else None
        if found is None:
            return False
        files = {left[0]: self._as_it_was(left) for left in found}
        if None in files.values():
            return False
        for name, inode in files.items():
            if not inode or self._here.get(name) != inode:  # some disks number nothing
                self._link(name)
        self.came(key, files)
        return True

    def came(self, key: str, names: Iterable[str]) -> None:
        """These files are here now, and are all that comes of that key."""
        own = tuple(names)
        self._names.update(own)
        if key:
            self._now[key] = own

    def write(self, files: Mapping[str, str | bytes], key: str = "") -> tuple[str, ...]:
        """Texts in UTF-8; the names of what was written."""
        for name, data in files.items():
            with open(self._free(name), "xb") as file:
                file.write(data.encode() if isinstance(data, str) else data)
        self.came(key, files)
        return tuple(files)

    def copy(self, files: Mapping[str, Path], key: str = "") -> None:
        """Files that lie elsewhere, by their names here."""
        for name, path in files.items():
            shutil.copyfile(path, self._free(name))
        self.came(key, files)

    def keep(self) -> None:
        """All is here: what else lies here goes. Remember for the next build what came of which
        key."""
        for name in self._here.keys() - self._names:
            unwanted = os.path.join(self.path, name)
            os.unlink(unwanted)
            with contextlib.suppress(OSError):
                os.removedirs(os.path.dirname(unwanted))
        if self.before is not None:
            left = {key: [self._seen(name) for name in names] for key, names in self._now.items()}
            text = json.dumps(left, ensure_ascii=False, separators=(",", ":"))
            self.cache.write(_key(self.before), ".json", text.encode())

    def _as_it_was(self, left: Left) -> int | None:
        """The number of the inode of a file that nobody has changed."""
        name, size, changed = left
        try:
            seen = os.lstat(os.path.join(str(self.before), name))
        except OSError:
            return None
        return seen.st_ino if (seen.st_size, seen.st_mtime_ns) == (size, changed) else None

    def _seen(self, name: str) -> Left:
        seen = os.lstat(os.path.join(self.path, name))
        return name, seen.st_size, seen.st_mtime_ns

    def _link(self, name: str) -> None:
        old, new = os.path.join(str(self.before), name), self._free(name)
        try:
            os.link(old, new)
        except OSError:
            shutil.copyfile(old, new)

    def _free(self, name: str) -> str:
        """Where a file of that name is to be written: its folder is there, the name is free."""
        target = os.path.join(self.path, name)
        folder = os.path.dirname(target)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)
        return target


def _key(before: Path) -> tuple[object, ...]:
    return ("folder", str(before.absolute()))


def _cleared(folder: str, below: str, known: Container[str]) -> Iterator[tuple[str, int]]:
    """The files of known names that lie there, with the numbers of their inodes; everything else is
    taken away."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _cleared(one.path, f"{below}{one.name}/", known)
            elif below + one.name in known:
                yield below + one.name, os.lstat(one.path).st_ino
            else:
                os.unlink(one.path)
    if below:
        with contextlib.suppress(OSError):  # there is something in it
            os.rmdir(folder)


def _listed(cache: Cache, before: Path | None) -> Mapping[str, list[Left]]:
    kept = cache.read(_key(before), ".json") if before is not None else None
    found: Mapping[str, list[Left]] = json.loads(kept) if kept else {}
    return found
