"""Read everything, ask every check; what an official issue holds back is told, and taken out."""

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from songngu.cache_ import digest
from songngu.check import CHECKS, Subject
from songngu.check.ignoring import settle
from songngu.desk.gate import for_a_draft, signed
from songngu.desk.standing import Board
from songngu.diagnostics import Checked, Diagnostic, in_order
from songngu.figures.pictures_ import pixels
from songngu.model import (
    Issue,
    Pair,
    PressProfile,
    Publication,
    Standing,
)
from songngu.pipeline.job import Job, Reading
from songngu.site.lasting import vanished
from songngu.source.addresses import read_addresses
from songngu.source.clearance import read_signings
from songngu.source.files import is_inside, stored_text
from songngu.source.press import read_press
from songngu.source.publication import read


def examine(
    job: Job, every_issue: bool = False, found: Checked[Publication | None] | None = None
) -> Reading:
    """Read everything and run every check on the asked issue (or on all of them). `found` is what
    was read, if it already was."""
    job.report("progress.read", None)
    found = found or read(job.root, job.issue)
    press = read_press(job.root)
    diagnostics = [*found.diagnostics, *press.diagnostics]
    publication = found.value
    if publication is None:
        return Reading(None, None, press.value, in_order(diagnostics))
    issue = publication.issue(job.issue)
    judged = publication.issues if every_issue else (issue,)
    listed = read_addresses(job.root)
    diagnostics += listed.diagnostics
    boards: dict[str, Board] = {}
    for one in judged:
        if one is not None:
            signings = read_signings(job.root, one.id)
            diagnostics += signings.diagnostics
            board = boards[one.id] = Board(publication, signings.value, _digest(job.root))
            taken = frozenset(address.address for address in listed.value)
            diagnostics += judge(job.root, publication, one, press.value, board, taken)
    diagnostics += vanished(publication, listed.value, found.diagnostics, job.issue)
    if job.draft:
        diagnostics = [for_a_draft(one) for one in diagnostics]
    settled = settle([one for one in judged if one is not None], in_order(diagnostics))
    left = in_order(settled.diagnostics)
    return Reading(publication, issue, press.value, left, boards, settled.ignored)


def _unasked(pair: Pair) -> Standing:
    """Where nobody is asked to sign."""
    return Standing(pair, (), ())


def judge(
    root: Path,
    publication: Publication,
    issue: Issue,
    profile: PressProfile | None = None,
    standing: Callable[[Pair], Standing] = _unasked,
    addresses: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """What every check says of the issue, with the pairs that it has. `addresses` are those that
    were published."""
    subject = Subject(
        publication,
        issue,
        _exists(root),
        profile,
        _pixels(root),
        _text(root),
        standing,
        addresses,
    )
    for check in CHECKS:
        yield from check(subject)


def published(reading: Reading) -> Reading:
    """The reading without what an official issue holds back; the asked issue is None when nothing
    of it is left."""
    assert reading.publication is not None and reading.issue is not None
    left = signed(reading.publication, reading.boards)
    return replace(reading, publication=left, issue=left.issue(reading.issue.id))


def enough(reading: Reading, wanted: Sequence[str]) -> bool:
    """Whether there is anything to build: an issue for the press, any issue for the site."""
    assert reading.publication is not None
    return bool(reading.publication.issues) and ("print" not in wanted or bool(reading.issue))


def _digest(root: Path) -> Callable[[str], str]:
    """The hash of a picture's bytes by its path; pictures are read once."""

    @functools.cache
    def hashed(path: str) -> str:
        try:
            return digest(root / path)[:16]
        except OSError:
            return "—"

    return hashed


def _pixels(root: Path) -> Callable[[str], tuple[int, int] | None]:
    return lambda path: pixels(root / path)


def _text(root: Path) -> Callable[[str], str | None]:
    return lambda path: stored_text(root / path)


def _exists(root: Path) -> Callable[[str], bool]:
    return lambda path: (root / path).is_file() and is_inside(root / path, root)
