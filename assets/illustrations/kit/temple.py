"""The Khmer temple: tiered roofs, gables, nagas and spire."""

from __future__ import annotations

import math

from .core import (
    GOLD,
    INK,
    LACQUER,
    RIVER,
    SEA,
    Canvas,
    Points,
    arc,
    mix,
    place,
    shade,
    smooth,
    straight,
    tint,
)


def naga(canvas: Canvas, x: float, y: float, size: float, fill: str, mirror: bool = False) -> None:
    """The curved finial of a Khmer roof: a rising neck with a crest."""
    spine: Points = []
    spine += arc((-0.3, 0.12), (0.25, 0.12), (0.4, -0.28), 8)
    spine += arc((0.4, -0.28), (0.5, -0.62), (0.3, -0.88), 8)[1:]
    spine += arc((0.3, -0.88), (0.18, -1.1), (0.42, -1.42), 8)[1:]
    canvas.ribbon(
        place(spine, x, y, size, mirror),
        [size * 0.1, size * 0.24, size * 0.2, size * 0.15, size * 0.1, 0.4],
        fill,
    )
    for cx, cy, reach in ((0.36, -0.05, 0.34), (0.48, -0.32, 0.32), (0.45, -0.62, 0.26)):
        flame = arc(
            (cx, cy), (cx + reach * 0.75, cy + 0.02), (cx + reach * 0.85, cy - reach * 0.75), 6
        )
        canvas.ribbon(place(flame, x, y, size, mirror), [size * 0.14, size * 0.1, 0.3], fill)


def roof_tier(
    canvas: Canvas,
    x: float,
    y: float,
    top: float,
    base: float,
    height: float,
    tones: tuple[str, str, str],
) -> None:
    """One hollow-sided tier of roof in side view with finials at its ends."""
    roof, edge, trim = tones
    left = arc(
        (x - top / 2, y - height),
        (x - top / 2 - (base - top) * 0.12, y - height * 0.22),
        (x - base / 2, y),
        12,
    )
    right = [(2 * x - px, py) for px, py in left]
    data = left + right[::-1]
    canvas.poly(data, roof)
    inner = [(x + (px - x) * 0.9, y - height * 0.93 + (py - y + height) * 0.82) for px, py in left]
    canvas.poly(inner + [(2 * x - px, py) for px, py in inner][::-1], mix(roof, GOLD, 0.3))
    inner = [
        (x + (px - x) * 0.865, y - height * 0.89 + (py - y + height) * 0.74) for px, py in left
    ]
    canvas.poly(inner + [(2 * x - px, py) for px, py in inner][::-1], roof)
    cut = x + base * 0.13
    canvas.path(
        straight([(cut, y - height), (x + top / 2, y - height), *right, (cut, y)]), INK, 0.13
    )
    rows = max(3, int(height / 11))
    for i in range(1, rows):
        t = i / rows
        half = top / 2 + (base - top) / 2 * t**1.9
        py = y - height * (1 - t)
        canvas.line([(x - half * 0.97, py), (x + half * 0.97, py)], mix(roof, edge, 0.9), 1.2)
    canvas.ribbon(left, [height * 0.06, height * 0.05, height * 0.08], trim)
    canvas.ribbon(right, [height * 0.06, height * 0.05, height * 0.08], shade(trim, 0.12))
    canvas.rect(x - base / 2, y - height * 0.03, base, height * 0.07, trim)
    finial = height * 0.42
    naga(canvas, x - base / 2, y - height * 0.02, finial, trim, True)
    naga(canvas, x + base / 2, y - height * 0.02, finial, shade(trim, 0.12))


def gable(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    tones: tuple[str, str, str],
    field: str,
) -> None:
    """A pediment between hollow-sided barge boards ending in nagas."""
    roof, edge, trim = tones
    left = arc((x, y - height), (x - width * 0.16, y - height * 0.28), (x - width / 2, y), 16)
    right = [(2 * x - px, py) for px, py in left]
    canvas.poly(left + right[::-1], edge)
    inner = [(x + (px - x) * 0.74, y + (py - y) * 0.8 - height * 0.015) for px, py in left]
    canvas.poly(inner + [(2 * x - px, py) for px, py in inner][::-1], field)
    canvas.ribbon(left, [height * 0.05, height * 0.055, height * 0.075], trim)
    canvas.ribbon(right, [height * 0.05, height * 0.055, height * 0.075], shade(trim, 0.14))
    flower(canvas, x, y - height * 0.28, height * 0.14, trim)
    for i in (3, 6, 9, 12):
        for px, mirror in ((left[i][0], True), (right[i][0], False)):
            flame = arc((0, 0), (0.5, 0), (0.55, -0.7), 5)
            canvas.ribbon(
                place(flame, px, left[i][1], height * 0.09, mirror),
                [height * 0.04, height * 0.025, 0.3],
                trim,
            )
    naga(canvas, x - width / 2, y - height * 0.01, height * 0.26, trim, True)
    naga(canvas, x + width / 2, y - height * 0.01, height * 0.26, shade(trim, 0.14))
    canvas.ribbon(
        arc(
            (x, y - height * 0.96),
            (x - height * 0.05, y - height * 1.15),
            (x + height * 0.03, y - height * 1.36),
            10,
        ),
        [height * 0.06, height * 0.045, 0.4],
        trim,
    )
    canvas.rect(x - width * 0.46, y - height * 0.02, width * 0.92, height * 0.06, roof)


