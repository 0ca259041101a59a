"""Coconut palms, water palms, dầu trees, reeds and rice."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .core import (
    GOLD,
    Canvas,
    Point,
    Points,
    arc,
    mix,
    outline,
    shade,
    straight,
    tint,
)


@dataclass(frozen=True)
class Leaf:
    """Tones of a plant: lit side, body, shadow, trunk."""

    lit: str
    body: str
    dark: str
    trunk: str

    def faded(self, air: str, share: float) -> Leaf:
        """The same plant seen through air."""
        return Leaf(
            *(mix(tone, air, share) for tone in (self.lit, self.body, self.dark, self.trunk))
        )


def frond_data(
    root: Point, angle: float, length: float, sag: float, leaflets: int, width: float
) -> tuple[str, str]:
    """Path data of one frond: rib with the upper leaflets, and the lower leaflets."""
    ca, sa = math.cos(angle), math.sin(angle)

    def spot(t: float) -> Point:
        return root[0] + length * t * ca, root[1] + length * t * sa + sag * length * t * t

    rib = [spot(i / 14) for i in range(15)]
    halves: dict[int, list[str]] = {-1: [], 1: []}
    light = -1 if ca >= 0 else 1
    halves[light].append(straight(outline(rib, [length * 0.03, length * 0.02, 0.4])))
    for i in range(leaflets):
        t = 0.08 + 0.92 * i / leaflets
        x, y = spot(t)
        dx, dy = ca, sa + 2 * sag * t
        size = math.hypot(dx, dy)
        dx, dy = dx / size, dy / size
        reach = width * length * (math.sin(math.pi * (0.15 + 0.77 * t)) ** 0.8)
        bx, by = spot(min(1.0, t + min(0.7 / leaflets, reach / length * 0.24)))
        for side in (-1, 1):
            open_ = 0.72 if side != light else 0.6
            lx = dx * (0.66 + 0.3 * t) - dy * side * open_
            ly = dy * (0.66 + 0.3 * t) + dx * side * open_ + 0.34
            norm = math.hypot(lx, ly)
            far = reach * (1.0 if side != light else 0.82)
            tip = (x + lx / norm * far, y + ly / norm * far)
            mid = (
                (x + bx) / 2 + lx / norm * far * 0.5 + dx * far * 0.03,
                (y + by) / 2 + ly / norm * far * 0.5,
            )
            halves[side].append(straight([(x, y), tip, mid, (bx, by)]))
    return "".join(halves[light]), "".join(halves[-light])


def frond(
    canvas: Canvas,
    root: Point,
    angle: float,
    length: float,
    sag: float,
    leaflets: int,
    tones: tuple[str, str],
) -> None:
    """Draw one frond, its upper side in the first tone and its lower side in the second."""
    upper, lower = frond_data(root, angle, length, sag, leaflets, 0.27)
    canvas.path(lower, tones[1])
    canvas.path(upper, tones[0])


def crown(
    canvas: Canvas, at: Point, length: float, leaf: Leaf, count: int = 13, leaflets: int = 16
) -> None:
    """The head of a palm: dark fronds behind, lit ones in front, light from the left."""
    rand = canvas.random
    spread = [(-207 + 234 * (i + 0.5) / count) for i in range(count)]
    behind = spread[1::2]
    front = sorted(spread[0::2], key=lambda a: abs(a + 90))
    for row, angle in enumerate([*behind, *front]):
        turn = math.radians(angle + rand.uniform(-6, 6))
        rear = row < len(behind)
        left = math.cos(turn) < 0.2
        high = leaf.body if rear else leaf.lit if left else mix(leaf.lit, leaf.body, 0.55)
        reach = length * rand.uniform(0.84, 1.08) * (0.78 + 0.22 * abs(math.cos(turn)))
        frond(
            canvas,
            at,
            turn,
            reach,
            rand.uniform(0.4, 0.66),
            leaflets,
            (high, leaf.dark if rear else leaf.body),
        )
    for angle in (148, 36):
        frond(
            canvas,
            at,
            math.radians(angle + rand.uniform(-10, 10)),
            length * 0.5,
            0.25,
            leaflets,
            (leaf.dark, leaf.dark),
        )


def palm(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    leaf: Leaf,
    lean: float = 0.15,
    nuts: bool = True,
    count: int = 13,
) -> None:
    """A coconut palm standing at (x, y)."""
    top = (x + height * lean, y - height)
    spine = arc((x, y), (x + height * lean * 0.05, y - height * 0.55), top, 24)
    thick = height * 0.036
    canvas.ribbon(spine, [thick * 1.5, thick, thick * 0.85, thick * 0.62], leaf.trunk)
    lit = [(px - thick * 0.22, py) for px, py in spine]
    canvas.ribbon(lit, [thick * 0.5, thick * 0.3, thick * 0.2], mix(leaf.trunk, leaf.lit, 0.45))
    if height > 220:
        for i in range(5, 23):
            px, py = spine[i]
            canvas.line(
                [(px - thick * 0.3, py), (px + thick * 0.36, py - 1.5)],
                shade(leaf.trunk, 0.18),
                1.0,
            )
    leaflets = 9 if height < 90 else 14 if height < 340 else 22
    crown(canvas, top, height * 0.42, leaf, count, leaflets)
    if nuts:
        size = height * 0.017
        ripe = mix(leaf.lit, GOLD, 0.42)
        for dx, dy in (
            (-1.7, 0.9),
            (1.6, 1.0),
            (-0.7, 1.0),
            (0.8, 1.9),
            (-0.8, 2.3),
            (-2.0, 2.1),
            (1.9, 2.4),
        ):
            nx, ny = top[0] + dx * size, top[1] + dy * size + size * 0.6
            canvas.ellipse(nx, ny, size, size * 1.15, shade(ripe, 0.16))
            canvas.ellipse(nx - size * 0.16, ny - size * 0.16, size * 0.76, size * 0.86, ripe)


def nipa(canvas: Canvas, x: float, y: float, height: float, leaf: Leaf, count: int = 9) -> None:
    """A clump of water palm rising from the bank."""
    order = sorted(range(count), key=lambda i: (i * 5) % count)
    for row, i in enumerate(order):
        angle = math.radians(-158 + 136 * (i + 0.5) / count + canvas.random.uniform(-6, 6))
        tones = (leaf.body, leaf.dark) if row < count / 2 else (leaf.lit, leaf.body)
        tall = canvas.vary(height) * (0.75 + 0.25 * abs(math.sin(angle)))
        frond(canvas, (x, y), angle, tall, 0.28, 18 if height > 90 else 11, tones)


def palm_row(
    canvas: Canvas,
    x0: float,
    x1: float,
    base: float,
    height: float,
    leaf: Leaf,
    count: int,
    nuts: bool = False,
) -> None:
    """Palms at uneven distances along a bank."""
    for i in range(count):
        t = (i + canvas.random.uniform(0.1, 0.9)) / count
        palm(
            canvas,
            x0 + (x1 - x0) * t,
            base + canvas.random.uniform(-2, 3),
            height * canvas.random.uniform(0.62, 1.08),
            leaf,
            canvas.random.uniform(-0.22, 0.24),
            nuts,
            11,
        )


def grove(
    canvas: Canvas,
    line: Points,
    height: float,
    leaf: Leaf,
    count: int,
    grow: float = 0.0,
    nuts: bool = False,
) -> None:
    """Palms along a line, in two ranks; `grow` makes them taller towards its end."""
    for i in range(count):
        t = (i + canvas.random.uniform(0.1, 0.9)) / count
        x, y = line[int(t * (len(line) - 1))]
        tall = height * (1 + grow * t) * canvas.random.uniform(0.7, 1.1)
        palm(
            canvas,
            x + canvas.random.uniform(-8, 8),
            y + canvas.random.uniform(-3, 5),
            tall,
            leaf,
            canvas.random.uniform(-0.2, 0.2),
            nuts,
            11,
        )


def far_leaf(air: str, share: float, hue: str) -> Leaf:
    """Tones of one-colour, distant foliage."""
    tone = mix(hue, air, share)
    return Leaf(tint(tone, 0.1), tone, shade(tone, 0.05), tone)
