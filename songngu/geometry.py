"""Lengths, boxes and page counts of the press: arithmetic in millimetres, nothing else."""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4
# The pages of a cover: its outside is 1 and 4, its inside 2 and 3.
COVER_PAGES = 4


def points(mm: float) -> float:
    return mm * POINTS_PER_MM


@dataclass(frozen=True)
class Box:
    """A rectangle in millimetres from the lower left corner of the sheet."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    @property
    def in_points(self) -> tuple[float, float, float, float]:
        sides = (self.left, self.bottom, self.right, self.top)
        left, bottom, right, top = (round(points(side), 3) for side in sides)
        return left, bottom, right, top


@dataclass(frozen=True)
class Sheet:
    """One printed page: trim size, bleed around it, slug around the bleed (for the marks)."""

    width: float
    height: float
    bleed: float
    slug: float

    @property
    def edge(self) -> float:
        """From the sheet's edge to the trim."""
        return self.bleed + self.slug

    @property
    def media(self) -> Box:
        return Box(0, 0, self.width + 2 * self.edge, self.height + 2 * self.edge)

    @property
    def trim(self) -> Box:
        return Box(self.edge, self.edge, self.edge + self.width, self.edge + self.height)

    @property
    def bleed_box(self) -> Box:
        return self.trim.grown(self.bleed)

    def crop_marks(self, length: float = 5) -> tuple[tuple[float, float, float, float], ...]:
        """Eight lines (x1, y1, x2, y2) at the corners of the trim, all outside the bleed."""
        trim, gap = self.trim, self.bleed + 1
        lines = []
        for x, out in ((trim.left, -1), (trim.right, 1)):
            for y in (trim.bottom, trim.top):
                lines.append((x + out * gap, y, x + out * (gap + length), y))
        for y, out in ((trim.bottom, -1), (trim.top, 1)):
            for x in (trim.left, trim.right):
                lines.append((x, y + out * gap, x, y + out * (gap + length)))
        return tuple(lines)


def padding(pages: int, multiple: int) -> int:
    """Blank pages to add so that the count is a multiple of the signature."""
    return -pages % multiple


def spine(pages: int, leaf: float, cover: float, allowance: float = 0.0) -> float:
    """The thickness in mm of a perfect-bound book: its leaves (two pages each, `leaf` mm thick),
    both boards of the cover (`cover` mm) and what the shop adds for glue and nap."""
    return round(pages / 2 * leaf + 2 * cover + allowance, 2)


@dataclass(frozen=True)
class Wrap:
    """A cover lying flat, outside up: back, spine and front side by side, `glue` mm of bare paper
    beside the spine inside. Millimetres from the sheet's lower left corner."""

    sheet: Sheet
    spine: float
    glue: float

    @property
    def folds(self) -> tuple[float, ...]:
        """The x of each fold: both edges of the spine, or the one fold of a stitched cover."""
        middle = self.sheet.media.right / 2
        half = self.spine / 2
        return (middle - half, middle + half) if self.spine else (middle,)

    def fold_ticks(self, length: float = 5) -> tuple[tuple[float, float, float, float], ...]:
        """Lines (x1, y1, x2, y2) above and below each fold, all outside the bleed."""
        trim, gap = self.sheet.trim, self.sheet.bleed + 1
        ticks = []
        for x in self.folds:
            ticks.append((x, trim.bottom - gap, x, trim.bottom - gap - length))
            ticks.append((x, trim.top + gap, x, trim.top + gap + length))
        return tuple(ticks)


def wrap(trim: tuple[float, float], bleed: float, slug: float, spine: float, glue: float) -> Wrap:
    """The cover of a book of that trim size (width, height in mm)."""
    width, height = trim
    return Wrap(Sheet(2 * width + spine, height, bleed, slug), spine, glue if spine else 0.0)
