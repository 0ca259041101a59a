"""The benchmark's own words: what it writes of what it measured."""

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.growth import each, more, told
from tests.bench.held import assert_site
from tests.bench.issue import ID, lend, unmade
from tests.bench.pace import Part, timed
from tests.bench.report import Line, memory, written
from tests.bench.sampled.sitecustomize import START
from tests.bench.shares import ENDING, Shares, added, sampled
from tests.bench.stages import by_name
from tests.bench.timing import Taken, command
from tests.support import CHECKOUT

MISSED = Line("a", 12, "site, cold", "2.00 s", "stock", "1.00 s", 2.0, 0.5)
REACHED = Line("b", 12, "site after one edit", "1.00 s", "", "", None, None, 1.0, 1.5)


def test_a_row_that_is_missed_tells_what_its_time_goes_into() -> None:
    other = Line("a", 12, "site, cold", "2.00 s", "Zensical", "1.00 s", 2.0, 0.35)
    lines = [one.explained(lambda: "views 60%") for one in (MISSED, other, REACHED)]
    page = written(lines, "(c) Terms.")
    assert "| a | 12 | 1 | site, cold | 2.00 s | stock | 1.00 s | 2.00 | 0.50 | **no** |" in page
    assert "| b | 12 | 1 | site after one edit | 1.00 s |  |  |  | 1.5 s | yes |" in page
    assert page.count("views 60%") == 1
    assert "* (a) site, cold, 12 pairs: views 60%.\n" in page
    assert page.index("views 60%") < page.index("(c) Terms.")


def test_nobody_asks_why_a_row_is_reached() -> None:
    def why() -> str:
        raise AssertionError

    assert REACHED.explained(why) == REACHED
    page = written([REACHED])
    assert "What is not reached" not in page and "could not" not in page


def test_what_could_not_be_measured_is_said() -> None:
    page = written([REACHED], failed=["search: OSError: no browser"])
    assert page.endswith("## What could not be measured\n\n* search: OSError: no browser\n")


def test_memory_is_told_by_process() -> None:
    line = memory("interior, cold", 200, Taken(1.0, 1.0, (900.0, 400.0, 340.0)))
    assert (line.ours, line.reached) == ("1640 MB", False)
    assert line.note == "900 MB in the first process, 400 MB + 340 MB in others"
    assert memory("site", 12, Taken(1.0, 1.0, (60.0,))).note == ""


def test_shares_are_of_all_the_processors_time() -> None:
    notes = ["7 0.5 start", "7 1.5 reading", "8 0.5 start", "8 1.2 views", "7 0.1 ", "9 0.01 start"]
    found = added(notes, 4.0)
    assert found.processes == (2.1, 1.7)
    assert found.stages["start"] == pytest.approx(1.01)
    assert str(found) == (
        "4.0 s of the processor's time, 2.1 s of it in the first of 2 processes: reading 38%, "
        f"views 30%, start 25%, {ENDING} 5%, the rest 2%"
    )


def test_a_stage_that_took_little_is_told_with_the_rest() -> None:
    told = str(Shares(10.0, (10.0,), {"views": 9.0, "files": 0.1, "": 0.9}))
    assert told == "10.0 s of the processor's time, in one process: views 90%, the rest 10%"


# However long the start took on this machine, this takes longer.
WORK = """
import time

def convert():
    until = 2 * time.process_time() + 0.3
    while time.process_time() < until:
        pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="knows no clock of the processor's time")
def test_a_run_is_sampled_where_it_spends_its_time(tmp_path: Path) -> None:
    (tmp_path / "markdown.py").write_text(WORK)
    run = [sys.executable, "-c", "import markdown; markdown.convert()"]
    found = sampled(lambda: command(run, tmp_path))
    assert found.stages["Markdown"] > found.stages[START] > 0
    assert len(found.processes) == 1


def named(module: str) -> Iterator[str]:
    """The module, and all functions and classes in it; of a package nothing more."""
    path = CHECKOUT / module.replace(".", "/")
    if path.with_suffix(".py").is_file():
        tree = ast.parse(path.with_suffix(".py").read_text("utf-8"))
        yield from (f"{module}.{one.name}" for one in tree.body if hasattr(one, "name"))
    if path.is_dir() or path.with_suffix(".py").is_file():
        yield module


@pytest.mark.parametrize("name", by_name(fine=True))
def test_what_a_stage_names_is_there(name: str) -> None:
    if name.startswith("songngu."):
        assert name in {*named(name), *named(name.rpartition(".")[0])}
    elif not name.startswith("_"):
        assert importlib.util.find_spec(name.partition(".")[0])


@pytest.mark.parametrize(
    ("seconds", "ratio", "reached"),
    [
        ({12: 1.0, 50: 1.38, 100: 1.88, 200: 2.88}, 1.0, True),
        ({12: 1.0, 50: 1.1, 100: 2.0, 200: 2.88}, 1.38 / 1.1, False),
        ({pairs: 0.5 + (pairs / 100) ** 2 for pairs in (12, 50, 100, 200)}, None, False),
        ({pairs: 0.5 + pairs / 100 for pairs in (12, 50, 100, 200)}, 1.0, True),
    ],
)
def test_growth_is_held_against_a_straight_line(
    seconds: dict[int, float], ratio: float | None, reached: bool
) -> None:
    line, slopes = told("site", seconds, lambda pairs: "")
    assert ratio is None or line.ratio == pytest.approx(ratio)
    assert line.reached is reached
    assert slopes.reached is None


def test_growth_tells_what_rises() -> None:
    assert each({50: 3.0, 100: 5.0}, 50, 100) == 0.04
    shares = {
        50: Shares(5.0, (5.0,), {"views": 2.0, "files": 1.0}),
        100: Shares(10.0, (10.0,), {"views": 4.0, "files": 2.0}),
        200: Shares(24.0, (24.0,), {"views": 8.0, "files": 8.0}),
    }
    assert more(shares, 50, 100, 200) == (
        "100.0 ms of the processor's time for each early pair, 140.0 ms for each late one: "
        "files +40.0 ms"
    )


def test_what_is_left_is_mended_by_what_went_before() -> None:
    parts = [Part("site", name, 60.0, lambda: iter(())) for name in ("one", "two", "three")]
    clock = iter((0.0, 120.0, 180.0))
    found = [(part.name, left) for part, left in timed(parts, lambda: next(clock))]
    assert found == [("one", 180.0), ("two", 240.0), ("three", 90.0)]


def test_pages_without_the_words_of_the_articles_are_no_measure(tmp_path: Path) -> None:
    words = "một hai ba bốn năm sáu"
    for lang in ("vi", "en"):
        _write(tmp_path / f"content/{lang}/{ID}/bai-000.md", f"---\ntitle: x\n---\n\n{words}.\n")
        _write(tmp_path / f"site/{lang}/bai-000/index.html", f"<p>{words}.</p>")
    assert_site(tmp_path, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.html"):
        path.write_text("<h1>Empty</h1>", "utf-8")
    with pytest.raises(AssertionError, match="lacks"):
        assert_site(tmp_path, tmp_path / "site")


def test_a_cold_run_finds_pictures_and_nothing_else(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for name in ("a/page.json", "a/picture.webp", "a/picture.webp.sum", "b/spread.part"):
        _write(one / ".songngu/cache" / name, name)
    _write(one / "dist/site/index.html", "")
    lend(one, other)
    unmade(one)
    for root in (one, other):
        kept = sorted(path.name for path in root.rglob("*") if path.is_file())
        assert kept == ["picture.webp", "picture.webp.sum"]
    assert not (one / "dist").exists()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
