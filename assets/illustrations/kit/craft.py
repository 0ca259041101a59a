"""Boats of the delta, the people who row them, and lanterns."""

from __future__ import annotations

import math

from .core import (
    COCONUT,
    GOLD,
    LACQUER,
    RIVER,
    SAND,
    WHITE,
    Canvas,
    arc,
    mix,
    outline,
    place,
    shade,
    spots,
    straight,
    tint,
)
from .nature import lens


def hull_data(x: float, y: float, length: float, height: float, mirror: bool = False) -> str:
    """A hull in side view, bow to the left, waterline at y."""
    top = (
        arc((-0.5, -1.25), (-0.3, -0.45), (0.0, -0.5), 10)
        + arc((0.0, -0.5), (0.32, -0.5), (0.5, -0.95), 8)[1:]
    )
    low = [
        *arc((0.5, -0.95), (0.44, 0.1), (0.2, 0.12), 8)[1:],
        (-0.2, 0.12),
        *arc((-0.3, 0.12), (-0.42, 0.0), (-0.5, -1.25), 8),
    ]
    side = -1 if mirror else 1
    return straight([(x + px * length * side, y + py * height) for px, py in top + low])


def shadow(canvas: Canvas, x: float, y: float, length: float, fill: str) -> None:
    """The broken reflection beneath a boat."""
    data = "".join(
        lens(
            x + canvas.random.uniform(-0.06, 0.06) * length,
            y + length * (0.012 + 0.03 * i),
            length * (0.98 - 0.17 * i),
            length * 0.014,
        )
        for i in range(4)
    )
    canvas.path(data, fill)


def sampan(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    hull: str,
    trim: str,
    mirror: bool = False,
    eye: bool = True,
) -> None:
    """A river boat with the painted eye of the Mekong."""
    height = length * 0.15
    data = hull_data(x, y, length, height, mirror)
    canvas.path(data, hull)
    side = -1 if mirror else 1
    with canvas.clip(data):
        canvas.rect(
            x - length * 0.6, y - height * 0.12, length * 1.2, height * 0.5, shade(hull, 0.22)
        )
        bow = [(-0.52, -1.5), (-0.33, -1.5), (-0.27, 0.3), (-0.52, 0.3)]
        canvas.poly([(x + px * length * side, y + py * height) for px, py in bow], trim)
    rail = (
        arc((-0.5, -1.25), (-0.3, -0.45), (0.0, -0.5), 10)
        + arc((0.0, -0.5), (0.32, -0.5), (0.5, -0.95), 8)[1:]
    )
    canvas.ribbon(
        [(x + px * length * side, y + py * height) for px, py in rail],
        [height * 0.12] * 2,
        tint(hull, 0.35),
    )
    if eye:
        ex, ey = x - side * length * 0.385, y - height * 0.42
        canvas.ellipse(ex, ey, height * 0.2, height * 0.13, WHITE)
        canvas.dot(ex - side * height * 0.04, ey, height * 0.07, shade(trim, 0.7))


def hood(canvas: Canvas, x: float, y: float, length: float, height: float, fill: str) -> None:
    """The woven half-round roof of a boat."""
    edge = [
        (
            x - length / 2 * math.copysign(abs(math.cos(a)) ** 0.62, math.cos(a)),
            y - height * math.sin(a) ** 0.8,
        )
        for a in (math.pi * i / 24 for i in range(25))
    ]
    canvas.poly(edge, fill)
    canvas.poly(
        [(x + length * 0.12, y), (x + length * 0.1, y - height), *edge[14:]], shade(fill, 0.18)
    )
    for i in range(1, 6):
        px = x - length / 2 + length * i / 6
        canvas.line(
            [(px, y), (px, y - height * (0.62 if i in (1, 5) else 0.86))], shade(fill, 0.2), 1.2
        )
    canvas.line(edge, tint(fill, 0.4), max(1.2, height * 0.05))


