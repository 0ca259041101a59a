"""All figures of an issue."""

from dataclasses import dataclass

from songngu.site.views.frame import Frame, Said


@dataclass(frozen=True)
class FactView:
    """A fact with everything that whoever takes it must say. `id` is its anchor on the page;
    `as_of` is empty where its group says it."""

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
    """The facts that rest on one document. `as_of` where it is the same for all of them."""

    id: str
    source: str
    url: str
    as_of: str
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
