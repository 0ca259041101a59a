"""Section opener: the woven mat."""

from __future__ import annotations

import math

from kit.core import (
    COCONUT,
    GOLD,
    LACQUER,
    RIVER,
    SAND,
    Canvas,
    mix,
    pale,
    shade,
)

CELL = 11.7
STRAW, DEEP = mix(SAND, GOLD, 0.26), mix(SAND, GOLD, 0.46)
EDGES = {
    8: LACQUER,
    9: GOLD,
    26: GOLD,
    27: LACQUER,
    31: RIVER,
    32: RIVER,
    33: LACQUER,
    55: LACQUER,
    56: RIVER,
    57: RIVER,
}


def river_band(i: int, v: int) -> str:
    """Three zigzag lines that run together and open, on a river ground."""
    step = abs((i % 24) - 12)
    near = step < 4
    lines = (-5 + step // 2, step // 2 - 1 + (1 if near else 0), step // 2 + 3)
    if v in lines:
        return (GOLD, SAND, GOLD)[lines.index(v)]
    return RIVER


def star_band(i: int, v: int) -> str:
    """Stepped lozenges, the main figure of the mat."""
    x, y = abs((i % 30) - 15), abs(v)
    star = x + y
    if star in (14, 15) or y > 10:
        return LACQUER if y <= 10 else GOLD
    if star > 15:
        return COCONUT if (x - y) % 5 == 0 else SAND if (x + y) % 5 == 0 else DEEP
    if star in (10, 11):
        return RIVER
    if star < 3:
        return LACQUER
    if star in (3, 4, 5) or min(x, y) == 0:
        return GOLD
    return COCONUT if abs(x - y) < 2 else SAND


def green_band(i: int, v: int) -> str:
    """Small lotus buds on a green ground."""
    x = abs((i % 14) - 7)
    if x + abs(v) in (4, 5) and v < 3:
        return GOLD
    if x < 2 and -1 < v < 4:
        return LACQUER
    return SAND if (i % 14 == 0 and abs(v) < 2) else COCONUT


def mat_tone(i: int, j: int) -> str:
    """Colour of one crossing of the mat: i across, j down."""
    if j in EDGES:
        return EDGES[j]
    if 10 <= j <= 25:
        return river_band(i, j - 17)
    if 34 <= j <= 54:
        return star_band(i, j - 44)
    if 60 <= j <= 68:
        return green_band(i, j - 64)
    if j in (89, 90, 93):
        return LACQUER if j == 93 else DEEP
    return STRAW


def mat_edge(c: Canvas, rows: int) -> list[int]:
    """First woven column of each row: a ragged edge, still at work."""
    return [
        int(43 + 3 * math.sin(j / 9) + 2.2 * math.sin(j / 3.1) + c.random.uniform(-1.4, 1.4))
        for j in range(rows)
    ]


def strands(c: Canvas, edge: list[int]) -> None:
    """Dyed sedge: three bundles from the left edge that run together into the mat."""
    bundles = ((8, 27, 70.0, 20.0), (31, 57, 390.0, 15.5), (60, 68, 690.0, 12.0))
    for first, last, centre, gap in bundles:
        middle = (first + last) / 2
        for j in range(first, last + 1):
            y = (j + 0.5) * CELL
            x = edge[j] * CELL + 14
            away = centre + (j - middle) * gap + c.random.uniform(-9, 9)
            tone = (
                mat_tone(40, j)
                if j in EDGES
                else (
                    RIVER
                    if j < 28
                    else (GOLD, COCONUT, DEEP, LACQUER)[j % 4]
                    if j < 58
                    else COCONUT
                )
            )
            spine = [(x, y)]
            for k in range(1, 25):
                t = k / 24
                ease = t * t * (3 - 2 * t)
                spine.append(
                    (x - (x + 30) * t, y + (away - y) * ease + math.sin(t * 9 + j) * 5 * t)
                )
            c.ribbon(
                [(px + 3, py + 7) for px, py in spine], [7, 6, 5], mix(SAND, shade(GOLD, 0.5), 0.24)
            )
            c.ribbon(spine, [8, 7, 6.4], shade(tone, 0.05 + 0.1 * (j % 2)))
            c.ribbon([(px, py - 1.6) for px, py in spine], [1.8, 1.6, 1.4], pale(tone, 0.3))


def hoa_van(c: Canvas) -> None:
    """A mat of dyed sedge in the weaving."""
    c.rect(-5, -5, c.width + 10, c.height + 10, mix(SAND, GOLD, 0.1))
    rows, columns = int(c.height / CELL) + 2, int(c.width / CELL) + 2
    edge = mat_edge(c, rows)
    for j, first in enumerate(edge):
        y = (j + 0.5) * CELL
        reach = c.random.uniform(16, 80) if j in range(8, 69) else c.random.uniform(24, 110)
        c.rect(
            first * CELL - reach + 4,
            y - 1,
            reach + 20,
            CELL * 0.8,
            mix(SAND, shade(GOLD, 0.5), 0.24),
            3,
        )
        c.rect(
            first * CELL - reach,
            y - CELL * 0.4,
            reach + 20,
            CELL * 0.76,
            shade(STRAW, 0.03 * (j % 3)),
            3,
        )
    strands(c, edge)
    faces: dict[str, list[str]] = {}
    for j in range(rows):
        x0 = edge[j] * CELL
        faces.setdefault(shade(DEEP, 0.24), []).append(
            f"M{x0:.1f} {j * CELL:.1f}H1650v{CELL:.1f}H{x0:.1f}Z"
        )
    for j in range(rows):
        for i in range(edge[j], columns):
            over = (i + j) % 2 == 0
            tone = shade(mat_tone(i, j), (i * 7 + j * 13) % 5 / 70 + (0 if over else 0.08))
            w, t = (CELL - 0.6, CELL * 0.84) if over else (CELL * 0.84, CELL - 0.6)
            x, y = i * CELL + (CELL - w) / 2, j * CELL + (CELL - t) / 2
            faces.setdefault(tone, []).append(f"M{x:.1f} {y:.1f}h{w:.1f}v{t:.1f}h{-w:.1f}Z")
    for tone, data in faces.items():
        c.path("".join(data), tone)


SCENES = {"opener-hoa-van": hoa_van}
