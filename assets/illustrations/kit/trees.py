"""Dầu trees and sugar palms."""

from __future__ import annotations

import math

from .core import (
    Canvas,
    Points,
    arc,
    mix,
    outline,
    shade,
    smooth,
    straight,
)
from .plants import Leaf


def sugar_palm(canvas: Canvas, x: float, y: float, height: float, leaf: Leaf) -> None:
    """A thốt nốt: a straight dark trunk under a round head of fans."""
    top = (x, y - height)
    thick = height * 0.045
    canvas.ribbon(
        arc((x - thick * 0.3, y), (x + thick * 0.5, y - height * 0.5), top, 12),
        [thick * 1.5, thick, thick * 0.9],
        leaf.trunk,
    )
    canvas.ribbon(
        [(x - thick * 0.5, y), (x - thick * 0.2, y - height)],
        [thick * 0.5, thick * 0.25],
        mix(leaf.trunk, leaf.lit, 0.35),
    )
    fans = (
        [(-220 + 260 * i / 12, 0.17) for i in range(13)]
        + [(-195 + 210 * i / 8, 0.115) for i in range(9)]
        + [(-150 + 120 * i / 3, 0.06) for i in range(4)]
    )
    for row, (angle, far) in enumerate(fans):
        way = math.radians(angle + canvas.random.uniform(-8, 8))
        reach = height * far * canvas.random.uniform(0.85, 1.1)
        hub = (top[0] + math.cos(way) * reach, top[1] + math.sin(way) * reach - height * 0.01)
        left = math.cos(way) < 0.1
        tone = (
            leaf.dark
            if row < 13
            else leaf.body
            if row < 22 and not left
            else mix(leaf.lit, leaf.body, 0.0 if left else 0.6)
        )
        canvas.ribbon([top, hub], [height * 0.01, height * 0.007], leaf.dark)
        data = []
        for k in range(13):
            a = way + math.radians(-88 + 176 * k / 12)
            size = height * 0.125 * (1 - 0.22 * abs(k - 6) / 6)
            tip = (hub[0] + math.cos(a) * size, hub[1] + math.sin(a) * size + size * 0.12)
            data.append(
                straight(
                    outline(
                        [hub, ((hub[0] + tip[0]) / 2, (hub[1] + tip[1]) / 2), tip],
                        [height * 0.008, height * 0.028, 0.4],
                    )
                )
            )
        canvas.path("".join(data), tone)


def canopy(
    canvas: Canvas, x: float, y: float, rx: float, ry: float, fill: str, clumps: int = 11
) -> None:
    """A cloud of leaves made of round clumps over a flatter base."""
    rand = canvas.random
    data = []
    for i in range(clumps):
        t = (i + 0.5) / clumps * 2 - 1
        size = ry * rand.uniform(0.42, 0.66) * (1.05 - 0.5 * abs(t))
        px = x + rx * 0.86 * t
        py = y - ry * 0.42 * (1 - t * t) * rand.uniform(0.1, 1.3)
        points: Points = []
        for k in range(9):
            turn = 2 * math.pi * k / 9
            bump = rand.uniform(0.86, 1.14)
            points.append(
                (
                    px + size * 1.35 * bump * math.cos(turn),
                    py + size * (0.62 if math.sin(turn) > 0 else 1.0) * bump * math.sin(turn),
                )
            )
        data.append(smooth(points))
    core = [
        (x + rx * 0.8 * math.cos(k * 0.698), y - ry * 0.1 + ry * 0.42 * math.sin(k * 0.698))
        for k in range(9)
    ]
    canvas.path(smooth(core) + "".join(data), fill)


def dau_tree(
    canvas: Canvas, x: float, y: float, height: float, leaf: Leaf, spread: float = 0.2
) -> None:
    """A dầu tree: a tall straight pale trunk, branching only near the top."""
    rand = canvas.random
    thick = height * 0.036
    spine = arc(
        (x, y),
        (x + rand.uniform(-6, 6), y - height * 0.5),
        (x + rand.uniform(-9, 9), y - height * 0.96),
        12,
    )
    heads: list[tuple[float, float, float]] = []
    for i, part in enumerate((0.6, 0.69, 0.76, 0.85, 0.92)):
        side = -1 if i % 2 else 1
        reach = height * spread * (1.25 - part * 0.6) * rand.uniform(0.75, 1.2)
        heads.append((x + side * reach, y - height * part, reach * rand.uniform(0.8, 1.05)))
    heads.append((x + height * spread * 0.1, y - height, height * spread * 0.62))
    for hx, hy, size in heads:
        canopy(canvas, hx + size * 0.14, hy + size * 0.12, size * 1.02, size * 0.5, leaf.dark)
    canvas.ribbon(
        spine, [thick * 1.8, thick * 1.1, thick * 0.9, thick * 0.6, thick * 0.3], leaf.trunk
    )
    canvas.ribbon(
        [(px - thick * 0.24, py) for px, py in spine],
        [thick * 0.6, thick * 0.32, 1],
        mix(leaf.trunk, "#ffffff", 0.4),
    )
    if height > 500:
        for k in range(9):
            py = y - height * (0.05 + 0.06 * k)
            canvas.line(
                [(x + thick * 0.05, py), (x + thick * 0.42, py - rand.uniform(1, 3))],
                shade(leaf.trunk, 0.16),
                1.6,
            )
    for hx, hy, size in heads[:-1]:
        foot = (x, hy + size * 0.8)
        canvas.ribbon(
            arc(foot, (x + (hx - x) * 0.35, foot[1] - size * 0.25), (hx, hy), 8),
            [thick * 0.5, thick * 0.3, 1.5],
            leaf.trunk,
        )
    for hx, hy, size in heads:
        canopy(canvas, hx, hy, size * 0.92, size * 0.45, leaf.body)
        canopy(canvas, hx - size * 0.2, hy - size * 0.16, size * 0.58, size * 0.26, leaf.lit, 8)
