"""The units of dist/: site, press folder, proof. Engines are imported when they are asked for."""

import gc
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from songngu.check import imprint
from songngu.diagnostics import Diagnostic, in_order
from songngu.figures.pictures_ import prepare
from songngu.messages import phrase
from songngu.model import (
    LANGS,
    Bilingual,
    Issue,
    Lang,
    Pair,
    PressOrder,
    Publication,
    Standing,
    withdrawn,
)
from songngu.output_ import MachineError, claim, put, remove, unit
from songngu.pipeline.job import Built, ImprintRefused, Job, PressRefused, Reading
from songngu.site.permalinks import shelved
from songngu.source.slugs import address
from songngu.workers_ import cores

if TYPE_CHECKING:
    from songngu.site.edition import Download

# In a press folder, for us alone: the address of each pair that was set, one a line.
HOLDS = ".pairs"


def build_site(job: Job, reading: Reading) -> Built:
    """dist/site. Screen editions that lie in dist/print are offered, but for those that still hold
    what was withdrawn."""
    from songngu.site.pages_ import EngineFailed
    from songngu.site.website import build_site as build

    publication = reading.publication
    assert publication is not None
    job.progress("progress.web")
    outdated = tuple(one.id for one in publication.issues if _outdated(job, one))
    downloads = () if job.draft else tuple(_screens(job, publication, outdated))
    target = job.place / "site"
    with unit(target, job.kept.spare) as fresh:
        try:
            pages = build(
                job.root,
                publication,
                fresh,
                job.kept,
                only=job.only,
                progress=job.progress,
                downloads=downloads,
                standings=_standings(publication, reading) if job.draft else None,
                before=target,
            )
        except EngineFailed as failed:
            raise MachineError("machine.engine", reason=failed) from failed
    return Built(pages, outdated=() if job.draft else outdated)


def _standings(publication: Publication, reading: Reading) -> dict[str, tuple[Standing, ...]]:
    """Where every pair of every issue stands, for the status page of a draft."""
    return {
        issue.id: tuple(map(reading.boards[issue.id], issue.in_order))
        for issue in publication.issues
        if issue.id in reading.boards
    }


def tidy(job: Job) -> None:
    """After a build: the cache keeps within its bounds."""
    job.kept.tidy()


def _screens(job: Job, publication: Publication, outdated: Collection[str]) -> Iterator["Download"]:
    from songngu.site.edition import Download

    for issue in publication.issues:
        for lang in LANGS:
            path = _folder(job, issue) / f"screen-{lang}.pdf"
            label = Bilingual(phrase(f"screen.{lang}", "vi"), phrase(f"screen.{lang}", "en"))
            if path.is_file() and issue.id not in outdated:
                yield Download(issue.id, label, f"{issue.id}-{lang}.pdf", path)


def _outdated(job: Job, issue: Issue) -> bool:
    """Whether the press folder was made with a pair that was withdrawn since; of a folder that does
    not tell, whether anything was."""
    gone = {name for pair in issue.pairs if withdrawn(pair) for name in _names(pair)}
    if not gone or not (_folder(job, issue) / f"screen-{LANGS[0]}.pdf").is_file():
        return False
    try:
        told = (_folder(job, issue) / HOLDS).read_text("utf-8")
    except FileNotFoundError:
        return True
    return not gone.isdisjoint(told.splitlines())


def _names(pair: Pair) -> Iterator[str]:
    """Its address, and those that it had."""
    yield address(pair.id)
    yield from pair.aliases


def _folder(job: Job, issue: Issue) -> Path:
    return job.out / "print" / issue.id


def build_print(job: Job, reading: Reading) -> Built:
    """dist/print/<issue>, with the pages of its interior; what was withdrawn is not printed.

    Raises ImprintRefused when the imprint is unfinished (but for a draft and the copy that asks
    for a licence) or counts other pages than there are, PressRefused when the preflight finds an
    error; the last good folder stays.
    """
    from songngu.press.delivery import make
    from songngu.press.manuscript import make_draft
    from songngu.press.pictures import ConvertToCmyk
    from songngu.press.weasyprint_ import require_engine
    from songngu.press.workshop import Workshop, pictures_of

    require_engine()
    assert reading.publication and reading.issue and reading.profile
    publication, profile = shelved(reading.publication), reading.profile
    issue = publication.issue(reading.issue.id)
    assert issue
    if not (job.order.for_licence or job.draft):
        _refuse(imprint.unfinished(issue))
    workers = cores()
    shop = Workshop(job.root, job.kept, publication, _laid_out(issue, job.order), profile, workers)
    job.progress("progress.pictures")
    wanted = [job.root / path for path in pictures_of(issue) if (job.root / path).is_file()]
    prepare(wanted, ConvertToCmyk(shop.icc, shop.cache), workers, job.progress)
    target = job.place / "print" / issue.id
    if job.draft:
        with unit(target) as fresh:
            inside = make_draft(shop, fresh, job.progress)
        return Built(inside.pages, len(inside.copyfit.rows))
    refused = target.with_name(f"{issue.id}-refused")
    with unit(target) as fresh:
        made = make(
            shop,
            fresh,
            job.order,
            job.progress,
            lambda pages: _refuse(imprint.extent(issue, pages)),
        )
        held = "".join(f"{address(pair.id)}\n" for pair in issue.pairs)
        (fresh / HOLDS).write_text(held, "utf-8", newline="\n")
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


def _laid_out(issue: Issue, order: PressOrder) -> Issue:
    return replace(issue, layout=order.layout) if order.layout else issue


def build_proof(job: Job, reading: Reading, pair: Pair) -> Path:
    """dist/proof/<issue>/<pair>.pdf: the pair as it will stand in the book, or in the layout that
    was asked for."""
    from songngu.press.interior import set_proof
    from songngu.press.weasyprint_ import require_engine
    from songngu.press.workshop import Workshop

    require_engine()
    publication, issue, profile = reading.publication, reading.issue, reading.profile
    assert publication and issue and profile
    folder = claim(job.out / "proof")
    target = folder / issue.id / f"{pair.id}.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    shop = Workshop(job.root, job.kept, publication, replace(issue, pairs=(pair,)), profile)
    section = next(one for one in issue.sections if one.id == pair.lead.section)
    layout = job.order.layout or issue.layout_of(section, pair)
    fresh = target.with_suffix(".fresh")
    with _uncollected():
        set_proof(shop, section, pair, layout, fresh)
    put(fresh, target)
    return target


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage in between: of a run as short as a proof it takes a tenth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def preflight(
    path: Path, root: Path, profile: str | None, form: str, lang: Lang
) -> tuple[str, bool, tuple[Diagnostic, ...]]:
    """What to print of a PDF, whether it passed, and what is wrong with the profile itself."""
    from songngu.press.preflight.verb_ import preflight as judge

    return judge(path, root, profile, form, lang)
