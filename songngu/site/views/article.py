"""An article to be read."""

from dataclasses import dataclass

from songngu.site.views.frame import Frame, Said, SectionLink
from songngu.site.views.lists import Teaser
from songngu.site.views.pictures import PictureView


@dataclass(frozen=True)
class SourceView:
    """A document that figures of an article rest on. `id` is its anchor on the page."""

    id: str
    number: int
    title: str
    date: str
    url: str


@dataclass(frozen=True)
class Day:
    """A day: for the reader and, as `datetime`, for machines."""

    date: str
    datetime: str


@dataclass(frozen=True)
class Correction(Day):
    """What was put right, and when."""

    text: str


@dataclass(frozen=True)
class ArticleView:
    """An article to be read. `lines` are its title as a wide screen breaks it; `body_html` and
    `notes_html` are the renderer's."""

    frame: Frame
    kind: str
    label: str
    title: str
    lines: tuple[str, ...]
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
    further: tuple[Teaser, ...] = ()
    corrections: tuple[Correction, ...] = ()
    updated: Day | None = None
    republish: str = ""
