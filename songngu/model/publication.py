"""Everything that editors wrote, read and ordered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from songngu.model.clearance import Role
from songngu.model.issue import Issue
from songngu.model.records import Credit, Fact, Saying, Series, Source
from songngu.model.terms import NO_NAMES, Names, Term
from songngu.model.words import UNSAID, Bilingual


@dataclass(frozen=True)
class Publication:
    """Everything that editors wrote, read and ordered. `unread` names the files whose faults were
    told already: what they would have held is not missed a second time. `sayings` is all that the
    files beside the articles say in both languages. `clearance`
    names the roles that must sign an article before an official issue publishes it."""

    name: Bilingual
    publisher: Bilingual
    url: str
    issues: tuple[Issue, ...]
    tagline: Bilingual = UNSAID
    contact: Bilingual = UNSAID
    licence: Bilingual = UNSAID
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    credits: Mapping[str, Credit] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    names: Names = NO_NAMES
    unread: frozenset[str] = frozenset()
    sayings: tuple[Saying, ...] = ()
    clearance: tuple[Role, ...] = ("approver",)

    @property
    def newest(self) -> Issue:
        return max(self.issues, key=lambda issue: (issue.date, issue.id))

    def issue(self, identifier: str | None) -> Issue | None:
        """The issue of that id; the newest for None."""
        if identifier is None:
            return self.newest
        return next((issue for issue in self.issues if issue.id == identifier), None)
