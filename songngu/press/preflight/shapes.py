"""Arithmetic of the page: matrices, boxes, how thin a shape is. Points throughout."""

import math
from collections.abc import Iterable, Sequence

from songngu.press.preflight.facts import Point

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
EVERYWHERE: Rect = (-1e9, -1e9, 1e9, 1e9)


def times(first: Matrix, then: Matrix) -> Matrix:
    """`first` applied, then `then` (the order of PDF's cm)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def inverse(matrix: Matrix) -> Matrix | None:
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    if abs(det) < 1e-12:
        return None
    return (
        d / det,
        -b / det,
        -c / det,
        a / det,
        (c * f - d * e) / det,
        (b * e - a * f) / det,
    )


def least_scale(matrix: Matrix) -> float:
    """The smaller of the two scales: what a line's width becomes where it is thinnest."""
    a, b, c, d, _, _ = matrix
    total = a * a + b * b + c * c + d * d
    det = abs(a * d - b * c)
    return math.sqrt(max(0.0, (total - math.sqrt(max(0.0, total * total - 4 * det * det))) / 2))


def bounds(points: Iterable[Point]) -> Rect:
    found = list(points)
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return (min(xs), min(ys), max(xs), max(ys))


def placed(matrix: Matrix, rect: Rect) -> Rect:
    """The bounds of a rectangle after the matrix."""
    left, bottom, right, top = rect
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return bounds(moved(matrix, x, y) for x, y in corners)


def common(one: Rect, other: Rect) -> Rect:
    """Where both are; negative sides when nowhere."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def empty(rect: Rect, least: float = 0.02) -> bool:
    """Nothing to see: narrower or lower than `least` points."""
    return rect[2] - rect[0] < least or rect[3] - rect[1] < least


def flattened(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points on a Bézier curve, its end included."""
    found = []
    for step in (0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0):
        rest = 1 - step
        weights = (rest**3, 3 * rest * rest * step, 3 * rest * step * step, step**3)
        ends = (start, first, second, end)
        found.append(
            (
                sum(w * p[0] for w, p in zip(weights, ends, strict=True)),
                sum(w * p[1] for w, p in zip(weights, ends, strict=True)),
            )
        )
    return found


def thickness(polygons: Sequence[Sequence[Point]]) -> float:
    """How thin a filled shape is where it is thin all along, in points.

    A narrow rectangle at any angle, a ring between two outlines, one side of a drawn border. A dot
    is no line: what is not at least eight times as long as thick counts by its box.
    """
    closed = [one for one in polygons if len(one) > 2]
    if not closed:
        return 0
    if len(closed) == 2:
        return min(_ring(*closed), _plain(closed))
    return min(_plain([one]) for one in closed)


def _plain(polygons: Sequence[Sequence[Point]]) -> float:
    area = abs(sum(_area(one) for one in polygons))
    around = sum(_length(one) for one in polygons)
    box = bounds(point for one in polygons for point in one)
    across = min(box[2] - box[0], box[3] - box[1])
    if len(polygons) > 1 or around <= 0:
        return across
    mean = 2 * area / around
    return min(across, mean) if around / 2 > 8 * mean else max(across, mean, 1.0)


def _ring(one: Sequence[Point], other: Sequence[Point]) -> float:
    """The thinnest side between two outlines, one within the other."""
    outer, inner = sorted((bounds(one), bounds(other)), key=_extent, reverse=True)
    gaps = (
        inner[0] - outer[0],
        inner[1] - outer[1],
        outer[2] - inner[2],
        outer[3] - inner[3],
    )
    if min(gaps) < -0.01:
        return min(_plain([one]), _plain([other]))
    thin = [gap for gap in gaps if gap > 0.01]
    return min(thin, default=outer[2] - outer[0])


def _extent(rect: Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _area(polygon: Sequence[Point]) -> float:
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _length(polygon: Sequence[Point]) -> float:
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return sum(math.dist(one, other) for one, other in pairs)
