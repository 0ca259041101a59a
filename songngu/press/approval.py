"""The submission sheet (phiếu trình): a pair on paper for who signs by hand.

Every row numbered, in both languages; first what changed since this role's last signature, old
beside new, marked word by word with strokes that survive black and white; a box for the opinion,
one for the signature, and the code that `clear --as-printed` asks for.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from songngu.figures.numbers import day
from songngu.figures.word_diff import Run, after, before, plain, told, word_diff
from songngu.messages import phrase
from songngu.model import LANGS, Bilingual, Change, Lang, Received, Role, RoleStanding, Standing
from songngu.press.pages_ import finish_document
from songngu.press.setting import set_sheet, words
from songngu.press.workshop import Workshop

# A4; the code and the page's number stand at the foot of every page.
_PAGE = (
    "@page{{size:210mm 297mm;margin:15mm 14mm 18mm;bleed:0;"
    "@bottom-left{{content:'{code}';font:600 10pt 'Be Vietnam Pro';letter-spacing:.06em}}"
    "@bottom-center{{content:'{title}';font:8pt 'Be Vietnam Pro'}}"
    "@bottom-right{{content:counter(page) ' / ' counter(pages);font:8pt 'Be Vietnam Pro'}}}}"
)
LONGEST = 60


@dataclass(frozen=True)
class Text:
    """One side of a row: its language and its lines, each a tuple of runs."""

    lang: Lang
    lines: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Line:
    """A row of the full text."""

    number: int
    kind: Bilingual
    changed: bool
    sides: tuple[Text, ...]


@dataclass(frozen=True)
class Difference:
    """A row that changed: in each language that differs what was signed, and what stands now."""

    number: int
    kind: Bilingual
    how: Bilingual
    sides: tuple[tuple[Text, Text], ...]


def set_approval(shop: Workshop, found: Standing, role: Role, code: str, target: Path) -> None:
    """Write the sheet of that pair for that role."""
    said = words(shop.root)
    standing = found.role(role)
    values = {
        "found": found,
        "code": code,
        "role": _word(role),
        "type": _word(found.pair.lead.type),
        "earlier": _earlier(standing, said["approval-never"]),
        "signed": standing.signing is not None,
        "differences": tuple(map(difference, standing.changes)),
        "lines": tuple(lines(found, standing)),
    }
    title = found.pair.lead.title
    short = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
    page = _PAGE.format(code=code, title=_quoted(short))
    done = set_sheet(shop, "approval.html", "approval.css", values, screen=True, page_css=page)
    name = f"{said['approval'].vi} / {said['approval'].en} – {title} – {code}"
    stamp = datetime.datetime.combine(shop.issue.date, datetime.time(0, 0))
    finish_document(done, name, stamp, target)


def _quoted(text: str) -> str:
    """As a CSS string holds it (CSS Syntax 3, 4.3.7): every mark that could end it is escaped."""
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)


def _word(name: str) -> Bilingual:
    return _both(lambda lang: phrase(f"word.{name}", lang))


def _both(make: Callable[[Lang], str]) -> Bilingual:
    return Bilingual(make("vi"), make("en"))


def _earlier(standing: RoleStanding, never: Bilingual) -> Bilingual:
    """Who signed last in this role, and when."""
    signing = standing.signing
    if signing is None:
        return never
    return _both(lambda lang: f"{signing.signer}, {day(signing.date, lang)}")


def lines(found: Standing, standing: RoleStanding) -> Iterator[Line]:
    """The full text. What changed is marked, where something was signed before."""
    changed = {change.number for change in standing.changes if change.new is not None}
    for number, row in enumerate(found.rows, 1):
        yield Line(number, _word(row.kind), number in changed, tuple(_sides(row)))


def _sides(row: Received) -> Iterator[Text]:
    for lang in LANGS:
        side = row[lang]
        yield Text(lang, _lined((Run("same", plain(side.text)),) if side else ()))


def difference(change: Change) -> Difference:
    sides = tuple(_level(change, lang) for lang in change.sides)
    how = _both(lambda lang: phrase(f"status.how.{change.how}", lang))
    return Difference(change.number, _word(change.kind), how, sides)


def _level(change: Change, lang: Lang) -> tuple[Text, Text]:
    old, new = change[lang]
    runs = word_diff(*told(old.text if old else "", new.text if new else ""))
    return Text(lang, _lined(before(runs))), Text(lang, _lined(after(runs)))


def _lined(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], ...]:
    """Runs cut at the ends of lines."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        found[-1].append(Run(run.what, first))
        found += [[Run(run.what, text)] for text in more]
    kept = (tuple(run for run in line if run.text) for line in found)
    return tuple(line for line in kept if line)
