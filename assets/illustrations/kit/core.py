"""Colours, geometry and the canvas on which every scene is drawn."""

from __future__ import annotations

import math
import random
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

Point = tuple[float, float]
Points = list[Point]

INK = "#2b2b2a"
RIVER = "#1b636f"
SEA = "#284f7c"
LACQUER = "#c43235"
COCONUT = "#598746"
GOLD = "#edb323"
SAND = "#f9f2e5"
WHITE = "#ffffff"

WIDTH = 1638.0
OPENER_HEIGHT = 3497 / 3
ARTICLE_HEIGHT = 702.0
HORIZON = 0.42 * ARTICLE_HEIGHT


def mix(first: str, second: str, share: float) -> str:
    """Return `first` with `share` (0 to 1) of `second` stirred in."""
    one = [int(first[i : i + 2], 16) for i in (1, 3, 5)]
    two = [int(second[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(one, two, strict=True))


def tint(colour: str, share: float) -> str:
    """Lighten towards sand."""
    return mix(colour, SAND, share)


def pale(colour: str, share: float) -> str:
    """Lighten towards white: cleaner than sand for blues."""
    return mix(colour, WHITE, share)


def shade(colour: str, share: float) -> str:
    """Darken towards ink."""
    return mix(colour, INK, share)


def ramp(first: str, last: str, steps: int) -> list[str]:
    """Return `steps` colours from `first` to `last`."""
    return [mix(first, last, i / max(1, steps - 1)) for i in range(steps)]


def arc(start: Point, bend: Point, end: Point, steps: int = 16) -> Points:
    """Sample a quadratic curve."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        a, b, d = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (a * start[0] + b * bend[0] + d * end[0], a * start[1] + b * bend[1] + d * end[1])
        )
    return points


def spots(text: str) -> Points:
    """Read points written as `x,y x,y ...`."""
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


def place(
    points: Sequence[Point], x: float, y: float, scale: float, mirror: bool = False
) -> Points:
    """Scale unit points about the origin and move them to (x, y)."""
    side = -scale if mirror else scale
    return [(x + px * side, y + py * scale) for px, py in points]


def straight(points: Sequence[Point], closed: bool = True) -> str:
    """Path data of straight segments."""
    body = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{body}" + ("Z" if closed else "")


def smooth(points: Sequence[Point], closed: bool = True) -> str:
    """Path data of a Catmull-Rom curve through the points."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    data = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for i in range(count if closed else count - 1):
        before, start, end, after = at(i - 1), at(i), at(i + 1), at(i + 2)
        x1, y1 = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        x2, y2 = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        data.append(f"C{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {end[0]:.1f} {end[1]:.1f}")
    return "".join(data) + ("Z" if closed else "")


def outline(spine: Sequence[Point], widths: Sequence[float]) -> Points:
    """Outline of a stroke along `spine` whose width runs through `widths`."""
    left: Points = []
    right: Points = []
    last = len(spine) - 1
    for i, (x, y) in enumerate(spine):
        ax, ay = spine[max(0, i - 1)]
        bx, by = spine[min(last, i + 1)]
        size = math.hypot(bx - ax, by - ay) or 1.0
        spot = i / last * (len(widths) - 1)
        low = min(int(spot), len(widths) - 2) if len(widths) > 1 else 0
        nxt = min(low + 1, len(widths) - 1)
        half = (widths[low] + (widths[nxt] - widths[low]) * (spot - low)) / 2
        nx, ny = -(by - ay) / size * half, (bx - ax) / size * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


class Canvas:
    """Collects SVG elements; its random numbers depend on the name alone."""

    def __init__(self, name: str, height: float) -> None:
        self.name = name
        self.width = WIDTH
        self.height = height
        self.random = random.Random(zlib.crc32(name.encode()))
        self.parts: list[str] = []
        self.clips = 0
        self.sky: tuple[float, list[str]] = (0.0, [SAND])
        self.rect(-5, -5, WIDTH + 10, height + 10, SAND)

    def path(self, data: str, fill: str, opacity: float = 1.0) -> None:
        """Fill a path."""
        veil = "" if opacity >= 1 else f' fill-opacity="{opacity:.2f}"'
        self.parts.append(f'<path d="{data}" fill="{fill}"{veil}/>')

    def poly(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """Fill a polygon."""
        self.path(straight(points), fill, opacity)

    def blob(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """Fill a smooth closed shape."""
        self.path(smooth(points), fill, opacity)

    def ribbon(
        self, spine: Sequence[Point], widths: Sequence[float], fill: str, opacity: float = 1.0
    ) -> None:
        """Fill a stroke of varying width."""
        self.poly(outline(spine, widths), fill, opacity)

    def line(
        self, points: Sequence[Point], colour: str, width: float, curved: bool = False
    ) -> None:
        """Stroke a line with round ends."""
        data = smooth(points, closed=False) if curved else straight(points, closed=False)
        self.parts.append(
            f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:.2f}"'
            ' stroke-linecap="round" stroke-linejoin="round"/>'
        )

    def rect(self, x: float, y: float, w: float, h: float, fill: str, radius: float = 0.0) -> None:
        """Fill a rectangle."""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"'
            f' rx="{radius:.1f}" fill="{fill}"/>'
        )

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0
    ) -> None:
        """Fill an ellipse."""
        veil = "" if opacity >= 1 else f' fill-opacity="{opacity:.2f}"'
        self.parts.append(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}"{veil}/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Fill a circle."""
        self.ellipse(x, y, radius, radius, fill)

    @contextmanager
    def clip(self, data: str) -> Iterator[None]:
        """Draw only inside the path."""
        self.clips += 1
        mark = f"clip{self.clips}"
        self.parts.append(
            f'<clipPath id="{mark}"><path d="{data}"/></clipPath><g clip-path="url(#{mark})">'
        )
        yield
        self.parts.append("</g>")

    @contextmanager
    def turned(
        self, x: float, y: float, angle: float, sx: float = 1.0, sy: float = 1.0
    ) -> Iterator[None]:
        """Draw around a new origin, turned by `angle` degrees and scaled."""
        self.parts.append(
            f'<g transform="translate({x:.1f} {y:.1f}) rotate({angle:.2f})'
            f' scale({sx:.3f} {sy:.3f})">'
        )
        yield
        self.parts.append("</g>")

    def vary(self, value: float, share: float = 0.15) -> float:
        """Return the value with a little chance in it."""
        return value * self.random.uniform(1 - share, 1 + share)

    def svg(self) -> str:
        """The finished drawing."""
        box = f"0 0 {self.width:.2f} {self.height:.4f}"
        size = f'width="{round(self.width * 3)}" height="{round(self.height * 3)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}>'
        return head + "\n".join(self.parts) + "</svg>"
