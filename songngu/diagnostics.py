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


# The severity of every code. A new code is a line here, a sentence in messages/*.yml, and the
# check that finds it.
SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {
        "source.encoding": Severity.ERROR,
        "source.front-matter": Severity.ERROR,
        "source.markdown": Severity.WARNING,
        "config.invalid": Severity.ERROR,
        "config.unknown-key": Severity.ERROR,
        "parity.missing": Severity.ERROR,
        "parity.structure": Severity.ERROR,
        "parity.front-matter": Severity.ERROR,
        "fact.unknown": Severity.ERROR,
        "series.invalid": Severity.ERROR,
        "image.missing": Severity.ERROR,
        "link.broken": Severity.ERROR,
        "clearance.missing": Severity.ERROR,
        "imprint.missing": Severity.ERROR,
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
    """

    code: str
    place: Place
    detail: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    lang: str | None = None
    pair: str | None = None
    block: int | None = None
    severity: Severity = Severity.ERROR

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
    """A diagnostic with the severity that its code has."""
    return Diagnostic(code, Place(path, line), detail, values, lang, pair, block, SEVERITIES[code])


@dataclass(frozen=True)
class Checked(Generic[T]):
    """A value together with what was found on the way to it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, without repetitions: the order in which they are printed."""
    unique = {(d.place, d.key, tuple(map(str, d.values.values()))): d for d in diagnostics}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)
