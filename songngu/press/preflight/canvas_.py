"""Collects what a page paints as Marks, cut to its clip and to the page's bleed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from songngu.press.preflight.colours_ import UNKNOWN, function_colours, space_of
from songngu.press.preflight.facts import (
    Area,
    Colour,
    Image,
    Kind,
    Mark,
    Point,
    Polygon,
)
from songngu.press.preflight.shapes import (
    Matrix,
    Rect,
    bounds,
    common,
    empty,
    inverse,
    least_scale,
    placed,
    thickness,
)
from songngu.press.preflight.state_ import Paint, State
from songngu.press.preflight.store_ import Store, UnreadError

MM = 25.4 / 72
MOST_MARKS = 300_000
_MOST_POINTS = 400


@dataclass
class Canvas:
    """The marks of one page. `frame` is what counts of it (its bleed), `origin` its trim's top
    left corner; both in points."""

    frame: Rect
    origin: Point
    store: Store
    marks: list[Mark] = field(default_factory=list)

    def area(self, rect: Rect) -> Area:
        left, bottom, right, top = rect
        x, y = self.origin
        return Area((left - x) * MM, (y - top) * MM, (right - left) * MM, (top - bottom) * MM)

    def visible(self, rect: Rect, state: State) -> Rect | None:
        seen = common(common(rect, state.clip), self.frame)
        return None if seen[2] < seen[0] or seen[3] < seen[1] else seen

    def add(
        self, kind: Kind, seen: Rect, state: State, paint: Paint, colour: Colour, **more: Any
    ) -> None:
        if len(self.marks) >= MOST_MARKS:
            raise UnreadError("too many objects")
        single = len(paint.space.plates) == 1
        self.marks.append(
            Mark(
                kind,
                self.area(seen),
                colour,
                overprint=paint.overprint,
                spares=paint.overprint
                and (single or (state.nonzero and paint.space.name == "DeviceCMYK")),
                transparency=state.transparency(paint),
                **more,
            )
        )

    # --- shapes ---------------------------------------------------------------------------------

    def fill(
        self, polygons: Sequence[Sequence[Point]], state: State, even_odd: bool
    ) -> Rect | None:
        """A filled path; the part of it that is seen, for a pattern to be painted into."""
        drawn = [one for one in polygons if len(one) > 1]
        if not drawn:
            return None
        seen = self.visible(bounds(point for one in drawn for point in one), state)
        if seen is None or _grazes(seen, self.frame):
            return None
        self.add(
            Kind.FILL,
            seen,
            state,
            state.fill,
            state.fill.colour,
            size=min(thickness(drawn), state.thin),
            outline=self._outline(drawn),
            even_odd=even_odd,
        )
        return seen

    def _outline(self, polygons: Sequence[Sequence[Point]]) -> tuple[Polygon, ...]:
        """In the page's millimetres; none for a plain rectangle or a shape of very many points."""
        if sum(map(len, polygons)) > _MOST_POINTS or (len(polygons) == 1 and _is_box(polygons[0])):
            return ()
        x, y = self.origin
        return tuple(tuple(((a - x) * MM, (y - b) * MM) for a, b in one) for one in polygons)

    def stroke(self, polygons: Sequence[Sequence[Point]], state: State) -> Rect | None:
        drawn = [one for one in polygons if len(one) > 1]
        if not drawn:
            return None
        width = state.width * least_scale(state.matrix)
        box = bounds(point for one in drawn for point in one)
        half = width / 2
        box = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
        seen = self.visible(box, state)
        if seen is None or _grazes(seen, self.frame):
            return None
        size = min(width, state.thin)
        self.add(Kind.STROKE, seen, state, state.stroke, state.stroke.colour, size=size)
        return seen

    # --- images and shadings --------------------------------------------------------------------

    def image(self, stream: Any, resources: Any, state: State) -> None:
        rect = placed(state.matrix, (0, 0, 1, 1))
        seen = self.visible(rect, state)
        if seen is None or empty(seen):
            return
        width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        ppi = _ppi(state.matrix, width, height)
        masked = bool(stream.get("/ImageMask", False))
        if masked:
            image = Image(width, height, ppi, state.fill.colour.total, mask=True)
            self.add(Kind.IMAGE, seen, state, state.fill, state.fill.colour, image=image)
            return
        space = space_of(stream.get("/ColorSpace"), resources)
        inked = self.store.inked(stream, space)
        box = _pixels(state.matrix, seen, width, height)
        where = inked.where(box) if inked.over is not None else None
        over = None
        if inked.most is not None and inked.most > self.store.limit + 0.5 and inked.over is None:
            over = self.area(seen)
        elif where is not None:
            shown = common(seen, _unpixels(state.matrix, where, width, height))
            over = self.area(shown)
        ink = inked.most_within(box, self.store.limit)
        image = Image(width, height, ppi, ink, over)
        paint = replace(state.fill, space=space)
        self.add(Kind.IMAGE, seen, state, paint, Colour(space.family, space.name), image=image)
        if "/SMask" in stream or int(stream.get("/SMaskInData", 0)):
            kinds = tuple(dict.fromkeys((*self.marks[-1].transparency, "soft-mask")))
            self.marks[-1] = replace(self.marks[-1], transparency=kinds)

    def shading(self, shading: Any, resources: Any, state: State, rect: Rect) -> None:
        seen = self.visible(rect, state)
        if seen is None or empty(seen):
            return
        space = space_of(shading.get("/ColorSpace"), resources)
        colours = None
        if "/Function" in shading and space is not UNKNOWN:
            colours = function_colours(shading.Function, space)
        known = [one for one in colours or () if one.total is not None]
        darkest = max(known, key=lambda one: one.total or 0, default=None)
        colour = darkest or Colour(space.family, space.name)
        self.add(Kind.SHADING, seen, state, replace(state.fill, space=space), colour)


