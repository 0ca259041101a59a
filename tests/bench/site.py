"""(a) and (b): the site against MkDocs with Material and static-i18n, and against Zensical; (f) and
(g): how its time grows with the issue, and how much memory it takes."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from songngu.cache_ import FOLDER
from tests.bench import stock
from tests.bench.issue import edit, make
from tests.bench.report import Line
from tests.bench.timing import Taken, command, interleaved

CHECKOUT = Path(__file__).resolve().parents[2]
OURS = (sys.executable, "-m", "songngu", "site", "--root")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q")
ZENSICAL = (sys.executable, "-m", "zensical", "build", "--clean")
# Pictures, cards and fonts stay: what they cost cold is told beside.
WARM = frozenset((".webp", ".avif", ".jpg", ".png", ".ttf", ".woff2", ".svg", ".sum"))
# Smaller issues are made in one process: the start of others would stand in their time alone.
GROWN = (50, 100, 200)
LINEAR = 1.10


def measure(root: Path, pairs: int, rounds: int) -> Iterator[Line]:
    """`root` holds the made issue."""
    first = _ours(root)
    folders = {name: root / name for name in ("short", "whole", "zensical")}
    stock.make(root, folders["short"], short=True)
    stock.make(root, folders["whole"], short=False)
    stock.make(root, folders["zensical"], short=True, i18n=False)
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    runs = interleaved(
        {
            "ours, cold": partial(_cold, root),
            "stock, short nav": lambda: command(MKDOCS, folders["short"], **quiet),
            "stock as it comes": lambda: command(MKDOCS, folders["whole"], **quiet),
            "Zensical": lambda: command(ZENSICAL, folders["zensical"]),
            "ours, after one edit": partial(_edited, root),
        },
        rounds,
    )
    cold, edit = runs["ours, cold"], runs["ours, after one edit"]
    short, whole = runs["stock, short nav"], runs["stock as it comes"]
    zensical = runs["Zensical"]
    for name, other, most in (
        ("stock, short nav", short, 0.50),
        ("stock as it comes, every page in the nav", whole, 0.35),
        ("Zensical, short nav, one language setting", zensical, None),
    ):
        ratio = cold.seconds / other.seconds
        yield Line("a", pairs, "site, cold", str(cold), name, str(other), ratio, most)
    yield Line("a", pairs, "the same with pictures, cards and fonts to make",
               f"{first.seconds:.2f} s", "", "", None, None)  # fmt: skip
    yield Line("g", pairs, "memory of the site with pictures to make",
               f"{first.megabytes:.0f} MB", "", "",
               first.megabytes / 1024, 1.0)  # fmt: skip
    yield Line("b", pairs, "site after one edit", str(edit), "stock, short nav", str(short),
               edit.seconds / short.seconds, None, edit.seconds, 1.5)  # fmt: skip
    yield Line("g", pairs, "memory of the site, cold", f"{cold.megabytes:.0f} MB", "", "",
               cold.megabytes / 1024, 1.0)  # fmt: skip


def _ours(root: Path) -> Taken:
    return command([*OURS, root], CHECKOUT)


def _cold(root: Path) -> Taken:
    for path in (root / FOLDER / "cache").rglob("*"):
        if path.is_file() and path.suffix not in WARM:
            path.unlink()
    shutil.rmtree(root / "dist", ignore_errors=True)
    return _ours(root)


def _edited(root: Path) -> Taken:
    edit(root)
    return _ours(root)


def growth(rounds: int) -> Iterator[Line]:
    """What the second hundred of pairs costs against the fifty before it, pair for pair: the start,
    which is the same for every size, falls out of both."""
    with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
        roots = {pairs: Path(folder) / str(pairs) for pairs in GROWN}
        for pairs, root in roots.items():
            root.mkdir()
            make(root, pairs)
            _ours(root)
        runs = interleaved(
            {f"{pairs} pairs, cold": partial(_cold, root) for pairs, root in roots.items()}, rounds
        )
    seconds = [run.least for run in runs.values()]
    early, late = (
        (more - less) / (large - small)
        for (small, large), (less, more) in zip(pairwise(GROWN), pairwise(seconds), strict=True)
    )
    small, middle, large = GROWN
    yield Line("f", large, f"site, cold: each pair from {middle} to {large}",
               f"{late * 1000:.1f} ms", f"each pair from {small} to {middle}",
               f"{early * 1000:.1f} ms", late / early, LINEAR)  # fmt: skip
