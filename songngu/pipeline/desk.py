"""What an editor asks beside building: mend, the sheet to sign on paper, sign."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from songngu.desk.clear import Answer, Asked, clear, code
from songngu.desk.fix import diff, fixed, proses
from songngu.desk.signing_ import git_author, keep
from songngu.model import (
    Pair,
    Role,
)
from songngu.output_ import claim, put, replace_file
from songngu.pipeline.job import Job, Mended, Reading
from songngu.source.clearance import record


def mend(job: Job, reading: Reading, within: Sequence[Path], write: bool) -> Iterator[Mended]:
    """What `check --fix` changes, or would change: each file that lies within one of these places
    (everywhere, if none are named)."""
    publication = reading.publication
    if publication is None:
        return
    issues = publication.issues if job.issue is None else (reading.issue,)
    judged = [one for one in issues if one is not None]
    for prose in proses(publication, judged, reading.ignored):
        path = (job.root / prose.path).resolve()
        if within and not any(path.is_relative_to(one.resolve()) for one in within):
            continue
        try:
            before = path.read_bytes()
        except FileNotFoundError:
            continue
        after = fixed(prose, before)
        if after == before:
            continue
        if write:
            replace_file(path, after)
        yield Mended(prose.path, diff(prose.path, before, after))


def build_approval(job: Job, reading: Reading, pair: Pair, role: Role) -> tuple[Path, str]:
    """dist/proof/<issue>/<pair>-<role>.pdf: the sheet to sign on paper, and its code."""
    from songngu.press.approval import set_approval
    from songngu.press.weasyprint_ import require_engine
    from songngu.press.workshop import Workshop

    require_engine()
    publication, issue, profile = reading.publication, reading.issue, reading.profile
    assert publication and issue and profile
    found = reading.boards[issue.id](pair)
    mark = code(issue.id, role, found)
    target = claim(job.out / "proof") / issue.id / f"{pair.id}-{role}.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".fresh")
    shop = Workshop(job.root, job.kept, publication, issue, profile)
    set_approval(shop, found, role, mark, fresh)
    put(fresh, target)
    return target, mark


def sign(job: Job, reading: Reading, pair: Pair, asked: Asked) -> Answer:
    """Sign the pair as it stands, and keep the record."""
    assert reading.issue is not None
    board = reading.boards[reading.issue.id]
    earlier = board.signings.get(pair.id, ())
    answer = clear(reading.issue.id, board(pair), asked, earlier, git_author(job.root))
    if answer.signing:
        path, text = record(answer.signing)
        keep(job.root / path, text)
    return answer
