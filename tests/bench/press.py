"""(c) and (d): the interior against one WeasyPrint process given the same HTML, and Typst; beside
them the rest of the press folder. (f) and (g): how its time grows, and how much memory it takes."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from songngu.cache_ import FOLDER
from songngu.messages import phrase
from songngu.timings_ import last_time
from tests.bench.growth import told
from tests.bench.held import assert_pdf
from tests.bench.issue import CHECKOUT, edit, unmade
from tests.bench.report import Line, beside, memory
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
# Of so many pairs, the whole folder after an edit takes minutes and tells nothing more.
LARGE = 200
COLD = "interior, cold"
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
    why = partial(sampled, partial(_cold, root, interior), one.cpu)
    again = partial(sampled, partial(_edited, root, interior), fair * other.cpu)
    line = Line("c", pairs, COLD, str(cold), "one WeasyPrint process", str(one),
                cold.seconds / one.seconds, 0.60, cold.least, rounds=rounds)  # fmt: skip
    yield line.explained(why)
    line = Line("d", pairs, f"interior after one edit ({pages} pages)", str(edited),
                f"Typst, × {fair:.2f} for as many pages", str(other),
                edited.seconds / (fair * other.seconds), 1.0, rounds=rounds)  # fmt: skip
    yield line.explained(again)
    yield memory(COLD, pairs, cold.largest, rounds)


def _beside(root: Path, pairs: int) -> Iterator[Line]:
    """The whole press folder, once with nothing made yet, once after an edit."""
    unmade(root)
    for row, state in (("c", "with pictures and fonts to make"), ("d", "after one edit")):
        if row == "d" and pairs >= LARGE:
            return
        if row == "d":
            edit(root)
        taken = command([*PRINT, root], CHECKOUT)
        steps = last_time(root, "print en")
        yield beside(row, pairs, f"the whole press folder, {state}", taken.seconds)
        if row == "c":
            yield _of(steps, "c", pairs, "of it CMYK pictures", "progress.pictures")
        for name, key in BESIDE.items():
            yield _of(steps, row, pairs, f"of it {name}", key)
        yield memory(f"press folder, {state}", pairs, taken)


def _of(steps: dict[str, float], row: str, pairs: int, what: str, key: str) -> Line:
    said = phrase(key, "en", lang="")
    seconds = sum(took for step, took in steps.items() if step.startswith(said))
    assert seconds, (key, steps)
    return beside(row, pairs, what, seconds)


def growth(lines: Sequence[Line]) -> Iterator[Line]:
    """(f), of the rows (c): a round of its own would take minutes for each size."""
    rows = {line.pairs: line for line in lines if line.what == COLD}
    least = {pairs: line.value for pairs, line in sorted(rows.items()) if line.value is not None}
    if len(least) > 2:
        yield from told(COLD, least, lambda pairs: rows[pairs].note)


def _set(verb: str, *paths: Path) -> Taken:
    return command([*SET, verb, *paths], CHECKOUT)


def _cold(root: Path, target: Path) -> Taken:
    unmade(root)
    return _set("ours", root, target)


def _edited(root: Path, target: Path) -> Taken:
    """A word more in one paragraph."""
    edit(root)
    return _set("ours", root, target)
