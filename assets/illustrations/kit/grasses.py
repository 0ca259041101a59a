"""Reeds, bulrushes and rice."""

from __future__ import annotations

import math

from .core import (
    COCONUT,
    GOLD,
    Canvas,
    arc,
    mix,
    outline,
    shade,
    straight,
)


def reeds(
    canvas: Canvas, x: float, y: float, width: float, height: float, fill: str, count: int = 24
) -> None:
    """A stand of bending blades."""
    data = []
    for _ in range(count):
        foot = x + canvas.random.uniform(-0.5, 0.5) * width
        tall = height * canvas.random.uniform(0.45, 1.0)
        bend = canvas.random.uniform(-0.15, 0.45) * tall
        spine = arc((foot, y), (foot + bend * 0.1, y - tall * 0.7), (foot + bend, y - tall), 8)
        data.append(straight(outline(spine, [tall * 0.026 + 1, tall * 0.026, 0.2])))
    canvas.path("".join(data), fill)


def cattails(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    stalk: str,
    head: str,
    count: int = 6,
) -> None:
    """Bulrushes standing above the reeds."""
    for i in range(count):
        foot = x + (i / (count - 1) - 0.5) * width
        tall = height * canvas.random.uniform(0.72, 1.08)
        spine = arc((foot, y), (foot + 4, y - tall * 0.6), (foot + tall * 0.1, y - tall), 12)
        canvas.ribbon(spine, [4.5, 3.4, 1.6], stalk)
        canvas.line(spine[8:11], head, 11)
        canvas.line([(px - 2, py) for px, py in spine[8:11]], mix(head, GOLD, 0.35), 3)


def rice_ear(
    canvas: Canvas, x: float, y: float, length: float, turn: float, grain: str, stalk: str
) -> None:
    """A bowed ear of rice with a blade; `turn` is its sideways bend, -1 to 1."""
    spine = arc(
        (x, y),
        (x + turn * length * 0.05, y - length * 1.02),
        (x + turn * length * 0.55, y - length * 0.66),
        36,
    )
    blade = arc(
        (x, y - length * 0.1),
        (x - turn * length * 0.1, y - length * 0.7),
        (x - turn * length * 0.34, y - length * 0.74),
        10,
    )
    canvas.ribbon(blade, [length * 0.02, length * 0.03, 0.4], mix(stalk, COCONUT, 0.5))
    canvas.ribbon(spine, [length * 0.016, length * 0.01, 0.8], stalk)
    size = length * 0.05
    for odd in (0, 1):
        data = []
        for i in range(15, 37):
            px, py = spine[i]
            ax, ay = spine[i - 1]
            way = math.atan2(py - ay, px - ax)
            for side in (-0.62, 0.5):
                a = way + side
                foot = (px + math.cos(a) * size * 0.35, py + math.sin(a) * size * 0.35)
                tip = (px + math.cos(a) * size * 1.45, py + math.sin(a) * size * 1.45 + size * 0.1)
                mid = ((foot[0] + tip[0]) / 2, (foot[1] + tip[1]) / 2)
                if (i + (side > 0)) % 2 == odd:
                    data.append(
                        straight(outline([foot, mid, tip], [size * 0.1, size * 0.46, size * 0.06]))
                    )
        canvas.path("".join(data), grain if odd else shade(grain, 0.13))


def rice_clump(
    canvas: Canvas, x: float, y: float, height: float, grain: str, stalk: str, count: int = 9
) -> None:
    """A tuft of ripe rice leaning with the wind."""
    for i in range(count):
        t = (i + 0.5) / count * 2 - 1
        rice_ear(
            canvas,
            x + t * height * 0.18,
            y,
            canvas.vary(height, 0.14),
            t * 0.7 + canvas.random.uniform(0.05, 0.4),
            grain,
            stalk,
        )
