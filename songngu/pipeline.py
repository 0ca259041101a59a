"""The order of the stages; no rules inside.

read -> check -> site, press. A stage that finds errors stops what comes after it, and the last
good unit of dist/ stays.
"""

import functools
import gc
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from songngu.cache_ import Cache, digest
from songngu.check import Subject, imprint
from songngu.check.ignoring import settle
from songngu.desk.clear import Answer, Asked, clear, code
from songngu.desk.fix import diff, fixed, proses
from songngu.desk.gate import for_a_draft, signed
from songngu.desk.signing_ import git_author, keep
from songngu.desk.standing import Board
from songngu.diagnostics import Checked, Diagnostic, has_errors, in_order
from songngu.figures.pictures_ import pixels, prepare
from songngu.kept_ import findings, read_kept
from songngu.messages import phrase
from songngu.model import (
    LANGS,
    Bilingual,
    Issue,
    Lang,
    Pair,
    PressOrder,
    PressProfile,
    Publication,
    Role,
    Standing,
)
from songngu.output_ import MachineError, claim, remove, replace_file, unit
from songngu.site.lasting import vanished
from songngu.source.addresses import read_addresses
from songngu.source.clearance import read_signings, record
from songngu.source.files import stored_text
from songngu.source.press import read_press

if TYPE_CHECKING:
    from songngu.site.edition import Download

Report = Callable[[str, Lang | None], None]


@dataclass(frozen=True)
class Job:
    """What was asked for: one call of the door."""

    root: Path
    out: Path
    issue: str | None = None
    only: Lang | None = None
    cache: bool = True
    report: Report = lambda key, lang: None
    order: PressOrder = field(default_factory=PressOrder)
    draft: bool = False

    @property
    def place(self) -> Path:
        """Where units are built: drafts stand apart, so that they replace nothing that is live."""
        return self.out / "draft" if self.draft else self.out

    @property
    def kept(self) -> Cache:
        return Cache(self.root, self.cache)


