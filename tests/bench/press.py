"""(c) and (d): the interior against one WeasyPrint process given the same HTML, and Typst."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pikepdf

from songngu.cache_ import FOLDER
from tests.bench.report import Line
from tests.bench.timing import Taken, command, interleaved
from tests.bench.typeset import typst

EDITED = "content/vi/2031/bai-003.md"
SET = (sys.executable, "-m", "tests.bench.interior")
CHECKOUT = Path(__file__).resolve().parents[2]
# Installed packages are compiled when they are installed; a checkout is compiled as it is used.
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
NOTES = """\
(c) Both set the same HTML with the same style sheet, fonts and CMYK pictures, and give PDF/X-4.
Ours also reads and checks the issue, tries tighter settings of articles that end on a nearly empty
spread, sets folios, running heads and true page numbers in the contents, lets black overprint, cuts
spreads into pages and draws crop marks; theirs does none of this and leaves spreads uncut. Pictures
are converted and Markdown is written before the first round.

(d) Typst sets the same text and pictures, both languages level, with folios; its pictures are the
RGB originals, and it has no PDF/X. Ours is a process from its start: read, check, set what changed,
join all."""


def measure(root: Path, pairs: int, rounds: int) -> Iterator[Line]:
    """`root` holds the made issue; pictures, fonts and charts are made before the first round."""
    interior, alone, html = root / "interior.pdf", root / "one.pdf", root / "one.html"
    _set("ours", root, interior)
    _set("html", root, html)
    paper = root / "book.typ"
    paper.write_text(typst(root), "utf-8")
    fonts = sorted((root / FOLDER / "cache").rglob("*.ttf"))
    compile_: list[str | Path] = [
        sys.executable,
        "-m",
        "tests.bench.typst_",
        paper,
        root / "typst.pdf",
        *fonts,
    ]
    runs = interleaved(
        {
            "cold": partial(_cold, root, interior),
            "one process": lambda: _set("one", root, html, alone),
            "after one edit": partial(_edited, root, interior),
            "Typst": lambda: command(compile_, CHECKOUT, **COMPILED),
        },
        rounds,
    )
    pages = {"ours": _pages(interior), "typst": _pages(root / "typst.pdf")}
    # Typst's sheets are spreads: two pages each. Its time is taken for as many pages as ours.
    fair = pages["ours"] / (2 * pages["typst"])
    cold, alone_, edit = runs["cold"], runs["one process"], runs["after one edit"]
    yield Line("c", pairs, "interior, cold", str(cold), "one WeasyPrint process",
               str(alone_), cold.seconds / alone_.seconds, 0.60)  # fmt: skip
    yield Line("d", pairs, f"interior after one edit ({pages['ours']} pages)", str(edit),
               f"Typst, × {fair:.2f} for as many pages", str(runs["Typst"]),
               edit.seconds / (fair * runs["Typst"].seconds), 1.0)  # fmt: skip
    yield Line("g", pairs, "memory of the interior, cold", f"{cold.megabytes:.0f} MB", "", "",
               cold.megabytes / 1024, 1.0)  # fmt: skip


def _set(verb: str, *paths: Path) -> Taken:
    return command([*SET, verb, *paths], CHECKOUT, **COMPILED)


def _cold(root: Path, target: Path) -> Taken:
    """Nothing that was set is kept; pictures, fonts and charts are."""
    for part in (root / FOLDER / "cache").rglob("*.part"):
        part.unlink()
    return _set("ours", root, target)


def _edited(root: Path, target: Path) -> Taken:
    """A word more in one paragraph."""
    path = root / EDITED
    path.write_text(path.read_text("utf-8").rstrip() + " Thêm.\n", "utf-8", newline="\n")
    return _set("ours", root, target)


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
