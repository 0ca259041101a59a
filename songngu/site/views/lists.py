"""The pages that lead to articles: cover, section, imprint, and what they list."""

from dataclasses import dataclass

from songngu.site.views.frame import Frame, IssueLink, Line, SectionLink
from songngu.site.views.pictures import PictureView


@dataclass(frozen=True)
class Teaser:
    """An article as a list shows it. `kind` is article, interview or statistics."""

    kind: str
    label: str
    title: str
    href: str
    standfirst: str
    minutes: str
    section: str
    accent: str
    picture: PictureView | None


@dataclass(frozen=True)
class SectionView:
    """A section with its articles, as the cover and the section's own page show it."""

    number: int
    title: str
    href: str
    standfirst: str
    accent: str
    count: str
    picture: PictureView | None
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True)
class FigureView:
    """A fact as a large figure: its number between what the unit puts before and after."""

    id: str
    before: str
    number: str
    after: str
    label: str
    source: str
    as_of: str
    href: str


@dataclass(frozen=True)
class DownloadView:
    """A file to take away: what it is, its kind ("PDF") and its size."""

    label: str
    href: str
    kind: str
    weight: str


@dataclass(frozen=True)
class CoverView:
    """The cover page of the newest issue, or of any issue at its own address."""

    frame: Frame
    title: str
    picture: PictureView | None
    foreword: str
    lead: Teaser | None
    sections: tuple[SectionView, ...]
    figures: tuple[FigureView, ...]
    downloads: tuple[DownloadView, ...]
    issues: tuple[IssueLink, ...]


@dataclass(frozen=True)
class SectionPage:
    frame: Frame
    section: SectionView
    before: SectionLink | None
    after: SectionLink | None


@dataclass(frozen=True)
class AboutView:
    """The imprint page of an issue."""

    frame: Frame
    title: str
    foreword: str
    imprint: tuple[Line, ...]
    kit: str = ""


@dataclass(frozen=True)
class LostView:
    """The 404 page of one language."""

    frame: Frame
