"""What a PDF paints, as plain values: the only thing the rules of the preflight know.

Areas are in millimetres from the trim's top left corner, y downwards. Type sizes and line widths
are in points, as the trade counts them. Inks are shares of full ink, 0 to 1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]
Polygon = tuple[Point, ...]


@dataclass(frozen=True, order=True)
class Area:
    """A rectangle on the page, millimetres from the trim's top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return (self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> "Area":
        return Area(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: "Area", gap: float = 0) -> bool:
        """Do they overlap, or lie nearer than `gap` millimetres?"""
        return (
            self.x - gap < other.right
            and other.x - gap < self.right
            and self.y - gap < other.bottom
            and other.y - gap < self.bottom
        )

    def joined(self, other: "Area") -> "Area":
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Area(x, y, right - x, bottom - y)

    @property
    def rounded(self) -> tuple[float, float, float, float]:
        """As it is told: to a tenth of a millimetre."""
        x, y, width, height = (
            round(value, 1) + 0.0 for value in (self.x, self.y, self.width, self.height)
        )
        return (x, y, width, height)


def clustered(areas: Sequence[Area], gap: float = 4, most: int = 12) -> tuple[Area, ...]:
    """Neighbours joined; one area for all when more than `most` stay apart."""
    found: list[Area] = []
    for area in areas:
        whole = area
        while near := [one for one in found if one.meets(whole, gap)]:
            for one in near:
                found.remove(one)
                whole = whole.joined(one)
        found.append(whole)
    if len(found) > most:
        whole = found[0]
        for one in found:
            whole = whole.joined(one)
        return (whole,)
    return tuple(sorted(found, key=lambda one: (one.y, one.x)))


class Family(StrEnum):
    """What a colour space is to a press."""

    PROCESS = "process"  # DeviceCMYK, DeviceGray, the four plates by name
    RGB = "rgb"
    CALIBRATED = "calibrated"  # CalRGB, CalGray, Lab, ICCBased other than CMYK
    ICC_CMYK = "icc-cmyk"
    SPOT = "spot"
    ALL = "all"  # every plate: registration colour
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Colour:
    """A colour as it was set. `inks` are cyan, magenta, yellow, black; None when unknown."""

    family: Family
    name: str
    inks: tuple[float, float, float, float] | None = None
    spots: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float | None:
        """Total area coverage in percent."""
        if self.inks is None:
            return None
        return 100 * (sum(self.inks) + sum(tint for _, tint in self.spots))

    @property
    def plates(self) -> int:
        """On how many plates it prints."""
        inks = sum(ink > 0.004 for ink in self.inks or ())
        return inks + sum(tint > 0.004 for _, tint in self.spots)

    @property
    def white(self) -> bool:
        return self.inks is not None and self.plates == 0

    @property
    def black_alone(self) -> bool:
        """Ink on the black plate and on no other."""
        return self.inks is not None and self.plates == 1 and self.inks[3] > 0.004

    @property
    def solid_black(self) -> bool:
        return self.black_alone and self.inks is not None and self.inks[3] > 0.996


class Kind(StrEnum):
    TEXT = "text"
    FILL = "fill"
    STROKE = "stroke"
    IMAGE = "image"
    SHADING = "shading"


@dataclass(frozen=True)
class Font:
    """A font as the file has it. `name` is without the subset tag."""

    name: str
    embedded: bool
    type3: bool = False


@dataclass(frozen=True)
class Image:
    """A placed image: its size in pixels, its effective resolution in pixels per inch, and the
    most ink (percent) of its visible pixels; `over` says where it passes the limit."""

    width: int
    height: int
    ppi: float
    ink: float | None = None
    over: Area | None = None
    mask: bool = False


@dataclass(frozen=True)
class Mark:
    """One thing that is painted, as far as it can be seen inside the page's bleed.

    `size` is in points: the type size, the width of a line, the thickness of a filled shape.
    `overprint` is what the file sets; `spares` whether it leaves the plates without ink untouched
    (OPM 1 and DeviceCMYK, or a single plate by name).
    """

    kind: Kind
    area: Area
    colour: Colour
    size: float = 0
    overprint: bool = False
    spares: bool = False
    transparency: tuple[str, ...] = ()
    text: str = ""
    font: Font | None = None
    missing_glyphs: int = 0
    image: Image | None = None
    outline: tuple[Polygon, ...] = ()
    even_odd: bool = False

    def covers(self, point: Point) -> bool:
        """Is this point painted? Areas without an outline are taken as full rectangles."""
        area, (x, y) = self.area, point
        if not (area.x <= x <= area.right and area.y <= y <= area.bottom):
            return False
        if not self.outline:
            return True
        turns = [_winding(polygon, point) for polygon in self.outline]
        return bool(sum(map(abs, turns)) % 2 if self.even_odd else sum(turns))


def _winding(polygon: Polygon, point: Point) -> int:
    """How often the polygon runs round the point."""
    x, y = point
    count = 0
    for (x1, y1), (x2, y2) in _edges(polygon):
        if (y1 <= y) != (y2 <= y) and (x2 - x1) * (y - y1) / (y2 - y1) + x1 > x:
            count += 1 if y2 > y1 else -1
    return count


def _edges(polygon: Polygon) -> Iterator[tuple[Point, Point]]:
    return zip(polygon, (*polygon[1:], polygon[0]), strict=True)


@dataclass(frozen=True)
class Boxes:
    """The page's boxes as areas; None when the file does not give one. `given` are their names."""

    media: Area
    trim: Area
    bleed: Area | None
    crop: Area | None
    given: frozenset[str]


@dataclass(frozen=True)
class Annotation:
    kind: str
    area: Area


@dataclass(frozen=True)
class Origin:
    """The article side that a page, or what lies right of `start` on it (mm from the trim), is
    made from."""

    path: str
    pair: str | None = None
    lang: str | None = None
    start: float = 0.0


@dataclass(frozen=True)
class PageFacts:
    """A page: its boxes, what is painted on it in order, and where it comes from when known, from
    left to right.

    `turned` is the angle that a viewer shows it at; boxes and marks are as before turning.
    `altered` says that more than its marks makes its plates: annotations, transfer functions.
    """

    number: int
    boxes: Boxes
    marks: tuple[Mark, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    group: bool = False
    altered: bool = False
    unread: str = ""
    turned: int = 0
    origins: tuple[Origin, ...] = ()

    def origin(self, area: Area | None) -> Origin | None:
        """Where what stands in the middle of an area comes from."""
        across = area.centre[0] if area else 0.0
        return next((one for one in reversed(self.origins) if one.start <= across), None) or next(
            iter(self.origins), None
        )


@dataclass(frozen=True)
class IntentFacts:
    """An output intent: its subtype, names, and the colours and components of its profile."""

    subtype: str
    identifier: str
    registry: str
    profile_space: str | None


@dataclass(frozen=True)
class FileFacts:
    """What the file says of itself."""

    pages: int
    intents: tuple[IntentFacts, ...] = ()
    version: str = ""
    title: str = ""
    created: str = ""
    modified: str = ""
    trapped: str = ""
    encrypted: bool = False
    identified: bool = True


@dataclass(frozen=True)
class PlateFacts:
    """The most ink of a page, measured on its rendered plates (percent), and where it is over."""

    page: int
    ink: float
    over: Area | None = None