def fishing_boat(
    canvas: Canvas, x: float, y: float, length: float, hull: str, trim: str, mirror: bool = False
) -> None:
    """A sea-going trawler with wheelhouse, mast and booms."""
    side = -1 if mirror else 1
    height = length * 0.2

    def pts(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + px * length * side, y + py * length) for px, py in points]

    dark = shade(hull, 0.4)
    canvas.line(pts([(0.02, -0.12), (0.02, -0.62)]), dark, length * 0.014)
    for reach in (-0.34, 0.4):
        canvas.line(pts([(0.02, -0.2), (reach, -0.56)]), dark, length * 0.009)
        canvas.line(pts([(0.02, -0.6), (reach, -0.56)]), dark, length * 0.004)
    canvas.line(pts([(0.02, -0.6), (-0.49, -0.25)]), dark, length * 0.004)
    canvas.line(pts([(0.02, -0.6), (0.48, -0.18)]), dark, length * 0.004)
    canvas.poly(pts([(0.1, -0.08), (0.1, -0.33), (0.36, -0.33), (0.36, -0.08)]), tint(trim, 0.82))
    canvas.poly(
        pts([(0.26, -0.08), (0.26, -0.33), (0.36, -0.33), (0.36, -0.08)]),
        shade(tint(trim, 0.7), 0.12),
    )
    canvas.poly(pts([(0.06, -0.33), (0.08, -0.365), (0.4, -0.365), (0.4, -0.33)]), trim)
    for k in range(2):
        canvas.poly(
            pts(
                [
                    (0.125 + 0.065 * k, -0.21),
                    (0.125 + 0.065 * k, -0.29),
                    (0.17 + 0.065 * k, -0.29),
                    (0.17 + 0.065 * k, -0.21),
                ]
            ),
            shade(hull, 0.35),
        )
    data = hull_data(x, y, length, height, mirror)
    canvas.path(data, hull)
    with canvas.clip(data):
        canvas.rect(x - length * 0.6, y - height * 0.1, length * 1.2, height, trim)
        canvas.poly(
            [
                (x + px * length * side, y + py * height)
                for px, py in [(-0.52, -1.6), (-0.36, -1.6), (-0.3, 0.3), (-0.52, 0.3)]
            ],
            trim,
        )
    ex, ey = x - side * length * 0.405, y - height * 0.5
    canvas.ellipse(ex, ey, height * 0.17, height * 0.11, WHITE)
    canvas.dot(ex - side * height * 0.03, ey, height * 0.06, dark)
    canvas.line(
        pts(spots("-0.5,-0.25 -0.3,-0.12 0,-0.1 0.3,-0.11 0.5,-0.19")),
        tint(hull, 0.5),
        length * 0.012,
        True,
    )


