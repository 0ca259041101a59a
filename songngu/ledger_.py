"""An append-only store of small values, as lines of one file: thousands of files would cost more
than what is in them.

A line is a key, a hash of the rest, and the rest: a value as JSON. Lines are only ever added, each
in one step, so that two at once are safe; a line that is not whole (a killed build, a full disk,
another program) fails its hash and is none. What is under a key never changes, so that an older
line is as good as a newer one. The file is read once, and what others have added since when
something is missing.
"""

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

# Of a hash as hexadecimal digits: of the key, and of key and value.
DIGITS = 32
# How long the file may grow in any case, and how many times what a build uses: of an issue of two
# hundred pairs that is a third of it.
LIMIT, TIMES = 32 * 2**20, 3


class Ledger:
    """The lines of the file `path`, which need not be there. A process that is given one reads the
    file for itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines: dict[bytes, memoryview] = {}
        # The file that was read (another one may take its place), and how far.
        self._file, self._seen = -1, 0
        self._used: dict[bytes, None] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Ledger, (self.path,)

    def get(self, key: tuple[object, ...]) -> Any:
        """The value under that key; None if there is none."""
        name = _name(key)
        if name not in self._lines:
            self._catch_up()
        line = bytes(self._lines.get(name, b""))
        if not line or line[DIGITS : 2 * DIGITS] != _sum(name, line[2 * DIGITS :]):
            return None
        self._used[name] = None
        return json.loads(line[2 * DIGITS :])

    def put(self, key: tuple[object, ...], value: object) -> None:
        """Add a line. What cannot be kept (a folder that may only be read, a full disk) is made
        again the next time."""
        name = _name(key)
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        data = text.encode("utf-8", "surrogatepass")
        line = name + _sum(name, data) + data
        self._lines[name], self._used[name] = memoryview(line), None
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # What stands before it may be half a line.
            added = b"\n" + line + b"\n"
            with self.path.open("ab", buffering=0) as file:
                file.write(added)
                if file.tell() == self._seen + len(added):
                    self._seen += len(added)

    def thin(self, limit: int = LIMIT) -> None:
        """If the file has grown too long, keep the half of it that this process has used or that
        was added last."""
        self._catch_up()
        most = max(limit, TIMES * sum(len(self._lines[name]) for name in self._used))
        if self._seen <= most:
            return
        kept, room = [], most // 2
        for name in dict.fromkeys([*self._used, *reversed(self._lines)]):
            room -= len(self._lines[name])
            if room < 0:
                break
            kept.append(self._lines[name])
        fresh = self.path.with_name(f"{self.path.name}-{os.getpid()}")
        with contextlib.suppress(OSError):
            try:
                fresh.write_bytes(b"\n".join([*reversed(kept), b""]))
                fresh.replace(self.path)
            finally:
                fresh.unlink(missing_ok=True)

    def _catch_up(self) -> None:
        """Know every line that the file has by now."""
        with contextlib.suppress(OSError):
            told = self.path.stat()
            if told.st_ino != self._file or told.st_size < self._seen:
                self._file, self._seen = told.st_ino, 0
            if told.st_size > self._seen:
                with self.path.open("rb") as file:
                    file.seek(self._seen)
                    self._know(file.read())

    def _know(self, data: bytes) -> None:
        self._seen += len(data)
        every, begin = memoryview(data), 0
        while begin < len(data):
            end = data.find(b"\n", begin)
            end = len(data) if end < 0 else end
            if end - begin > 2 * DIGITS:
                self._lines[data[begin : begin + DIGITS]] = every[begin:end]
            begin = end + 1


def _name(key: tuple[object, ...]) -> bytes:
    return hashlib.sha256(repr(key).encode()).hexdigest()[:DIGITS].encode()


def _sum(name: bytes, data: bytes) -> bytes:
    return hashlib.sha256(name + data).hexdigest()[:DIGITS].encode()
