"""The delivery from start to end: set, judge, pack. What does not pass is not packed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from songngu.cache_ import digest
from songngu.diagnostics import Diagnostic
from songngu.figures.fonts_ import FACES
from songngu.model import LANGS, Issue, PressOrder
from songngu.press import covering_
from songngu.press.copyfit_note import write_note
from songngu.press.cover import set_cover, spine_of
from songngu.press.folder import deliver
from songngu.press.interior import set_interior
from songngu.press.preflight.judge_ import Report, judge, judge_cover, judge_screen
from songngu.press.preflight.report_ import write_report
from songngu.press.preflight.wanted import Wanted
from songngu.press.screen import set_screens
from songngu.press.workshop import Workshop
from songngu.progress import Progress


@dataclass(frozen=True)
class Delivery:
    """What was made: the inside pages, how many rows the copyfit note lists, and everything that
    the preflight found."""

    pages: int
    uneven: int
    passed: bool
    diagnostics: tuple[Diagnostic, ...]


def make(
    shop: Workshop,
    fresh: Path,
    order: PressOrder,
    progress: Progress,
    agree: Callable[[int], None],
) -> Delivery:
    """Fill the empty folder `fresh`. When the preflight finds an error, the PDFs and its report
    are there, but no sums and no package. `agree` is told the pages of the issue's own layout
    as soon as they are known, and raises where the editors' words do not agree with them."""
    interior, cover = fresh / "interior.pdf", fresh / "cover.pdf"
    if order.layout:
        shop = replace(shop, issue=_of_no_extent(shop.issue))
    inside = set_interior(shop, interior, progress)
    pages = inside.pages
    if not order.layout:
        agree(pages)
    write_note(inside.copyfit, shop.root, fresh)
    set_screens(shop, fresh, progress)
    progress("progress.cover")
    set_cover(shop, interior, pages, cover)
    progress("progress.preflight")
    reports = _judged(shop, interior, cover, pages)
    write_report(reports, fresh, shop.cache)
    passed = all(report.passed for report in reports)
    if passed:
        progress("progress.folder")
        deliver(
            shop,
            fresh,
            pages,
            round_number=order.round,
            since=Path(order.since) if order.since else None,
            for_licence=order.for_licence,
        )
    found = tuple(one for report in reports for one in report.diagnostics)
    return Delivery(pages, len(inside.copyfit.rows), passed, found)


def _of_no_extent(issue: Issue) -> Issue:
    """The pages that editors count are those of the issue's own layout: in another that is asked
    for once, the imprint counts none."""
    lines = tuple(line for line in issue.imprint.lines if line.key != "extent")
    return replace(issue, imprint=replace(issue.imprint, lines=lines))


def _judged(shop: Workshop, interior: Path, cover: Path, pages: int) -> tuple[Report, ...]:
    profile = shop.profile
    # As the engine names them in the file.
    families = tuple(sorted({face.family.replace(" ", "-") for face in FACES}))
    inside = judge(
        interior,
        profile,
        name=interior.name,
        wanted=Wanted.interior(profile, families),
        cache=shop.cache,
        workers=shop.workers,
    )
    outside = judge_cover(
        cover,
        profile,
        spine_of(profile, pages),
        bound_to=covering_.bound_to(cover),
        interior=digest(interior),
        name=cover.name,
        families=families,
        cache=shop.cache,
    )
    screens = [interior.with_name(f"screen-{lang}.pdf") for lang in LANGS]
    return inside, outside, *(judge_screen(path, name=path.name) for path in screens)
