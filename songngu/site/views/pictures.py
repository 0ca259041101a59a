"""A picture as pages show it."""

from dataclasses import dataclass

from songngu.site.views.frame import Frame


@dataclass(frozen=True)
class SourceSet:
    """The files of one kind that a browser may choose from, as HTML has it."""

    media: str
    srcset: str


@dataclass(frozen=True)
class PictureView:
    """`src` and `srcset` are read by every browser, `sources` come before them; `large` is the
    picture by itself; `width` and `height` of the original, for the space it keeps."""

    src: str
    srcset: str
    sources: tuple[SourceSet, ...]
    large: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Plate:
    """A picture of the gallery: what may be done with it, and the page that it belongs to.
    `across` takes the whole width."""

    picture: PictureView
    accent: str
    across: bool
    title: str
    href: str
    licence: str
    licence_url: str


@dataclass(frozen=True)
class GalleryView:
    """All pictures of an issue."""

    frame: Frame
    title: str
    standfirst: str
    count: str
    plates: tuple[Plate, ...]
