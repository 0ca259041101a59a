"""What an editor is told: a value, never an exception.

A diagnostic has a stable code, a place, and arguments; its sentence is chosen later, in the
language that was asked for (see songngu/messages).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


# The severity of every code, and of the details that weigh less. A new code is a line here, a
# sentence in messages/*.yml, and the check that finds it.
SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {
        "source.encoding": Severity.ERROR,
        "source.name": Severity.ERROR,
        "source.front-matter": Severity.ERROR,
        "source.markdown": Severity.WARNING,
        "source.markdown/placeholder": Severity.ERROR,
        "source.markdown/too-long": Severity.ERROR,
        "source.markdown/too-many": Severity.ERROR,
        "source.markdown/block-too-long": Severity.ERROR,
        "source.markdown/too-deep": Severity.ERROR,
        "source.markdown/too-wide": Severity.ERROR,
        "config.invalid": Severity.ERROR,
        "config.unknown-key": Severity.ERROR,
        "parity.missing": Severity.ERROR,
        "parity.structure": Severity.ERROR,
        "parity.front-matter": Severity.ERROR,
        "number.mismatch": Severity.ERROR,
        "number.malformed": Severity.ERROR,
        "number.unit": Severity.WARNING,
        "term.forbidden": Severity.ERROR,
        "term.missing": Severity.WARNING,
        "term.sovereignty": Severity.ERROR,
        "term.sovereignty/review": Severity.WARNING,
        "term.sovereignty/alone": Severity.WARNING,
        "term.sovereignty/full-name": Severity.WARNING,
        "term.sovereignty/territories": Severity.WARNING,
        "text.nfc": Severity.WARNING,
        "text.tone": Severity.WARNING,
        "text.punctuation": Severity.WARNING,
        "text.untranslated": Severity.ERROR,
        "fact.unknown": Severity.ERROR,
        "fact.unsourced": Severity.ERROR,
        "fact.shadowed": Severity.INFO,
        "series.invalid": Severity.ERROR,
        "image.missing": Severity.ERROR,
        "image.alt": Severity.ERROR,
        "image.credit": Severity.ERROR,
        "image.resolution": Severity.ERROR,
        "image.resolution/low": Severity.WARNING,
        "image.map-unreviewed": Severity.ERROR,
        "link.broken": Severity.ERROR,
        "link.cross-language": Severity.ERROR,
        "clearance.missing": Severity.WARNING,
        "clearance.missing/published": Severity.ERROR,
        "clearance.stale": Severity.ERROR,
        "clearance.invalid": Severity.ERROR,
        "imprint.missing": Severity.ERROR,
        "imprint.conflict": Severity.ERROR,
        "docx.unreadable": Severity.ERROR,
        "docx.change": Severity.ERROR,
        "docx.change/format": Severity.WARNING,
        "docx.comment": Severity.WARNING,
        "docx.legacy": Severity.ERROR,
        "docx.legacy/converted": Severity.WARNING,
        "docx.legacy/looks": Severity.WARNING,
        "docx.lost": Severity.WARNING,
        "docx.sides": Severity.WARNING,
        "docx.sides/head": Severity.INFO,
        "press.box": Severity.ERROR,
        "press.box/text-near-trim": Severity.WARNING,
        "press.box/short-bleed": Severity.WARNING,
        "press.colour": Severity.ERROR,
        "press.colour/icc-cmyk": Severity.WARNING,
        "press.black": Severity.ERROR,
        "press.black/tint": Severity.WARNING,
        "press.ink": Severity.ERROR,
        "press.ink/not-measured": Severity.WARNING,
        "press.ink/not-measured-object": Severity.WARNING,
        "press.font": Severity.ERROR,
        "press.font/type3": Severity.WARNING,
        "press.resolution": Severity.ERROR,
        "press.resolution/low": Severity.WARNING,
        "press.pages": Severity.ERROR,
        "press.spine": Severity.ERROR,
        "press.intent": Severity.ERROR,
        "press.intent/no-registry": Severity.WARNING,
        "press.transparency": Severity.ERROR,
        "press.hairline": Severity.ERROR,
        "press.overprint": Severity.ERROR,
        "press.overprint/knockout": Severity.WARNING,
        "press.registration": Severity.WARNING,
        "press.stale-cover": Severity.ERROR,
        "press.structure": Severity.ERROR,
        "press.structure/no-bookmarks": Severity.WARNING,
        "press.structure/words": Severity.WARNING,
    }
)


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file. `path` is relative to the root, with slashes; `line` is 1-based."""

    path: str
    line: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """One finding.

    `code` is stable; `detail` tells apart the sentences of one code; `values` fill the sentence.
    What the preflight finds has a `page` of the PDF (1-based) and an `area` on it: left, top,
    width and height in millimetres from the trim's top left corner.
    """

    code: str
    place: Place
    detail: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    lang: str | None = None
    pair: str | None = None
    block: int | None = None
    severity: Severity = Severity.ERROR
    page: int | None = None
    area: tuple[float, float, float, float] | None = None

    @property
    def key(self) -> str:
        """The name of its sentence in messages/*.yml."""
        return f"{self.code}/{self.detail}" if self.detail else self.code


def diagnose(
    code: str,
    path: str,
    line: int = 1,
    detail: str = "",
    /,
    *,
    lang: str | None = None,
    pair: str | None = None,
    block: int | None = None,
    **values: object,
) -> Diagnostic:
    """A diagnostic with the severity that its code, or that detail of it, has."""
    severity = SEVERITIES.get(f"{code}/{detail}", SEVERITIES[code])
    place = Place(path, line)
    return Diagnostic(code, place, detail, values, lang, pair, block, severity)


@dataclass(frozen=True)
class Checked(Generic[T]):
    """A value together with what was found on the way to it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, without repetitions: the order in which they are printed."""
    unique = {
        (d.place, d.page or 0, d.key, d.area or (), tuple(map(str, d.values.values()))): d
        for d in diagnostics
    }
    return tuple(unique[key] for key in sorted(unique))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)
