"""Both languages side by side, and what an issue has of them."""

from dataclasses import dataclass

from songngu.site.views.article import SourceView
from songngu.site.views.frame import Frame, Said, SectionLink
from songngu.site.views.pictures import PictureView


@dataclass(frozen=True)
class Cell:
    """What one language has in a row. `html` is empty where it has nothing; `toggle` is the name
    of the switch that shows it beneath its twin on a narrow screen, empty where it always shows;
    `switch` is that switch's id."""

    kind: str
    html: str
    toggle: str = ""
    switch: str = ""


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
