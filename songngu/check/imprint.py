"""imprint.*: what an official issue must say of itself, and that it says one thing everywhere.

Required lines follow Article 27 of the Law on Publishing (2012) and form 04 of its circular for
publications without business purpose; what is our own rule is a warning. A specimen needs none of
them, but what it does say must agree with the press profile.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, Severity, diagnose
from songngu.model import LANGS, ImprintLine, Issue, Lang, PressProfile
from songngu.source import isbn
from songngu.source.publication import CONFIG

# required: the law or its form asks for it; house: our own rule; publisher: only with an ISBN.
Level = Literal["required", "house", "publisher"]
FIELDS: tuple[tuple[str, Level], ...] = (
    ("title", "required"),
    ("issue", "required"),
    ("licensee", "required"),
    ("licensee_address", "required"),
    ("responsible", "required"),
    ("content_responsible", "required"),
    ("editors", "required"),
    ("translators", "required"),
    ("design", "required"),
    ("proof", "required"),
    ("licence_no", "required"),
    ("licence_date", "required"),
    ("licence_issuer", "required"),
    ("copies", "required"),
    ("trim", "required"),
    ("printer", "required"),
    ("deposit", "required"),
    ("not_for_sale", "required"),
    ("photo_credits", "house"),
    ("language", "house"),
    ("online", "house"),
    ("registration_no", "publisher"),
)
COVER_PAGES = 4
TOLERANCE = 0.5  # mm between the imprint's trim size and the profile's
_PLACEHOLDER = re.compile(
    r"…|\.{3,}|_{2,}|\[[^\]]*\]|\bx{2,}\b|\b(?:TBD|TBC|TODO)\b|chưa có"
    r"|(?:số giấy phép|licen[cs]e number)(?!.*[0-9])",
    re.IGNORECASE,
)
_LICENCE_NO = re.compile(r"[0-9]+(?:/[0-9]{4})?/GP-[A-ZĐ]+")
_SIZE = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*[×xX]\s*([0-9]+(?:[.,][0-9]+)?)\s*(mm|cm)?")
_COVER = re.compile(r"bìa|cover", re.IGNORECASE)
_COUNT = re.compile(r"[0-9]+(?:[.,\s\u00a0][0-9]{3})*")
_DAY_VI = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_DAY_EN = re.compile(r"([0-9]{1,2}) ([A-Z][a-z]+) ([0-9]{4})")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """An imprint line and the line of publication.yml where it stands."""

    line: ImprintLine
    at: int


def check(subject: Subject) -> Iterator[Diagnostic]:
    issue = subject.issue
    said = _said(issue)
    if issue.status == "official":
        yield from _missing(issue, said)
        yield from unfinished(issue)
        yield from _licence(issue, said)
    yield from _trim(said, subject.profile)
    yield from _counts(said)
    yield from _isbn(said)


def unfinished(issue: Issue) -> Iterator[Diagnostic]:
    """Lines that still hold a placeholder: no book is printed with them, a specimen neither, which
    may leave any line out."""
    for key, one in _said(issue).items():
        for lang in LANGS:
            value = one.line.value[lang]
            if not value or _PLACEHOLDER.search(value):
                yield diagnose(
                    "imprint.missing", CONFIG, one.at, "placeholder",
                    lang=lang, key=key, found=value or "—",
                )  # fmt: skip


def extent(issue: Issue, pages: int) -> Iterator[Diagnostic]:
    """Whether the imprint counts the inside pages of the finished book, or with the cover's, which
    it then names."""
    one = _said(issue).get("extent")
    if one is None:
        return
    for lang in LANGS:
        value = one.line.value[lang]
        whole = pages + COVER_PAGES if _COVER.search(value) else pages
        if count(value) not in (pages, whole):
            yield diagnose(
                "imprint.conflict", CONFIG, one.at, "extent",
                lang=lang, found=value, pages=pages,
            )  # fmt: skip


def _said(issue: Issue) -> dict[str, Said]:
    return {
        line.key: Said(line, issue.line_of(f"imprint.{at}"))
        for at, line in enumerate(issue.imprint.lines)
    }


# --- what must be there -----------------------------------------------------------------------


def _missing(issue: Issue, said: dict[str, Said]) -> Iterator[Diagnostic]:
    for key, level in FIELDS:
        if key in said or (level == "publisher" and "isbn" not in said):
            continue
        found = diagnose(
            "imprint.missing", CONFIG, issue.line_of("imprint"),
            key=key, kind=f"imprint-{key}", issue=issue.id,
        )  # fmt: skip
        yield replace(found, severity=Severity.WARNING) if level == "house" else found


# --- what must agree --------------------------------------------------------------------------


def _licence(issue: Issue, said: dict[str, Said]) -> Iterator[Diagnostic]:
    """The licence's number has its form in both languages, and its date is one day, before ours."""
    if one := said.get("licence_no"):
        vi, en = one.line.value.vi, one.line.value.en
        if vi != en:
            yield _differ("licence_no", one)
        elif not _LICENCE_NO.fullmatch(vi) and not _PLACEHOLDER.search(vi):
            yield diagnose("imprint.conflict", CONFIG, one.at, "licence-form", found=vi)
    if one := said.get("licence_date"):
        days = [_day(one.line.value[lang], lang) for lang in LANGS]
        if all(days) and days[0] != days[1]:
            yield _differ("licence_date", one)
        elif days[0] and days[0] > issue.date:
            yield diagnose(
                "imprint.conflict", CONFIG, one.at, "licence-late",
                found=days[0].isoformat(), date=issue.date.isoformat(),
            )  # fmt: skip