class PressRefused(Exception):  # noqa: N818 - it is told as what happened
    """The preflight found errors. `folder` holds what was refused, with the report."""

    def __init__(self, folder: Path, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(str(folder))
        self.folder, self.diagnostics = folder, diagnostics


class ImprintRefused(Exception):  # noqa: N818 - it is told as what happened
    """The imprint does not say what the book is: nothing is printed."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(str(len(diagnostics)))
        self.diagnostics = diagnostics


@dataclass(frozen=True)
class Built:
    """A unit of dist/: how many pages it has, and how many rows its copyfit note lists."""

    pages: int
    uneven: int = 0


@dataclass(frozen=True)
class Reading:
    """A publication that was read and checked, its issue and the press profile.

    `ignored` are the findings that an editor asked to pass over, with a reason.
    `issue` is None only when publication.yml cannot stand or has no such issue. `boards` tells of
    each issue that was judged where its pairs stand with those who sign.
    """

    publication: Publication | None
    issue: Issue | None
    profile: PressProfile | None
    diagnostics: tuple[Diagnostic, ...]
    boards: Mapping[str, Board] = field(default_factory=dict)
    ignored: tuple[Diagnostic, ...] = ()

    @property
    def stopped(self) -> bool:
        return has_errors(self.diagnostics)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Where every pair of the issue stands, in the order of the book."""
        assert self.issue is not None
        placed = self.issue.in_order
        lost = tuple(pair for pair in self.issue.pairs if pair not in placed)
        return tuple(self.boards[self.issue.id](pair) for pair in (*placed, *lost))

    def own(self, pair: str) -> tuple[Diagnostic, ...]:
        """What was found in one pair, but for its signatures."""
        return tuple(
            one
            for one in self.diagnostics
            if one.pair == pair and not one.code.startswith("clearance.")
        )


@dataclass(frozen=True)
class Mended:
    """A file that `check --fix` changes, and how."""

    path: str
    diff: str


def examine(
    job: Job, every_issue: bool = False, found: Checked[Publication | None] | None = None
) -> Reading:
    """Read everything and run every check on the asked issue (or on all of them). `found` is what
    was read, if it already was."""
    job.report("progress.read", None)
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
            board = boards[one.id] = Board(publication, signings.value, _digest(job.root))
            taken = frozenset(address.address for address in listed.value)
            diagnostics += judge(job, publication, one, press.value, board, taken)
    diagnostics += vanished(publication, listed.value, found.diagnostics, job.issue)
    if job.draft:
        diagnostics = [for_a_draft(one) for one in diagnostics]
    settled = settle([one for one in judged if one is not None], in_order(diagnostics))
    left = in_order(settled.diagnostics)
    return Reading(publication, issue, press.value, left, boards, settled.ignored)


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


def _unasked(pair: Pair) -> Standing:
    """Where nobody is asked to sign."""
    return Standing(pair, (), ())


def judge(
    job: Job,
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
        _exists(job.root),
        profile,
        _pixels(job.root),
        _text(job.root),
        standing,
        addresses,
    )
    yield from findings(subject, job.kept)


def _pixels(root: Path) -> Callable[[str], tuple[int, int] | None]:
    """The size of a picture by its path; each is opened once."""
    return functools.cache(lambda path: pixels(root / path))


def _text(root: Path) -> Callable[[str], str | None]:
    return lambda path: stored_text(root / path)


def _exists(root: Path) -> Callable[[str], bool]:
    return lambda path: (root / path).is_file()


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


def build_site(job: Job, reading: Reading) -> Built:
    """dist/site. Screen editions that lie in dist/print are offered."""
    from songngu.site.languages_ import EngineFailed
    from songngu.site.website import build_site as build

    publication = reading.publication
    assert publication is not None
    downloads = () if job.draft else tuple(_screens(job, publication))
    with unit(job.place / "site") as fresh:
        try:
            pages = build(
                job.root,
                publication,
                fresh,
                job.kept,
                only=job.only,
                report=job.report,
                downloads=downloads,
                standings=_standings(publication, reading) if job.draft else None,
            )
        except EngineFailed as failed:
            raise MachineError("machine.engine", code=failed.code, reason=failed.reason) from failed
    return Built(pages)


def _standings(publication: Publication, reading: Reading) -> dict[str, tuple[Standing, ...]]:
    """Where every pair of every issue stands, for the status page of a draft."""
    return {
        issue.id: tuple(map(reading.boards[issue.id], issue.in_order))
        for issue in publication.issues
        if issue.id in reading.boards
    }


def tidy(job: Job) -> None:
    """After a build: the cache keeps within its bounds."""
    job.kept.prune()


def _screens(job: Job, publication: Publication) -> Iterator["Download"]:
    from songngu.site.edition import Download

    for issue in publication.issues:
        for lang in LANGS:
            path = job.out / "print" / issue.id / f"screen-{lang}.pdf"
            label = Bilingual(phrase(f"screen.{lang}", "vi"), phrase(f"screen.{lang}", "en"))
            if path.is_file():
                yield Download(issue.id, label, f"{issue.id}-{lang}.pdf", path)


def build_print(job: Job, reading: Reading) -> Built:
    """dist/print/<issue>, with the pages of its interior.

    Raises ImprintRefused when the imprint is unfinished (but for the copy that asks for a licence)
    or counts other pages than there are, PressRefused when the preflight finds an error; the last
    good folder stays.
    """
    from songngu.press.delivery import make
    from songngu.press.interior import Workshop, pictures_of
    from songngu.press.manuscript import make_draft
    from songngu.press.pictures import ConvertToCmyk
    from songngu.press.weasyprint_ import require_engine

    require_engine()
    publication, issue, profile = reading.publication, reading.issue, reading.profile
    assert publication and issue and profile
    if not (job.order.for_licence or job.draft):
        _refuse(imprint.unfinished(issue))
    workers = os.cpu_count() or 1
    shop = Workshop(job.root, job.kept, publication, issue, profile, workers)
    job.report("progress.pictures", None)
    wanted = [job.root / path for path in pictures_of(issue) if (job.root / path).is_file()]
    prepare(wanted, ConvertToCmyk(shop.icc, shop.cache), workers)
    target = job.place / "print" / issue.id
    if job.draft:
        with unit(target) as fresh:
            inside = make_draft(shop, fresh, job.report)
        return Built(inside.pages, len(inside.copyfit.rows))
    refused = target.with_name(f"{issue.id}-refused")
    with unit(target) as fresh:
        made = make(
            shop, fresh, job.order, job.report, lambda pages: _refuse(imprint.extent(issue, pages))
        )
        if not made.passed:
            with unit(refused) as kept:
                shutil.copytree(fresh, kept, dirs_exist_ok=True)
            raise PressRefused(refused, made.diagnostics)
    remove(refused)
    return Built(made.pages, made.uneven)


def _refuse(found: Iterable[Diagnostic]) -> None:
    if told := in_order(found):
        raise ImprintRefused(told)


def is_package(since: str) -> bool:
    """Whether `since` names the package of an earlier round; empty asks for nothing."""
    from songngu.press.changes import NoOldPagesError, old_pages

    try:
        return not since or bool(old_pages(Path(since)))
    except NoOldPagesError:
        return False


def build_proof(job: Job, reading: Reading, pair: Pair) -> Path:
    """dist/proof/<issue>/<pair>.pdf: the pair as it will stand in the book."""
    from songngu.press.interior import Workshop, set_proof
    from songngu.press.weasyprint_ import require_engine

    require_engine()
    publication, issue, profile = reading.publication, reading.issue, reading.profile
    assert publication and issue and profile
    folder = claim(job.out / "proof")
    target = folder / issue.id / f"{pair.id}.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    shop = Workshop(job.root, job.kept, publication, replace(issue, pairs=(pair,)), profile)
    fresh = target.with_suffix(".fresh")
    with _uncollected():
        set_proof(shop, pair, fresh)
    fresh.replace(target)
    return target


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage in between: of a run as short as a proof it takes a tenth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def build_approval(job: Job, reading: Reading, pair: Pair, role: Role) -> tuple[Path, str]:
    """dist/proof/<issue>/<pair>-<role>.pdf: the sheet to sign on paper, and its code."""
    from songngu.press.approval import set_approval
    from songngu.press.interior import Workshop
    from songngu.press.weasyprint_ import require_engine

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
    fresh.replace(target)
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


def preflight(
    path: Path, root: Path, profile: str | None, form: str, lang: Lang
) -> tuple[str, bool, tuple[Diagnostic, ...]]:
    """What to print of a PDF, whether it passed, and what is wrong with the profile itself."""
    from songngu.press.preflight.verb_ import preflight as judge

    return judge(path, root, profile, form, lang)
