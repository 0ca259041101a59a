"""Houses, pagodas, towers, turbines and harbour works."""

from __future__ import annotations

import math

from .core import (
    GOLD,
    LACQUER,
    Canvas,
    Point,
    arc,
    place,
    shade,
    smooth,
    spots,
    tint,
)


def turbine(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    tone: str,
    turn: float,
    foot: str | None = None,
) -> None:
    """A wind turbine; `turn` is the first blade's angle in degrees."""
    hub = (x, y - height)
    canvas.ribbon([(x, y), hub], [height * 0.036, height * 0.018], tone)
    canvas.ribbon(
        [(x + height * 0.006, y), (x + height * 0.003, y - height)],
        [height * 0.016, height * 0.007],
        shade(tone, 0.12),
    )
    if foot:
        canvas.rect(x - height * 0.024, y - height * 0.085, height * 0.048, height * 0.085, foot)
        canvas.rect(x - height * 0.036, y - height * 0.095, height * 0.072, height * 0.014, foot)
    for k in range(3):
        a = math.radians(turn + 120 * k)
        length = height * 0.62
        tip = (hub[0] + math.cos(a) * length, hub[1] + math.sin(a) * length)
        side = (math.cos(a + 1.57) * length * 0.035, math.sin(a + 1.57) * length * 0.035)
        bend = (
            hub[0] + math.cos(a) * length * 0.3 + side[0],
            hub[1] + math.sin(a) * length * 0.3 + side[1],
        )
        canvas.ribbon(
            arc(hub, bend, tip, 10),
            [height * 0.016, height * 0.036, height * 0.02, height * 0.004],
            tone,
        )
    canvas.dot(hub[0], hub[1], height * 0.022, tone)


def stilt_house(
    canvas: Canvas, x: float, y: float, size: float, wall: str, roof: str, lamp: str | None = None
) -> None:
    """A house on posts; (x, y) is the middle of its waterline."""
    dark = shade(wall, 0.38)
    for i in range(5):
        px = x - size * 0.44 + size * 0.22 * i
        canvas.line(
            [(px, y - size * 0.26), (px + (i - 2) * size * 0.01, y + size * 0.03)],
            dark,
            size * 0.022,
        )
    canvas.rect(x - size * 0.54, y - size * 0.27, size * 1.12, size * 0.04, dark)
    canvas.rect(x - size * 0.44, y - size * 0.62, size * 0.88, size * 0.36, wall)
    canvas.rect(x + size * 0.12, y - size * 0.62, size * 0.32, size * 0.36, shade(wall, 0.16))
    canvas.rect(x - size * 0.33, y - size * 0.52, size * 0.16, size * 0.25, shade(wall, 0.42))
    canvas.rect(
        x - size * 0.06, y - size * 0.52, size * 0.13, size * 0.12, lamp or shade(wall, 0.42)
    )
    canvas.rect(
        x + size * 0.21, y - size * 0.52, size * 0.13, size * 0.12, lamp or shade(wall, 0.42)
    )
    for i in range(4):
        py = y - size * (0.55 - 0.08 * i)
        canvas.line([(x - size * 0.44, py), (x + size * 0.44, py)], shade(wall, 0.12), size * 0.006)
    peak = y - size * 0.98
    canvas.poly(
        [
            (x - size * 0.58, y - size * 0.58),
            (x - size * 0.26, peak),
            (x + size * 0.32, peak),
            (x + size * 0.6, y - size * 0.58),
        ],
        roof,
    )
    canvas.poly(
        [
            (x + size * 0.12, y - size * 0.58),
            (x + size * 0.22, peak),
            (x + size * 0.32, peak),
            (x + size * 0.6, y - size * 0.58),
        ],
        shade(roof, 0.2),
    )
    for i in range(9):
        t = (i + 0.5) / 9
        canvas.line(
            [
                (x - size * (0.26 - 0.58 * t), peak + size * 0.02),
                (x - size * (0.55 - 1.1 * t), y - size * 0.6),
            ],
            shade(roof, 0.16),
            size * 0.006,
        )
    canvas.line([(x - size * 0.27, peak), (x + size * 0.33, peak)], tint(roof, 0.25), size * 0.02)


def lattice_mast(
    canvas: Canvas, x: float, y: float, height: float, tone: str, beacon: str = LACQUER
) -> None:
    """A broadcasting mast of crossed steel with two dishes."""

    def half(t: float) -> float:
        return height * (0.075 * math.pow(1 - t, 1.5) + 0.007)

    bays = 12
    for side in (-1, 1):
        canvas.line(
            [
                (x + side * half(i / bays * 0.9), y - height * 0.9 * i / bays)
                for i in range(bays + 1)
            ],
            tone,
            height * 0.009,
        )
    for i in range(bays):
        a, b = i / bays * 0.9, (i + 1) / bays * 0.9
        for side in (-1, 1):
            canvas.line(
                [(x + side * half(a), y - height * a), (x - side * half(b), y - height * b)],
                tone,
                height * 0.0045,
            )
        canvas.line(
            [(x - half(b), y - height * b), (x + half(b), y - height * b)], tone, height * 0.005
        )
    canvas.line([(x, y - height * 0.9), (x, y - height)], tone, height * 0.008)
    canvas.ellipse(
        x - height * 0.03, y - height * 0.66, height * 0.022, height * 0.034, tint(tone, 0.7)
    )
    canvas.ellipse(
        x + height * 0.032, y - height * 0.76, height * 0.017, height * 0.027, tint(tone, 0.5)
    )
    canvas.dot(x, y - height, height * 0.013, beacon)


