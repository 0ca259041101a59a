"""Reads a PDF, asks every rule, and says what was measured and what was not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf
import PIL

from songngu.cache_ import Cache
from songngu.diagnostics import Diagnostic, diagnose, has_errors, in_order
from songngu.model import PressProfile
from songngu.press.preflight import ghostscript_, pdfium_
from songngu.press.preflight.facts import Area, PageFacts, PlateFacts, clustered
from songngu.press.preflight.kept_ import Kept
from songngu.press.preflight.pikepdf_ import Document, Sheet, UnreadableError
from songngu.press.preflight.plates_ import Judged, Plates
from songngu.press.preflight.rules import FILE_RULES, RULES, cover, ink
from songngu.press.preflight.rules.structure import STRUCTURE
from songngu.press.preflight.wanted import Finding, Wanted

MEASURED = ("file", "boxes", "contents", "fonts", "pictures", "ink-objects")
PLATES = "ink-plates"
SPOKEN = ("tags", "languages", "letters")
UA = "PDF/UA-1"
_UNKNOWN_INK = ("press.colour/rgb", "press.colour/calibrated", "press.colour/unknown")
_NEAR, _MOST = 8.0, 4  # findings of one kind on a page: joined within 8 mm, at most 4 places


@dataclass(frozen=True)
class Report:
    """What was found in one PDF. `name` is its path as it is told, `media` the boxes of its pages
    for drawing on them, `marks` the hashes that they are kept by, `ink` what the rendered ones of
    them carry; `measured` and `unmeasured` name what the judgement rests on."""

    path: Path
    name: str
    profile: str
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    measured: tuple[str, ...] = MEASURED
    unmeasured: tuple[str, ...] = ()
    media: tuple[tuple[Area, Area], ...] = ()
    ink: Mapping[int, float] = field(default_factory=dict)
    screen: bool = False
    marks: tuple[str | None, ...] = ()

    @property
    def passed(self) -> bool:
        return not has_errors(self.diagnostics)


def judge(
    path: Path,
    profile: PressProfile,
    *,
    root: Path | None = None,
    name: str = "",
    wanted: Wanted | None = None,
    more: Sequence[Finding] = (),
    plates: bool = True,
    cache: Cache | None = None,
    workers: int = 1,
) -> Report:
    """Judge any PDF by a printing house's profile.

    `root` is what paths are told relative to; `name` is told in place of the path (a file that is
    still on its way to its folder); `wanted` replaces what the profile asks of an
    interior (a cover's size, the families of its fonts); `more` are findings from outside the
    file (spine, stale cover); without `plates` Ghostscript is not asked. With a `cache` only pages
    are judged that were not before; `workers` is how many may render plates at a time.
    """
    name = name or _name(path, root)
    asked = wanted or Wanted.interior(profile)
    kept = Kept(cache, asked)
    try:
        with Document(path) as document:
            sheets = document.sheets(asked.ink_limit)
            file = document.file_facts()
            pages = [_judged(sheet, kept) for sheet in sheets]
    except UnreadableError as error:
        told = diagnose("press.intent", name, 1, "unreadable", reason=str(error))
        return Report(path, name, profile.name, 0, (told,), (), (*MEASURED, PLATES))
    found = [*more, *(one for rule in FILE_RULES for one in rule(file, asked))]
    found += [one for page in pages for one in page.found]
    measured = Plates(path, kept, workers).of(pages) if plates else None
    return _report(path, name, profile, asked, pages, found, measured)


def _judged(sheet: Sheet, kept: Kept) -> Judged:
    """A page by every rule, now or before."""
    frame, mark = sheet.frame(), sheet.mark if kept.cache else None
    known = kept.findings(mark, sheet.number)
    if known is None:
        page = sheet.facts()
        found = [one for rule in RULES for one in rule(page, kept.wanted)]
        found += ink.unmeasured(page, kept.wanted)
        known = found, ink.told(page)
        kept.keep_findings(mark, sheet.number, *known)
    return Judged(frame, mark, *known)


def judge_cover(
    path: Path,
    profile: PressProfile,
    spine: float,
    *,
    bound_to: str,
    interior: str,
    root: Path | None = None,
    name: str = "",
    families: tuple[str, ...] = (),
    cache: Cache | None = None,
) -> Report:
    """Judge a cover sheet: `spine` in millimetres as the page count asks for it, `bound_to` the
    SHA-256 of the interior it was made for, `interior` that of the interior it lies beside."""
    wanted = Wanted.cover(profile, spine, families)
    more = tuple(cover.stale(bound_to, interior))
    return judge(path, profile, root=root, name=name, wanted=wanted, more=more, cache=cache)


def judge_screen(path: Path, *, root: Path | None = None, name: str = "") -> Report:
    """Judge a screen edition by what a reader who does not see its pages needs (PDF/UA-1)."""
    name = name or _name(path, root)
    try:
        with Document(path) as document:
            facts = document.tag_facts()
    except UnreadableError as error:
        told = diagnose("press.intent", name, 1, "unreadable", reason=str(error))
        return Report(path, name, UA, 0, (told,), (), SPOKEN, screen=True)
    found = [one for rule in STRUCTURE for one in rule(facts)]
    areas = tuple(Area(0, 0, *size) for size in facts.media)
    media = tuple(zip(areas, areas, strict=True))
    diagnostics = in_order(_told(found, {}, name))
    return Report(path, name, UA, len(areas), diagnostics, SPOKEN, media=media, screen=True)


def _report(
    path: Path,
    name: str,
    profile: PressProfile,
    wanted: Wanted,
    pages: Sequence[Judged],
    found: list[Finding],
    measured: Iterable[PlateFacts] | None,
) -> Report:
    inks: dict[int, float] = {}
    if measured is not None:
        told = {one.page for one in found if one.key in ("press.ink/image", "press.ink/object")}
        for plate in measured:
            inks[plate.page] = round(plate.ink, 1)
            if plate.page not in told:
                found += ink.plates(plate, wanted)
        found = [one for one in found if not one.key.startswith("press.ink/not-measured")]
    blind = any("not-measured" in one.detail for one in found)
    unknown = any(one.key.startswith(_UNKNOWN_INK) for one in found)
    return Report(
        path,
        name,
        profile.name,
        len(pages),
        in_order(_told(found, {page.frame.number: page.frame for page in pages}, name)),
        (*MEASURED, PLATES) if measured is not None else MEASURED,
        (PLATES,) if measured is None and (blind or unknown) else (),
        tuple((page.frame.boxes.media, page.frame.boxes.trim) for page in pages),
        inks,
        marks=tuple(page.mark for page in pages),
    )


def _name(path: Path, root: Path | None) -> str:
    full = path.resolve()
    if root is not None and full.is_relative_to(root.resolve()):
        return full.relative_to(root.resolve()).as_posix()
    return path.name


def _told(
    found: Sequence[Finding], pages: Mapping[int, PageFacts], name: str
) -> Iterable[Diagnostic]:
    """Findings of one kind on one page joined by place, each at its source where that is known."""
    grouped: dict[tuple[object, ...], list[Finding]] = {}
    for one in found:
        key = (one.page, one.code, one.detail, tuple(map(str, one.values.values())))
        grouped.setdefault(key, []).append(one)
    for group in grouped.values():
        one = group[0]
        page = pages.get(one.page or 0)
        areas = clustered([area for each in group for area in each.areas], _NEAR, _MOST)
        for area in areas or (None,):
            origin = page.origin(area) if page else None
            told = diagnose(
                one.code,
                origin.path or name if origin else name,
                1,
                one.detail,
                lang=origin.lang if origin else None,
                pair=origin.pair if origin else None,
                block=None,
                **one.values,
            )
            yield replace(told, page=one.page, area=area.rounded if area else None)


def tools() -> dict[str, str]:
    """The programs and libraries that the judgement was made with, and their versions."""
    return {
        "pikepdf": pikepdf.__version__,
        "qpdf": pikepdf.__libqpdf_version__,
        "pillow": PIL.__version__,
        "pdfium": pdfium_.version(),
        "ghostscript": ghostscript_.version() or "-",
    }
