"""(c) and (d): the interior against one WeasyPrint process given the same HTML, and Typst; beside
them the rest of the press folder. (f) and (g): how its time grows, and how much memory it takes."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from songngu.cache_ import FOLDER
from songngu.messages import phrase
from songngu.pace_ import last_time
from tests.bench.growth import grown
from tests.bench.held import assert_pdf
from tests.bench.issue import CHECKOUT, Issues, edit, unmade
from tests.bench.report import Line, memory
from tests.bench.shares import sampled
from tests.bench.timing import Taken, command, interleaved
from tests.bench.typeset import typst

SET = (sys.executable, "-m", "tests.bench.interior")
ONE = (sys.executable, "-m", "weasyprint", "--quiet", "--pdf-variant", "pdf/x-4")
TYPST = (sys.executable, "-m", "tests.bench.typst_")
PRINT = (sys.executable, "-m", "songngu", "print", "--lang", "en", "--root")
# The whole folder beside the interior: what is measured of it, by the steps that it tells.
BESIDE = {
    "screen editions": "progress.screen",
    "cover": "progress.cover",
    "preflight": "progress.preflight",
    "job ticket, contact sheet, package": "progress.folder",
}
# From 100 pairs to 200 are minutes, every round.
GROWN = (12, 24, 48)
TERMS = """\
(c) Both set the same HTML with the same style sheet, fonts and CMYK pictures, and give PDF/X-4.
Ours also reads and checks the issue, writes its Markdown, tries tighter settings of articles that
end on a nearly empty spread, sets folios, running heads and true page numbers in the contents, lets
black overprint, cuts spreads into pages and draws crop marks; theirs is given the HTML, does none
of this and leaves spreads uncut.

(d) Typst sets the same text and pictures, both languages level, with folios; its pictures are the
RGB originals, its charts and tables plain text, and it has no PDF/X. Ours is a process from its
start: read, check, set what changed, join all. Typst's sheets are spreads, two pages each; its time
is taken for as many pages as ours."""


def measure(root: Path, pairs: int, rounds: int) -> Iterator[Line]:
    """`root` holds the made issue; pictures and fonts are made before the first round."""
    yield from _beside(root, pairs)
    interior, alone, html = root / "interior.pdf", root / "one.pdf", root / "one.html"
    css, paper, set_ = root / "one.css", root / "book.typ", root / "typst.pdf"
    _set("html", root, html, css)
    paper.write_text(typst(root), "utf-8")
    fonts = sorted((root / FOLDER / "cache").rglob("*.ttf"))
    runs = interleaved(
        {
            "cold": partial(_cold, root, interior),
            "one process": lambda: command([*ONE, "-s", css, html, alone], CHECKOUT),
            "after one edit": partial(_edited, root, interior),
            "Typst": lambda: command([*TYPST, paper, set_, *fonts], CHECKOUT),
        },
        rounds,
    )
    pages = assert_pdf(root, interior)
    assert_pdf(root, alone)
    fair = pages / (2 * assert_pdf(root, set_))
    cold, one, edited, other = runs.values()
    again = partial(_edited, root, interior)
    yield Line("c", pairs, "interior, cold", str(cold), "one WeasyPrint process", str(one),
               cold.seconds / one.seconds, 0.60).explained(
        lambda: f"{sampled(partial(_cold, root, interior))}; theirs {one.cpu:.1f} s")  # fmt: skip
    yield Line("d", pairs, f"interior after one edit ({pages} pages)", str(edited),
               f"Typst, × {fair:.2f} for as many pages", str(other),
               edited.seconds / (fair * other.seconds), 1.0).explained(
        lambda: f"{sampled(again)}; theirs {fair * other.cpu:.1f} s")  # fmt: skip
    yield memory("interior, cold", pairs, cold.largest)


def _beside(root: Path, pairs: int) -> Iterator[Line]:
    """The whole press folder, once with nothing made yet, once after an edit."""
    for row, state in (("c", "with pictures and fonts to make"), ("d", "after one edit")):
        if row == "d":
            edit(root)
        taken = command([*PRINT, root], CHECKOUT)
        steps = last_time(root, "print en")
        yield Line(row, pairs, f"the whole press folder, {state}", f"{taken.seconds:.2f} s",
                   "", "", None, None)  # fmt: skip
        if row == "c":
            yield _of(steps, "c", pairs, "of it CMYK pictures", "progress.pictures")
        for name, key in BESIDE.items():
            yield _of(steps, row, pairs, f"of it {name}", key)
        yield memory(f"press folder, {state}", pairs, taken)


def _of(steps: dict[str, float], row: str, pairs: int, what: str, key: str) -> Line:
    said = phrase(key, "en", lang="")
    seconds = sum(took for step, took in steps.items() if step.startswith(said))
    assert seconds, (key, steps)
    return Line(row, pairs, what, f"{seconds:.2f} s", "", "", None, None)


def growth(issues: Issues, rounds: int) -> Iterator[Line]:
    def first(root: Path) -> None:
        _set("ours", root, root / "interior.pdf")

    def run(root: Path) -> Taken:
        return _cold(root, root / "interior.pdf")

    roots = {pairs: issues[pairs] for pairs in GROWN}
    yield from grown("interior, cold", roots, first, run, rounds)


def _set(verb: str, *paths: Path) -> Taken:
    return command([*SET, verb, *paths], CHECKOUT)


def _cold(root: Path, target: Path) -> Taken:
    unmade(root)
    return _set("ours", root, target)


def _edited(root: Path, target: Path) -> Taken:
    """A word more in one paragraph."""
    edit(root)
    return _set("ours", root, target)
