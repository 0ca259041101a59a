"""(a) and (b): the site against MkDocs with Material and static-i18n, and against Zensical; (f) and
(g): how its time grows with the issue, and how much memory it takes."""

import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from tests.bench import stock
from tests.bench.growth import ROUNDS, grown
from tests.bench.held import assert_site
from tests.bench.issue import CHECKOUT, Issues, edit, unmade
from tests.bench.report import Line, beside, memory
from tests.bench.shares import sampled
from tests.bench.timing import Taken, command, interleaved

OURS = (sys.executable, "-m", "songngu", "site", "--root")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q")
ZENSICAL = (sys.executable, "-m", "zensical", "build", "--clean")
# What users would pick instead: what it is called in the table, and the ratio to reach.
OTHERS: dict[str, tuple[str, float | None]] = {
    "short": ("stock, short nav", 0.50),
    "whole": ("stock as it comes, every page in the nav", 0.35),
    "zensical": ("Zensical, short nav, one language setting", None),
}
# Seconds that a site may take after an edit.
AT_ONCE = 1.5
# The sizes of the table, and one between.
GROWN = (12, 50, 100, 200)


def measure(root: Path, pairs: int, rounds: int) -> Iterator[Line]:
    """`root` holds the made issue."""
    first = _ours(root)
    others = _others(root)
    pages = {name: _tried(root, name, run) for name, run in others.items()}
    runs = interleaved(
        {
            "ours, cold": partial(_cold, root),
            **others,
            "ours, after one edit": partial(_edited, root),
        },
        rounds,
    )
    cold, edited = runs["ours, cold"], runs["ours, after one edit"]
    whole = f"site, cold ({_pages(root / 'dist/site')} pages)"
    why = cache(partial(sampled, partial(_cold, root), runs["short"].cpu))
    for name, (said, most) in OTHERS.items():
        other = runs[name]
        line = Line("a", pairs, whole, str(cold), f"{said} ({pages[name]} pages)", str(other),
                    cold.seconds / other.seconds, most, rounds=rounds)  # fmt: skip
        yield line.explained(why)
    yield beside("a", pairs, "the same with pictures, cards and fonts to make", first.seconds)
    short = runs["short"]
    line = Line("b", pairs, "site after one edit", str(edited), OTHERS["short"][0], str(short),
                edited.seconds / short.seconds, None, edited.seconds, AT_ONCE,
                rounds=rounds)  # fmt: skip
    yield line.explained(partial(sampled, partial(_edited, root), short.cpu))
    yield memory("site with pictures to make", pairs, first)
    yield memory("site, cold", pairs, cold.largest, rounds)


def growth(issues: Issues, rounds: int) -> Iterator[Line]:
    roots = {pairs: issues[pairs] for pairs in GROWN}
    yield from grown("site, cold", roots, _ours, _cold, max(rounds, ROUNDS))


def _others(root: Path) -> dict[str, Callable[[], Taken]]:
    for name in OTHERS:
        stock.make(root, root / name, short=name != "whole", i18n=name != "zensical")
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    return {
        "short": lambda: command(MKDOCS, root / "short", **quiet),
        "whole": lambda: command(MKDOCS, root / "whole", **quiet),
        "zensical": lambda: command(ZENSICAL, root / "zensical"),
    }


def _tried(root: Path, name: str, run: Callable[[], Taken]) -> int:
    """Once before it counts, so that what is compiled or looked up once is there; how many pages
    came of it. They hold the articles."""
    run()
    assert_site(root, root / name / "site")
    return _pages(root / name / "site")


def _pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def _ours(root: Path) -> Taken:
    return command([*OURS, root], CHECKOUT)


def _cold(root: Path) -> Taken:
    unmade(root)
    return _ours(root)


def _edited(root: Path) -> Taken:
    edit(root)
    return _ours(root)