def signal(
    canvas: Canvas, at: Point, radius: float, tone: str, count: int = 3, side: int = 1
) -> None:
    """Arcs going out from a mast or loudspeaker."""
    for i in range(count):
        r = radius * (i + 1) / count
        pts = [
            (at[0] + side * r * math.cos(math.radians(d)), at[1] + r * math.sin(math.radians(d)))
            for d in range(-42, 43, 6)
        ]
        canvas.line(pts, tone, max(1.6, radius * 0.026), True)


def lighthouse(canvas: Canvas, x: float, y: float, height: float, wall: str, band: str) -> None:
    """A lighthouse on its rock."""

    def half(t: float) -> float:
        return height * (0.085 - 0.035 * t)

    for i in range(5):
        a, b = i / 5 * 0.78, (i + 1) / 5 * 0.78
        tone = band if i % 2 else wall
        canvas.poly(
            [
                (x - half(a), y - height * a),
                (x - half(b), y - height * b),
                (x + half(b), y - height * b),
                (x + half(a), y - height * a),
            ],
            tone,
        )
        canvas.poly(
            [
                (x + half(a) * 0.3, y - height * a),
                (x + half(b) * 0.3, y - height * b),
                (x + half(b), y - height * b),
                (x + half(a), y - height * a),
            ],
            shade(tone, 0.14),
        )
    canvas.rect(
        x - height * 0.075, y - height * 0.8, height * 0.15, height * 0.025, shade(band, 0.25)
    )
    canvas.rect(x - height * 0.04, y - height * 0.9, height * 0.08, height * 0.1, GOLD)
    canvas.line([(x, y - height * 0.9), (x, y - height * 0.8)], shade(band, 0.25), height * 0.008)
    canvas.path(
        smooth(
            arc(
                (x - height * 0.055, y - height * 0.895),
                (x, y - height * 1.04),
                (x + height * 0.055, y - height * 0.895),
                8,
            )
        ),
        band,
    )


def crane(canvas: Canvas, x: float, y: float, size: float, tone: str, mirror: bool = False) -> None:
    """A quay crane with a raised boom."""

    def go(points: list[Point], width: float) -> None:
        canvas.line(place(points, x, y, size, mirror), tone, size * width)

    go([(-0.16, 0), (-0.12, -0.62)], 0.03)
    go([(0.16, 0), (0.12, -0.62)], 0.03)
    go([(-0.145, -0.25), (0.145, -0.25)], 0.022)
    go([(-0.14, -0.25), (0.13, -0.6)], 0.012)
    go([(-0.34, -0.62), (0.8, -0.62)], 0.034)
    go([(-0.34, -0.575), (0.8, -0.575)], 0.012)
    go([(-0.02, -0.62), (0.04, -0.98), (0.1, -0.62)], 0.022)
    go([(0.04, -0.98), (0.74, -0.62)], 0.01)
    go([(0.04, -0.98), (-0.32, -0.62)], 0.01)
    go([(0.5, -0.6), (0.5, -0.34)], 0.008)
    corner = place([(-0.34, -0.6)], x, y, size, mirror)[0]
    canvas.rect(
        corner[0] - size * 0.03, corner[1] - size * 0.03, size * 0.14, size * 0.1, shade(tone, 0.2)
    )


def loudspeaker(canvas: Canvas, x: float, y: float, size: float, tone: str, side: int = 1) -> None:
    """A horn loudspeaker; (x, y) is where it is fixed."""
    horn = spots("0,-0.14 0.3,-0.18 0.62,-0.42 0.62,0.42 0.3,0.18 0,0.14")
    canvas.poly(place(horn, x, y, size, side < 0), tone)
    canvas.poly(
        place(spots("0,0.02 0.62,0.1 0.62,0.42 0.3,0.18 0,0.14"), x, y, size, side < 0),
        shade(tone, 0.16),
    )
    canvas.ellipse(x + side * size * 0.62, y, size * 0.11, size * 0.43, tint(tone, 0.45))
    canvas.ellipse(x + side * size * 0.63, y, size * 0.075, size * 0.32, shade(tone, 0.3))
    canvas.rect(
        x - size * 0.14, y - size * 0.2, size * 0.2, size * 0.4, shade(tone, 0.25), size * 0.05
    )