def flower(canvas: Canvas, x: float, y: float, size: float, fill: str) -> None:
    """A lotus seen from the front."""
    for angle in (-70, -35, 0, 35, 70):
        a = math.radians(angle - 90)
        tip = (x + math.cos(a) * size, y + math.sin(a) * size)
        one = arc(
            (x, y), (x + math.cos(a - 0.5) * size * 0.7, y + math.sin(a - 0.5) * size * 0.7), tip, 6
        )
        two = arc(
            tip, (x + math.cos(a + 0.5) * size * 0.7, y + math.sin(a + 0.5) * size * 0.7), (x, y), 6
        )
        canvas.poly(one + two, fill)


def spire(canvas: Canvas, x: float, y: float, width: float, height: float, fill: str) -> None:
    """A ringed spire that ends in a needle."""
    steps = 6
    for i in range(steps):
        t = i / steps
        half = width / 2 * (1 - t) ** 1.25
        top = width / 2 * (1 - (i + 0.75) / steps) ** 1.25
        y0, y1 = y - height * 0.62 * t, y - height * 0.62 * (t + 1 / steps)
        canvas.poly([(x - half, y0), (x - top, y1), (x + top, y1), (x + half, y0)], fill)
        canvas.poly(
            [(x + half * 0.2, y0), (x + top * 0.2, y1), (x + top, y1), (x + half, y0)],
            shade(fill, 0.14),
        )
        canvas.rect(
            x - half * 1.2, y0 - height * 0.02, half * 2.4, height * 0.026, fill, height * 0.012
        )
    canvas.ribbon([(x, y - height * 0.58), (x, y - height)], [width * 0.11, 0.5], fill)


def pagoda(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    roof: str,
    wall: str,
    trim: str,
    tower: bool = True,
) -> None:
    """A Khmer temple hall; (x, y) is the middle of its floor, `size` its width."""
    tones = (roof, shade(roof, 0.14), trim)
    if tower:
        spire(canvas, x, y - size * 0.76, size * 0.13, size * 0.36, trim)
    hall(canvas, x, y, size, wall, trim)
    roof_tier(canvas, x, y - size * 0.55, size * 0.34, size * 0.56, size * 0.23, tones)
    roof_tier(canvas, x, y - size * 0.4, size * 0.5, size * 0.78, size * 0.19, tones)
    roof_tier(canvas, x, y - size * 0.25, size * 0.72, size * 1.0, size * 0.18, tones)
    gable(
        canvas,
        x - size * 0.02,
        y - size * 0.26,
        size * 0.36,
        size * 0.36,
        tones,
        mix(SEA, RIVER, 0.4),
    )


def hall(canvas: Canvas, x: float, y: float, size: float, wall: str, trim: str) -> None:
    """The walls of a temple: columns, shuttered windows, door and steps."""
    canvas.rect(x - size * 0.42, y - size * 0.27, size * 0.84, size * 0.27, wall)
    canvas.rect(x + size * 0.13, y - size * 0.27, size * 0.29, size * 0.27, shade(wall, 0.1))
    dark = mix(RIVER, wall, 0.12)
    for i in (0, 1, 2, 4, 5, 6):
        px = x + size * (-0.4 + 0.8 * (i + 0.5) / 7)
        canvas.rect(
            px - size * 0.026, y - size * 0.17, size * 0.052, size * 0.105, trim, size * 0.006
        )
        canvas.path(
            smooth(
                arc(
                    (px - size * 0.032, y - size * 0.168),
                    (px, y - size * 0.225),
                    (px + size * 0.032, y - size * 0.168),
                    6,
                )
            ),
            trim,
        )
        canvas.rect(px - size * 0.019, y - size * 0.165, size * 0.038, size * 0.1, dark)
        canvas.rect(px - size * 0.001, y - size * 0.165, size * 0.003, size * 0.1, tint(dark, 0.4))
    canvas.rect(x - size * 0.045, y - size * 0.2, size * 0.09, size * 0.2, trim)
    canvas.rect(x - size * 0.035, y - size * 0.19, size * 0.07, size * 0.19, mix(LACQUER, INK, 0.2))
    canvas.rect(x - size * 0.0015, y - size * 0.19, size * 0.003, size * 0.19, trim)
    for i in range(8):
        px = x - size * 0.4 + size * 0.8 * i / 7
        canvas.rect(px - size * 0.014, y - size * 0.27, size * 0.028, size * 0.27, tint(wall, 0.6))
        canvas.rect(
            px + size * 0.005, y - size * 0.27, size * 0.009, size * 0.27, shade(wall, 0.07)
        )
        canvas.rect(px - size * 0.022, y - size * 0.235, size * 0.044, size * 0.014, trim)
        canvas.rect(px - size * 0.02, y - size * 0.03, size * 0.04, size * 0.012, trim)
    canvas.rect(x - size * 0.43, y - size * 0.27, size * 0.86, size * 0.022, shade(wall, 0.28))
    for i in range(3):
        canvas.rect(
            x - size * (0.47 + 0.02 * i),
            y - size * (0.02 - 0.014 * i),
            size * (0.94 + 0.04 * i),
            size * 0.015,
            shade(wall, 0.1 + 0.08 * i),
        )
        canvas.rect(
            x - size * (0.07 + 0.014 * i),
            y - size * (0.02 - 0.014 * i),
            size * (0.14 + 0.028 * i),
            size * 0.015,
            tint(wall, 0.3 - 0.1 * i),
        )
