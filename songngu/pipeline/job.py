"""What was asked for, and what comes of it: plain values that the stages pass on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from songngu.cache_ import Cache
from songngu.desk.standing import Board
from songngu.diagnostics import Diagnostic, has_errors
from songngu.model import (
    Issue,
    Lang,
    PressOrder,
    PressProfile,
    Publication,
    Standing,
)
from songngu.progress import SILENT, Progress


@dataclass(frozen=True)
class Job:
    """What was asked for: one call of the door."""

    root: Path
    out: Path
    issue: str | None = None
    only: Lang | None = None
    cache: bool = True
    progress: Progress = SILENT
    order: PressOrder = field(default_factory=PressOrder)
    draft: bool = False

    @property
    def place(self) -> Path:
        """Where units are built: drafts stand apart, so that they replace nothing that is live."""
        return self.out / "draft" if self.draft else self.out

    @cached_property
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
    """A unit of dist/: how many pages it has, and how many rows its copyfit note lists. `outdated`
    are the issues whose screen editions a site does not offer: they hold what was withdrawn."""

    pages: int
    uneven: int = 0
    outdated: tuple[str, ...] = ()


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
