"""A package that is the same bytes every time: fixed order, date and permissions, no compression.

PDFs full of JPEGs would hardly shrink, and a deflate stream depends on the zlib that made it.
"""

import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from songngu.cache_ import digest

SUMS = "SHA256SUMS"
# Tells the SHA-256 of a file; whoever asks for the same ones again may remember.
Hashed = Callable[[Path], str]
_EARLIEST = date(1980, 1, 1)  # the format knows no earlier day


def pack(members: Mapping[str, Path], day: date, target: Path, hashed: Hashed = digest) -> None:
    """Write a zip of the files under their new names, with their SHA256SUMS first."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as package:
        package.writestr(_entry(SUMS, day), sums(members, hashed))
        for name, path in sorted(members.items()):
            with (
                path.open("rb") as source,
                package.open(_entry(name, day), "w", force_zip64=False) as member,
            ):
                shutil.copyfileobj(source, member, 1 << 20)


def sums(members: Mapping[str, Path], hashed: Hashed = digest) -> str:
    """Lines that `sha256sum -c` accepts, by name."""
    return "".join(f"{hashed(path)}  {name}\n" for name, path in sorted(members.items()))


def read_member(package: Path, name: re.Pattern[str]) -> bytes | None:
    """The one file of a package that has such a name; None when there is none, or no package: one
    that is damaged, locked, or packed in a way that is not ours."""
    try:
        with zipfile.ZipFile(package) as opened:
            names = [one for one in opened.namelist() if name.fullmatch(one)]
            return opened.read(names[0]) if len(names) == 1 else None
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError):
        return None


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    when = max(day, _EARLIEST)
    entry = zipfile.ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED
    entry.create_system = 3  # Unix, wherever it is built
    entry.external_attr = 0o100644 << 16
    return entry
