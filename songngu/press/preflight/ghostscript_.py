"""The plates as a RIP would make them, measured with Ghostscript where it is installed.

It is an optional tool of the user's machine, called as a program and never a part of this one.
A page is rendered as CMYK at 72 dpi; what comes near the limit again at 150, because small
areas read up to 3 % low at 72 (measured). Overprint is simulated.
"""

import functools
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeGuard

import PIL.Image

from songngu.press.preflight.facts import Area, PageFacts, PlateFacts
from songngu.press.preflight.images_ import over_map

_COARSE, _FINE = 72, 150
NEAR = 5  # percent below the limit
_BATCH = 24  # pages of one run on disk at a time
_PATIENCE = 600  # seconds for a batch


@functools.cache
def program() -> str | None:
    return next(filter(None, map(shutil.which, ("gs", "gswin64c", "gswin32c"))), None)


@functools.cache
def version() -> str:
    """The version of the installed Ghostscript; empty when there is none."""
    if program() is None:
        return ""
    try:
        words = [program() or "", "--version"]
        done = subprocess.run(
            words, capture_output=True, encoding="ascii", errors="replace", timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def plates(
    path: Path, pages: Sequence[PageFacts], limit: float, workers: int = 1
) -> list[PlateFacts] | None:
    """The most ink of every page within its bleed; None without Ghostscript or when it fails.

    `limit` in percent; `workers` programs at a time.
    """
    if not version():
        return None
    size = max(1, min(_BATCH, -(-len(pages) // workers)))
    batches = [pages[at : at + size] for at in range(0, len(pages), size)]
    with ThreadPoolExecutor(workers) as pool:
        found = list(pool.map(lambda batch: _batch(path, batch, limit), batches))
    return [one for batch in found for one in batch] if _all(found) else None


def _all(found: list[list[PlateFacts] | None]) -> TypeGuard[list[list[PlateFacts]]]:
    return None not in found


def _batch(path: Path, pages: Sequence[PageFacts], limit: float) -> list[PlateFacts] | None:
    coarse = _rendered(path, pages, _COARSE, limit)
    if coarse is None:
        return None
    found = {one.page: one for one in coarse}
    near = [page for page in pages if found[page.number].ink > limit - NEAR]
    fine = _rendered(path, near, _FINE, limit) if near else []
    if fine is None:
        return None
    for one in fine:
        if one.ink >= found[one.page].ink or one.over:
            found[one.page] = one
    return list(found.values())


def _rendered(
    path: Path, pages: Sequence[PageFacts], dpi: int, limit: float
) -> list[PlateFacts] | None:
    with tempfile.TemporaryDirectory(prefix="songngu-") as folder:
        command = [
            program() or "", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc",
            f"-r{dpi}", "-sCompression=pack",
            f"-sPageList={','.join(str(page.number) for page in pages)}",
            "-o", f"{folder}/%05d.tif", str(path.resolve()),
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            return None
        made = sorted(Path(folder).glob("*.tif"))
        if done.returncode or len(made) != len(pages):
            return None
        return [_measured(one, page, dpi, limit) for one, page in zip(made, pages, strict=True)]


def _measured(file: Path, page: PageFacts, dpi: int, limit: float) -> PlateFacts:
    scale = dpi / 25.4
    with PIL.Image.open(file) as opened:
        picture = opened.convert("CMYK").rotate(page.turned, expand=True)
    media, frame = page.boxes.media, page.boxes.bleed or page.boxes.trim
    left, top = (frame.x - media.x) * scale, (frame.y - media.y) * scale
    # A pixel that the bleed's edge cuts can hold a part of a mark outside.
    box = (
        int(left) + 1,
        int(top) + 1,
        max(int(left) + 2, int(left + frame.width * scale) - 1),
        max(int(top) + 2, int(top + frame.height * scale) - 1),
    )
    most, flags = over_map(picture.crop(box), limit)
    where = flags.getbbox() if flags is not None else None
    if where is None:
        return PlateFacts(page.number, most)
    x, y = media.x + (box[0] + where[0]) / scale, media.y + (box[1] + where[1]) / scale
    size = (where[2] - where[0]) / scale, (where[3] - where[1]) / scale
    return PlateFacts(page.number, most, Area(x, y, *size))
