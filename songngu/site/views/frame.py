"""What stands around every page: head, masthead, switch of languages, footer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from songngu.site.views.head import ShareView


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
    gallery: str
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