def _trim(said: dict[str, Said], profile: PressProfile | None) -> Iterator[Diagnostic]:
    """The trim size, in centimetres unless it says mm, is the profile's in both languages."""
    one = said.get("trim")
    if one is None or profile is None:
        return
    for lang in LANGS:
        if not _same_size(trim_mm(one.line.value[lang]), profile.trim):
            width, height = profile.trim
            yield diagnose(
                "imprint.conflict", CONFIG, one.at, "trim", lang=lang,
                found=one.line.value[lang], wanted=f"{width:g} × {height:g} mm", name=profile.name,
            )  # fmt: skip
            return


def _same_size(found: tuple[float, float] | None, wanted: tuple[float, float]) -> bool:
    if found is None:
        return False
    return all(abs(one - other) <= TOLERANCE for one, other in zip(found, wanted, strict=True))


def _counts(said: dict[str, Said]) -> Iterator[Diagnostic]:
    """The print run is one number in both languages, and so are the pages."""
    for key in ("copies", "extent"):
        if one := said.get(key):
            vi, en = (count(one.line.value[lang]) for lang in LANGS)
            if vi != en:
                yield _differ(key, one)


def _isbn(said: dict[str, Said]) -> Iterator[Diagnostic]:
    if one := said.get("isbn"):
        for lang in LANGS:
            written = one.line.value[lang]
            if not isbn.valid(written):
                found = isbn.digits(written)
                wanted = f"{found[:12]}{isbn.check_digit(found)}" if found else "978-…"
                yield diagnose(
                    "imprint.conflict", CONFIG, one.at, "isbn", found=written, meant=wanted
                )
                return


def _differ(key: str, one: Said) -> Diagnostic:
    vi, en = one.line.value.vi, one.line.value.en
    return diagnose("imprint.conflict", CONFIG, one.at, "sides", key=key, vi=vi, en=en)


# --- what a line says -------------------------------------------------------------------------


def trim_mm(text: str) -> tuple[float, float] | None:
    """Width and height in mm of "20,5 × 29 cm" or "205 x 290 mm"; centimetres when no unit."""
    found = _SIZE.search(text)
    if found is None:
        return None
    factor = 1.0 if found[3] == "mm" else 10.0
    width, height = (float(side.replace(",", ".")) * factor for side in (found[1], found[2]))
    return width, height


def count(text: str) -> int | None:
    """The first number of a text, its thousands set apart in either way: 1.000, 1,000, 1 000."""
    found = _COUNT.search(text)
    return int(re.sub(r"[^0-9]", "", found[0])) if found else None


def _day(text: str, lang: Lang) -> datetime.date | None:
    found = (_DAY_VI if lang == "vi" else _DAY_EN).search(text)
    if found is None or (lang == "en" and found[2] not in _MONTHS):
        return None
    month = int(found[2]) if lang == "vi" else _MONTHS.index(found[2]) + 1
    try:
        return datetime.date(int(found[3]), month, int(found[1]))
    except ValueError:
        return None