def fruit(
    canvas: Canvas, x: float, y: float, size: float, tones: list[str], width: int = 6
) -> None:
    """A heap of round fruit."""
    rows = max(2, width // 2)
    for row in range(rows):
        count = width - row * 2
        for i in range(max(1, count)):
            px = x + (i - (count - 1) / 2) * size * 1.75 + canvas.random.uniform(-0.2, 0.2) * size
            tone = tones[canvas.random.randrange(len(tones))]
            canvas.dot(px, y - size - row * size * 1.35, size, tone)
            canvas.dot(
                px - size * 0.3, y - size * 1.3 - row * size * 1.35, size * 0.32, tint(tone, 0.45)
            )


def market_boat(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    hull: str,
    trim: str,
    goods: list[str],
    mirror: bool = False,
    pole: bool = True,
) -> None:
    """A trader's boat: hood, heap of fruit, and the pole that shows what is sold."""
    side = -1 if mirror else 1
    wood = shade(mix(SAND, GOLD, 0.4), 0.45)
    if pole:
        px = x - side * length * 0.05
        canvas.line([(px, y), (px + side * length * 0.03, y - length * 0.66)], wood, length * 0.012)
        for i in range(3):
            fy = y - length * (0.6 - 0.075 * i)
            fx = px + side * length * (0.075 + 0.005 * i)
            canvas.line(
                [(px + side * length * 0.026, fy - length * 0.03), (fx, fy)], wood, length * 0.005
            )
            canvas.dot(fx, fy + length * 0.02, length * 0.026, goods[i % len(goods)])
    hood(
        canvas,
        x + side * length * 0.2,
        y - length * 0.07,
        length * 0.36,
        length * 0.17,
        mix(SAND, shade(GOLD, 0.4), 0.6),
    )
    fruit(canvas, x - side * length * 0.26, y - length * 0.078, length * 0.023, goods[:1], 5)
    fruit(canvas, x - side * length * 0.115, y - length * 0.066, length * 0.025, goods[1:], 7)
    sampan(canvas, x, y, length, hull, trim, mirror)
    shadow(canvas, x, y + length * 0.015, length, mix(hull, RIVER, 0.6))


def paddler(canvas: Canvas, x: float, y: float, size: float, shirt: str, trim: str) -> None:
    """One of the crew, bent over the paddle."""
    lean = -0.34
    hx, hy = x + size * (lean - 0.5), y - size * 0.55
    wood = tint(trim, 0.2)
    shaft = [(hx + size * 0.28, y - size * 1.05), (hx - size * 0.25, y + size * 0.62)]
    canvas.line(shaft, wood, size * 0.08)
    blade = [(hx - size * 0.12, y + size * 0.25), (hx - size * 0.28, y + size * 0.75)]
    canvas.ribbon(blade, [size * 0.1, size * 0.2], wood)
    back = [(x, y), (x + size * lean * 0.6, y - size * 0.5), (x + size * lean, y - size * 0.9)]
    canvas.ribbon(back, [size * 0.42, size * 0.46, size * 0.34], shirt)
    arm = [(x + size * lean * 0.9, y - size * 0.78), (hx, hy)]
    canvas.ribbon(arm, [size * 0.17, size * 0.11], shade(shirt, 0.18))
    skin = mix(GOLD, shade(LACQUER, 0.5), 0.55)
    canvas.dot(x + size * (lean - 0.1), y - size * 1.12, size * 0.2, skin)
    band = y - size * 1.2
    ends = [(x + size * (lean - 0.28), band), (x + size * (lean + 0.1), band)]
    canvas.ribbon(ends, [size * 0.1, size * 0.1], trim)


def ngo_boat(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    tones: tuple[str, str],
    shirts: list[str],
    crew: int,
) -> None:
    """The long Khmer racing boat, its crew stroking together; bow to the left."""
    hull, trim = tones
    spine = [
        *arc((-0.5, -0.085), (-0.43, -0.004), (-0.27, 0.0), 14),
        (0.0, 0.003),
        *arc((0.27, 0.0), (0.43, -0.004), (0.5, -0.1), 14),
    ]
    for i in range(crew):
        seat = x + length * (-0.33 + 0.66 * i / (crew - 1))
        paddler(canvas, seat, y, length * 0.052, shirts[i % len(shirts)], trim)
    body = place(spine, x, y, length)
    canvas.ribbon(body, [length * w for w in (0.004, 0.022, 0.03, 0.03, 0.022, 0.004)], hull)
    rail = [(px, py - length * 0.006) for px, py in body]
    canvas.ribbon(rail, [length * w for w in (0.002, 0.006, 0.007, 0.006, 0.002)], trim)
    for i in range(17):
        t = -0.36 + 0.72 * i / 16
        scale = [(t - 0.008, 0.008), (t, 0.0), (t + 0.008, 0.008), (t, 0.014)]
        canvas.poly(place(scale, x, y, length), mix(hull, trim, 0.65))
    for tip, mirror in (((-0.5, -0.085), True), ((0.5, -0.1), False)):
        at = place([tip], x, y, length)[0]
        curl = place(arc((0, 0), (0.7, -0.6), (0.1, -1.0), 8), *at, length * 0.035, mirror)
        canvas.ribbon(curl, [length * 0.008, length * 0.007, 0.4], trim)


def lantern(canvas: Canvas, x: float, y: float, size: float, tone: str, cord: float = 0.0) -> None:
    """A paper lantern hanging at (x, y)."""
    if cord:
        canvas.line([(x, y - size * 0.6), (x, y - size * 0.6 - cord)], shade(tone, 0.35), 1.4)
    canvas.ellipse(x, y, size * 0.95, size * 1.0, tint(tone, 0.35), 0.35)
    canvas.ellipse(x, y, size * 0.62, size * 0.68, tone)
    canvas.ellipse(x - size * 0.06, y, size * 0.3, size * 0.68, tint(tone, 0.3))
    for k in (-1, 1):
        canvas.rect(
            x - size * 0.26,
            y + k * size * 0.68 - size * 0.06,
            size * 0.52,
            size * 0.12,
            shade(tone, 0.3),
        )
    canvas.ribbon(
        [(x, y + size * 0.7), (x, y + size * 1.25)], [size * 0.06, size * 0.14], shade(tone, 0.12)
    )


def paper_boat(
    canvas: Canvas, x: float, y: float, size: float, light: str, dark: str, glow: str
) -> None:
    """A folded paper boat with a light inside it."""
    for r, veil in ((1.25, 0.16), (0.9, 0.2), (0.6, 0.26)):
        canvas.ellipse(x, y - size * 0.35, size * r, size * r * 0.9, glow, veil)
    canvas.poly(place([(-0.24, -0.3), (0.02, -0.82), (0.24, -0.3)], x, y, size), glow)
    canvas.poly(
        place([(0.02, -0.82), (0.24, -0.3), (0.06, -0.3)], x, y, size), mix(glow, dark, 0.3)
    )
    canvas.poly(
        place(spots("-0.66,-0.42 -0.36,0.04 0.36,0.04 0.66,-0.42 0.0,-0.2"), x, y, size),
        light,
    )
    canvas.poly(place([(0.0, -0.2), (0.66, -0.42), (0.36, 0.04), (0.1, 0.04)], x, y, size), dark)
    canvas.poly(
        place([(-0.66, -0.42), (0.0, -0.2), (0.1, 0.04)], x, y, size), mix(light, dark, 0.35)
    )


def market_tones() -> list[str]:
    """Fruit colours."""
    return [GOLD, mix(GOLD, LACQUER, 0.45), mix(COCONUT, GOLD, 0.3)]


def wake(canvas: Canvas, x: float, y: float, length: float, fill: str, side: int = 1) -> None:
    """Two thin lines opening behind a boat."""
    for spread in (0.05, 0.13):
        spine = arc(
            (x, y),
            (x + side * length * 0.5, y + length * spread * 0.3),
            (x + side * length, y + length * spread),
            10,
        )
        canvas.poly(outline(spine, [0.5, 3.0, 0.5]), fill)
