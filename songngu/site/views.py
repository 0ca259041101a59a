"""What the templates print: plain frozen values, every sentence and address already chosen.

A template asks for nothing and computes nothing; the functions that make these views (frame.py,
cover.py, reading.py) are pure. Addresses are relative to the page unless their name says absolute;
fields named `html` are safe markup, everything else is text that the template escapes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from songngu.site.head import ShareView


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
class Said:
    """A few words in a language."""

    lang: str
    text: str


@dataclass(frozen=True)
class DoubleLink:
    """The way to both languages side by side, called so in each of them."""

    code: str
    names: tuple[Said, ...]
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
    """What stands around every page. `name` is the publication's; `title` the page's own. `board`
    leads to the status page of a draft."""

    lang: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    style: str
    script: str
    icon: str
    fonts: tuple[str, ...]
    policy: str
    search: SearchView
    name: str
    tagline: str
    publisher: str
    home: str
    about: str
    figures: str
    tongues: tuple[Tongue, ...]
    double: DoubleLink | None
    sections: tuple[SectionLink, ...]
    issue: IssueLink
    specimen: str
    notice: Line | None
    imprint: tuple[Line, ...]
    licence: str
    contact: str
    words: Mapping[str, str] = field(repr=False)
    board: str = ""
    share: ShareView | None = None


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
class SourceView:
    """A document that figures of an article rest on. `id` is its anchor on the page."""

    id: str
    number: int
    title: str
    date: str
    url: str


@dataclass(frozen=True)
class Correction:
    """What was put right, and when: for the reader and, as `datetime`, for machines."""

    date: str
    datetime: str
    text: str = ""


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
    citations: tuple[Said, ...]
    previous: Teaser | None
    next: Teaser | None
    corrections: tuple[Correction, ...] = ()
    updated: Correction | None = None
    republish: str = ""


@dataclass(frozen=True)
class FactView:
    """A fact with everything that whoever takes it must say. `id` is its anchor on the page."""

    id: str
    before: str
    number: str
    after: str
    label: str
    as_of: str
    article: str
    href: str


@dataclass(frozen=True)
class FactGroup:
    """The facts that rest on one document."""

    id: str
    source: str
    url: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class SeriesLink:
    """A series: where it is shown, and its file with the file's size."""

    title: str
    href: str
    csv: str
    weight: str
    as_of: str


@dataclass(frozen=True)
class FiguresView:
    """All figures of an issue."""

    frame: Frame
    title: str
    standfirst: str
    groups: tuple[FactGroup, ...]
    series: tuple[SeriesLink, ...]
    citations: tuple[Said, ...]


@dataclass(frozen=True)
class Cell:
    """What one language has in a row. `html` is empty where it has nothing; `toggle` is the name
    of the switch that shows it beneath its twin on a narrow screen, empty where it always shows.
    """

    kind: str
    html: str
    toggle: str = ""


@dataclass(frozen=True)
class Side:
    """One language of a pair: as many cells as the other side has. `first` is the side that the
    page is read from; ids of a side begin with its `lang`."""

    lang: str
    code: str
    name: str
    first: bool
    label: str
    title: str
    standfirst: str
    byline: str
    date: str
    datetime: str
    minutes: str
    composed: str
    href: str
    read: str
    cells: tuple[Cell, ...]
    notes: str
    notes_html: str
    sources_title: str
    source_link: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class DoubleView:
    """A pair side by side, the page's own language first. `show_all` names the switch that
    shows the other language everywhere."""

    frame: Frame
    kind: str
    section: SectionLink
    picture: PictureView | None
    sides: tuple[Side, ...]
    show_all: str


@dataclass(frozen=True)
class DoubleTitle:
    """A pair in the bilingual contents: its titles, each in its language."""

    href: str
    titles: tuple[Said, ...]


@dataclass(frozen=True)
class DoubleSection:
    number: int
    accent: str
    titles: tuple[Said, ...]
    pairs: tuple[DoubleTitle, ...]


@dataclass(frozen=True)
class DoublesView:
    """What an issue has side by side."""

    frame: Frame
    titles: tuple[Said, ...]
    sections: tuple[DoubleSection, ...]


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
