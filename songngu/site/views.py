"""What the templates print: plain frozen values, every sentence and address already chosen.

A template asks for nothing and computes nothing; the functions that make these views (frame.py,
cover.py, reading.py) are pure. Addresses are relative to the page unless their name says absolute;
fields named `html` are safe markup, everything else is text that the template escapes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PictureView:
    """`srcset` as HTML has it; `width` and `height` of the original, for the space it keeps."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Tongue:
    """One language of the switch: `code` is what stands there, `name` how it is called."""

    lang: str
    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Alternate:
    """The same page in a language (or `x-default`), by its absolute address."""

    hreflang: str
    absolute: str


@dataclass(frozen=True)
class SectionLink:
    number: int
    title: str
    href: str
    accent: str
    current: bool = False


@dataclass(frozen=True)
class IssueLink:
    title: str
    label: str
    date: str
    href: str


@dataclass(frozen=True)
class Line:
    """A labelled line: of the imprint, of a notice."""

    label: str
    value: str


@dataclass(frozen=True)
class SearchView:
    """What the search script is told: its worker, its index, and where results are based."""

    worker: str
    index: str
    base: str


@dataclass(frozen=True)
class Frame:
    """What stands around every page. `name` is the publication's; `title` the page's own."""

    lang: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    style: str
    script: str
    icon: str
    fonts: tuple[str, ...]
    search: SearchView
    name: str
    tagline: str
    publisher: str
    home: str
    about: str
    tongues: tuple[Tongue, ...]
    sections: tuple[SectionLink, ...]
    issue: IssueLink
    specimen: str
    notice: Line | None
    imprint: tuple[Line, ...]
    licence: str
    contact: str
    words: Mapping[str, str] = field(repr=False)


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
class CoverView:
    """The cover page of the newest issue, or of any issue at its own address."""

    frame: Frame
    title: str
    picture: PictureView | None
    foreword: str
    lead: Teaser | None
    sections: tuple[SectionView, ...]
    figures: tuple[FigureView, ...]
    issues: tuple[IssueLink, ...]


@dataclass(frozen=True)
class SectionPage:
    frame: Frame
    section: SectionView
    before: SectionLink | None
    after: SectionLink | None


@dataclass(frozen=True)
class SourceView:
    """A document that figures of an article rest on. `id` is its anchor on the page."""

    id: str
    number: int
    title: str
    date: str
    url: str


@dataclass(frozen=True)
class ArticleView:
    """An article to be read. `body_html` and `notes_html` are the renderer's."""

    frame: Frame
    kind: str
    label: str
    title: str
    standfirst: str
    byline: str
    date: str
    datetime: str
    minutes: str
    composed: str
    section: SectionLink
    picture: PictureView | None
    body_html: str
    notes_html: str
    sources: tuple[SourceView, ...]
    previous: Teaser | None
    next: Teaser | None


@dataclass(frozen=True)
class AboutView:
    """The imprint page of an issue."""

    frame: Frame
    title: str
    foreword: str
    imprint: tuple[Line, ...]


@dataclass(frozen=True)
class LostView:
    """The 404 page of one language."""

    frame: Frame
