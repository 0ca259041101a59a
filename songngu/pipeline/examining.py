"""Read everything, ask every check; what an official issue holds back is told, and taken out."""

from collections.abc import Sequence
from dataclasses import replace

from songngu.check.ignoring import settle
from songngu.desk.dating import dated
from songngu.desk.gate import for_a_draft, signed
from songngu.desk.standing import Board
from songngu.diagnostics import Checked, in_order
from songngu.judging_ import hashes, judge
from songngu.kept_ import read_kept
from songngu.model import (
    Publication,
)
from songngu.pipeline.job import Job, Reading
from songngu.site.permalinks import vanished
from songngu.source.addresses import read_addresses
from songngu.source.clearance import read_signings
from songngu.source.press import read_press


def examine(
    job: Job, every_issue: bool = False, found: Checked[Publication | None] | None = None
) -> Reading:
    """Read everything and run every check on the asked issue (or on all of them). `found` is what
    was read, if it already was."""
    job.progress("progress.read")
    found = found or read_kept(job.root, job.issue, job.kept)
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
            board = boards[one.id] = Board(publication, signings.value, hashes(job.root))
            taken = frozenset(address.address for address in listed.value)
            diagnostics += judge(job.root, job.kept, publication, one, press.value, board, taken)
    diagnostics += vanished(publication, listed.value, found.diagnostics, job.issue)
    if job.draft:
        diagnostics = [for_a_draft(one) for one in diagnostics]
    settled = settle([one for one in judged if one is not None], in_order(diagnostics))
    left = in_order(settled.diagnostics)
    return Reading(publication, issue, press.value, left, boards, settled.ignored)


def published(reading: Reading) -> Reading:
    """The reading without what an official issue holds back, with the days on which published texts
    changed; the asked issue is None when nothing of it is left."""
    assert reading.publication is not None and reading.issue is not None
    left = signed(reading.publication, reading.boards)
    left = dated(left, {id: board.signings for id, board in reading.boards.items()})
    return replace(reading, publication=left, issue=left.issue(reading.issue.id))


def enough(reading: Reading, wanted: Sequence[str]) -> bool:
    """Whether there is anything to build: an issue for the press, any issue for the site."""
    assert reading.publication is not None
    return bool(reading.publication.issues) and ("print" not in wanted or bool(reading.issue))