def _grazes(seen: Rect, frame: Rect) -> bool:
    """Only a sliver at the bleed's edge: rounding of a shape that ends there."""
    at_edge = (
        abs(seen[0] - frame[2]), abs(seen[2] - frame[0]), abs(seen[1] - frame[3]),
        abs(seen[3] - frame[1]),
    )  # fmt: skip
    return min(at_edge) < 0.05


def _is_box(points: Sequence[Point]) -> bool:
    xs = {round(x, 2) for x, _ in points}
    ys = {round(y, 2) for _, y in points}
    return len(xs) <= 2 and len(ys) <= 2 and 4 <= len(points) <= 5


def _ppi(matrix: Matrix, width: int, height: int) -> float:
    """Pixels per inch as placed: the poorer of the two directions. One row of pixels has none."""
    a, b, c, d, _, _ = matrix
    across, up = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
    found = [n * 72 / size for n, size in ((width, across), (height, up)) if n > 1 and size > 0]
    return min(found, default=1e6)


def _pixels(matrix: Matrix, seen: Rect, width: int, height: int) -> tuple[int, int, int, int]:
    """The pixels that are seen: left, top, right, bottom. Row 0 is the top of the unit square."""
    back = inverse(matrix)
    if back is None:
        return (0, 0, width, height)
    u1, v1, u2, v2 = placed(back, seen)
    left, right = int(u1 * width), -int(-u2 * width // 1)
    top, bottom = int((1 - v2) * height), -int(-(1 - v1) * height // 1)
    return (max(0, left), max(0, top), min(width, right), min(height, bottom))


def _unpixels(matrix: Matrix, box: tuple[int, int, int, int], width: int, height: int) -> Rect:
    left, top, right, bottom = box
    square = (left / width, 1 - bottom / height, right / width, 1 - top / height)
    return placed(matrix, square)


def painted_over(marks: Sequence[Mark], rect: Area) -> list[Mark]:
    """The marks of a pattern's tile, each told at the place that the pattern fills."""
    return [replace(one, area=rect, outline=()) for one in marks]
