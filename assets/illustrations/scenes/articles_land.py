"""Article pictures of fields, streets and borders."""

from __future__ import annotations

import math

from kit.built import loudspeaker, signal, stilt_house, turbine
from kit.core import (
    COCONUT,
    GOLD,
    HORIZON,
    LACQUER,
    RIVER,
    SAND,
    SEA,
    WHITE,
    Canvas,
    Point,
    arc,
    mix,
    pale,
    shade,
    spots,
    straight,
)
from kit.craft import sampan, shadow
from kit.grasses import reeds, rice_clump
from kit.nature import below, bird, cloud, flock, hills, sky, sun, thicket, wave
from kit.people import person, rower
from kit.plants import Leaf, far_leaf, nipa, palm, palm_row
from kit.trees import sugar_palm

from .moods import FIELD, GREEN, MORNING

H = HORIZON


def fields(
    c: Canvas, top: float, far: str, near: str, rows: int = 7, vanish: float = 900.0
) -> None:
    """Rice fields: bands cut by pale dykes which run to one point on the horizon."""
    edges = [
        wave(c, top + (c.height - top) * (i / rows) ** 1.55, 2 + i * 1.6) for i in range(rows + 1)
    ]
    for i in range(rows):
        tone = mix(far, near, i / rows)
        below(c, edges[i], mix(tone, GOLD, 0.26 if i % 2 else 0.0))
        y0, y1 = edges[i][8][1], edges[i + 1][8][1]
        for _ in range(3):
            foot = c.random.uniform(-500, c.width + 500)
            wide = c.random.uniform(160, 420)

            def at(x: float, y: float) -> Point:
                return vanish + (x - vanish) * (y - top + 40) / (c.height - top + 40), y

            patch = [at(foot, y0), at(foot + wide, y0), at(foot + wide, y1 + 9), at(foot, y1 + 9)]
            c.poly(patch, mix(tone, c.random.choice((GOLD, RIVER, WHITE)), 0.16))
            c.ribbon(
                [at(foot, y0), at(foot, y1 + 9)], [1 + i * 0.5, 2 + i * 0.6], mix(tone, SAND, 0.5)
            )
        c.ribbon(edges[i], [1 + i * 0.6, 2 + i * 0.6], mix(tone, SAND, 0.5))


def giam_ngheo(c: Canvas) -> None:
    """A community loudspeaker and a house with an aerial among rice fields."""
    m = FIELD
    sky(c, H, m.top, m.low, 8, m.mid)
    sun(c, 440, H - 50, 58, m.sun, m.glow)
    cloud(c, 760, 150, 260, mix(m.mid, WHITE, 0.6))
    cloud(c, 1420, 150, 300, mix(m.mid, WHITE, 0.6), 4)
    hue = mix(COCONUT, RIVER, 0.35)
    thicket(c, -30, 1690, H + 4, 32, mix(hue, m.air, 0.55))
    palm_row(c, 0, 1640, H + 4, 110, far_leaf(m.air, 0.5, hue), 14)
    fields(c, H + 2, mix(COCONUT, m.air, 0.45), COCONUT)
    canal = arc((930, H + 4), (860, 420), (250, 760), 30)
    c.ribbon(canal, [3, 22, 70, 190], mix(COCONUT, SAND, 0.6))
    c.ribbon(canal, [2, 16, 54, 156], pale(RIVER, 0.45))
    for k in (-1, 0, 1):
        c.ribbon(
            [(px + k * (1 + 44 * (i / 30) ** 2), py) for i, (px, py) in enumerate(canal)],
            [0.4, 1.5, 4],
            pale(RIVER, 0.78),
        )
    x, y = 1100.0, 490.0
    c.ellipse(x + 20, y + 6, 230, 20, mix(COCONUT, RIVER, 0.4))
    palm(c, 1000, 470, 300, GREEN.faded(m.air, 0.1), -0.1)
    c.line([(x + 84, 260), (x + 84, 140)], shade(RIVER, 0.2), 4)
    for i in range(4):
        c.line(
            [(x + 54 + 5 * i, 150 + 17 * i), (x + 114 - 5 * i, 146 + 17 * i)], shade(RIVER, 0.2), 3
        )
    stilt_house(c, x, y, 270, mix(SAND, GOLD, 0.3), mix(LACQUER, SAND, 0.06))
    thicket(c, 1190, 1500, 520, 46, GREEN.dark)
    palm(c, 1300, 510, 400, GREEN, -0.1)
    palm(c, 1400, 524, 310, GREEN, 0.1)
    c.ribbon([(560, 668), (560, 140)], [15, 11], mix(SAND, RIVER, 0.62))
    c.ribbon([(564, 668), (562, 140)], [6, 4], mix(SAND, RIVER, 0.85))
    c.ellipse(560, 668, 40, 8, mix(COCONUT, RIVER, 0.4))
    loudspeaker(c, 570, 186, 112, LACQUER)
    loudspeaker(c, 550, 246, 92, RIVER, -1)
    signal(c, (668, 186), 130, LACQUER)
    for cx, size in ((30, 210), (130, 170), (1480, 170), (1580, 230)):
        rice_clump(c, cx, 716, size, GOLD, mix(COCONUT, GOLD, 0.35), 9)


def lang_gieng(c: Canvas) -> None:
    """Layered hills, a winding border road, a stone marker and three birds."""
    m = MORNING
    sky(c, H, m.top, mix(SAND, GOLD, 0.3), 8, m.mid)
    sun(c, 500, H - 84, 60, m.sun, m.glow)
    cloud(c, 1180, 110, 360, mix(m.mid, WHITE, 0.7), 4)
    for i, (base, size) in enumerate(((H + 4, 170), (H + 12, 120), (H + 30, 84))):
        hills(c, base, size, mix(mix(RIVER, SEA, 0.3), m.air, 0.74 - 0.17 * i))
    edges = [
        wave(c, y, 13 + 5 * i, step=110) for i, y in enumerate((H + 14, H + 66, H + 140, H + 260))
    ]
    tones = [
        mix(mix(COCONUT, RIVER, 0.3), m.air, 0.42),
        mix(mix(COCONUT, GOLD, 0.14), m.air, 0.3),
        mix(COCONUT, RIVER, 0.16),
        mix(COCONUT, RIVER, 0.42),
    ]
    road = (
        arc((1010, H + 24), (800, H + 60), (900, H + 110), 14)
        + arc((900, H + 110), (1060, H + 190), (700, H + 270), 14)[1:]
        + arc((700, H + 270), (470, H + 330), (420, 740), 10)[1:]
    )
    for i, edge in enumerate(edges):
        below(c, edge, tones[i])
        if i in (0, 1):
            thicket(
                c,
                1090 + 60 * i,
                1690,
                edge[10][1] + 14,
                40 + 14 * i,
                mix(mix(COCONUT, RIVER, 0.5), m.air, 0.36 - 0.16 * i),
            )
            thicket(
                c,
                -40,
                420 - 60 * i,
                edge[3][1] + 14,
                36 + 14 * i,
                mix(mix(COCONUT, RIVER, 0.5), m.air, 0.36 - 0.16 * i),
            )
    c.ribbon(road, [5, 18, 38, 62, 100, 150], mix(mix(COCONUT, GOLD, 0.3), SAND, 0.3))
    c.ribbon(road, [3, 13, 29, 50, 84, 130], mix(SAND, GOLD, 0.16))
    for i in range(2, 36, 2):
        c.ribbon(road[i : i + 2], [0.6 + 0.13 * i, 0.8 + 0.14 * i], mix(SAND, LACQUER, 0.45))
    for x, y, size in ((330, 440, 210), (230, 470, 260), (1390, 460, 240)):
        sugar_palm(c, x, y, size, GREEN.faded(m.air, 0.12))
    marker(c, 1080.0, 610.0)
    sugar_palm(c, 1500, 670, 470, GREEN)
    sugar_palm(c, 130, 660, 420, GREEN)
    reeds(c, 1560, 716, 260, 120, mix(COCONUT, RIVER, 0.6), 40)
    reeds(c, 60, 716, 240, 120, mix(COCONUT, RIVER, 0.6), 40)
    for bx, by, size in ((640, 150, 44), (736, 200, 34), (586, 226, 28)):
        bird(c, bx, by, size, SEA)


def marker(c: Canvas, x: float, y: float) -> None:
    """A stone with a lacquer band and the three lines cut into it."""
    stone = mix(SAND, SEA, 0.16)
    c.ellipse(x + 34, y, 140, 16, mix(COCONUT, RIVER, 0.75))
    c.rect(x - 84, y - 30, 168, 32, shade(stone, 0.1))
    c.rect(x + 20, y - 30, 64, 32, shade(stone, 0.24))
    left, right = f"M{x - 58} {y - 30}L{x - 48} {y - 240}", f"{x + 48} {y - 240}L{x + 58} {y - 30}Z"
    c.path(f"{left}Q{x} {y - 296} {right}", stone)
    c.path(f"M{x + 20} {y - 30}L{x + 18} {y - 264}Q{x + 40} {y - 254} {right}", shade(stone, 0.15))
    c.path(
        f"M{x - 49} {y - 220}L{x + 49} {y - 220}L{x + 51} {y - 190}L{x - 50.5} {y - 190}Z", LACQUER
    )
    for i, dy in enumerate((-26, 0, 26)):
        line = [
            (x - 34 + 68 * k / 12, y - 112 + dy * (k / 12) ** 1.4 + (i - 1) * 3) for k in range(13)
        ]
        c.ribbon(line, [1.5, 4, 6], mix(SEA, stone, 0.25))
    reeds(c, x - 110, y + 8, 70, 80, mix(COCONUT, RIVER, 0.7), 18)
    reeds(c, x + 124, y + 10, 80, 90, mix(COCONUT, GOLD, 0.2), 20)


def mot_thoang(c: Canvas) -> None:
    """A wide view of the delta: fields, river, palms, tiny turbines."""
    m = FIELD
    sky(c, H, m.top, m.low, 9, m.mid)
    sun(c, 430, H - 40, 62, m.sun, m.glow)
    cloud(c, 900, 130, 420, mix(m.mid, WHITE, 0.7), 4)
    cloud(c, 1430, 180, 260, mix(m.mid, WHITE, 0.7))
    c.rect(-5, H - 5, c.width + 10, 20, pale(SEA, 0.5))
    for i in range(12):
        turbine(
            c,
            880 + 62 * i,
            H - 1,
            c.vary(66, 0.14),
            mix(WHITE, SEA, 0.3 if i % 2 else 0.12),
            c.random.uniform(0, 120),
        )
    fields(c, H + 10, mix(COCONUT, m.air, 0.5), COCONUT, 8, 1040)
    river = (
        arc((1120, H + 12), (640, H + 66), (960, H + 160), 16)
        + arc((960, H + 160), (1230, H + 250), (420, 900), 18)
        + [(330, 960), (200, 1060)][1:]
    )
    c.ribbon(river, [10, 30, 70, 124, 210, 420], mix(COCONUT, SAND, 0.55))
    c.ribbon(river, [7, 24, 60, 110, 188, 380], pale(RIVER, 0.46))
    c.ribbon([(px + 4, py) for px, py in river], [2, 10, 34, 70, 124, 260], pale(RIVER, 0.34))
    for k in (-1, 0, 1):
        c.ribbon(
            [
                (px + k * (1 + 58 * (i / 34) ** 2) + 6 * math.sin(i * 0.9 + k), py)
                for i, (px, py) in enumerate(river)
            ],
            [0.4, 1.0, 2.0, 4],
            pale(RIVER, 0.66),
        )
    hue = Leaf(GREEN.lit, GREEN.body, GREEN.dark, GREEN.trunk)
    for y, size, share, count in (
        (H + 30, 44, 0.46, 9),
        (H + 78, 78, 0.3, 6),
        (H + 160, 140, 0.1, 3),
    ):
        leaf = hue.faded(m.air, share)
        for x0, x1 in ((20, 600), (1270, 1640)):
            palm_row(c, x0, x1, y, size, leaf, count)
            thicket(c, x0, x1, y + 3, size * 0.24, leaf.dark)
    for x, y, size in ((1170, 430, 96), (1330, 500, 130), (560, 430, 92)):
        palm(c, x + size * 0.8, y, size * 1.5, GREEN.faded(m.air, 0.1), -0.1)
        stilt_house(c, x, y, size, mix(SAND, GOLD, 0.3), mix(LACQUER, SAND, 0.06))
    sampan(c, 960, 556, 130, shade(LACQUER, 0.1), LACQUER)
    rower(c, 1004, 550, 64, SEA, -1)
    shadow(c, 960, 560, 130, shade(RIVER, 0.05))
    palm(c, 190, 710, 500, GREEN, 0.12, count=15)
    palm(c, 80, 720, 360, GREEN, -0.04)
    palm(c, 1540, 720, 440, GREEN, -0.12)
    nipa(c, 130, 716, 130, GREEN)
    nipa(c, 1570, 720, 120, GREEN)
    flock(c, 690, 190, 16, RIVER, 7)


def giong_cat(c: Canvas) -> None:
    """A sand ridge with palms, rice terraces of light, shrimp ponds."""
    m = FIELD
    sky(c, H, m.top, m.low, 8, m.mid)
    sun(c, 450, H - 50, 60, m.sun, m.glow)
    cloud(c, 1180, 130, 360, mix(m.mid, WHITE, 0.7), 4)
    below(c, wave(c, H, 1), pale(SEA, 0.55))
    thicket(c, -30, 1690, H + 6, 24, mix(mix(COCONUT, RIVER, 0.3), m.air, 0.55))
    ridge = arc((-40, 372), (520, 262), (1700, 372), 24)
    below(
        c,
        [(x, y - 14 + i) for i, (x, y) in enumerate(ridge)],
        mix(mix(COCONUT, GOLD, 0.2), m.air, 0.3),
    )
    below(c, ridge, mix(SAND, GOLD, 0.2))
    below(c, [(x, y + 22 + 8 * (i % 3)) for i, (x, y) in enumerate(ridge)], mix(SAND, GOLD, 0.36))
    for i in range(15):
        x, y = ridge[3 + i]
        if i % 5 == 3:
            continue
        palm(
            c,
            x + c.random.uniform(-24, 24),
            y + c.random.uniform(4, 16),
            c.vary(200, 0.28),
            GREEN.faded(m.air, 0.1),
            c.random.uniform(-0.18, 0.18),
            True,
        )
    stilt_house(c, 960, 372, 84, mix(SAND, GOLD, 0.3), mix(LACQUER, SAND, 0.06))
    stops = (
        mix(GOLD, SAND, 0.55),
        mix(GOLD, SAND, 0.32),
        mix(mix(GOLD, SAND, 0.2), COCONUT, 0.25),
        mix(GOLD, COCONUT, 0.5),
        mix(COCONUT, GOLD, 0.2),
        mix(COCONUT, RIVER, 0.2),
    )
    for i, tone in enumerate(stops):
        edge = arc((-40, 392 + 50 * i), (440, 330 + 62 * i), (900 - 14 * i, 520 + 56 * i), 20)
        c.path(straight([*edge, (1000, 780), (-40, 780)]), tone)
        c.ribbon(edge, [4, 6, 2], mix(SAND, tone, 0.2))
        for k in range(2, 18):
            px, py = edge[k]
            if i > 1:
                c.ribbon(
                    arc((px, py + 22), (px + 2, py + 8), (px + 9, py + 6), 5),
                    [1, 3, 0.5],
                    mix(tone, GOLD, 0.4),
                )
    ponds(c)
    person(c, 690, 500, 74, mix(RIVER, SAND, 0.1))
    person(c, 560, 560, 104, LACQUER)
    rice_clump(c, 80, 720, 220, GOLD, mix(COCONUT, GOLD, 0.35), 10)
    rice_clump(c, 240, 730, 180, GOLD, mix(COCONUT, GOLD, 0.35), 9)
    flock(c, 900, 190, 17, RIVER, 5)


def ponds(c: Canvas) -> None:
    """Shrimp ponds with turning paddle wheels, between dykes of pale earth."""
    dyke = mix(SAND, GOLD, 0.36)
    c.blob(
        spots("760,470 980,418 1300,404 1720,410 1720,760 1000,760 900,640"),
        dyke,
    )
    for i in range(4):
        y, t = 428 + 60 * i + 9 * i * i, 40 + 17 * i
        for k in range(4):
            w = 200 + 34 * i
            x = 930 - 8 * i + k * (w + 26) - (20 if k == 0 else 0)
            lean = 8 * i
            body = [(x + lean, y), (x + w + lean, y), (x + w, y + t), (x, y + t)]
            c.poly([(px, py + 5) for px, py in body], shade(dyke, 0.18))
            c.poly(body, pale(RIVER, 0.62 - 0.13 * i - 0.03 * k))
            c.poly(
                [body[0], body[1], (x + w + lean - 4, y + 5 + i), (x + lean + 2, y + 5 + i)],
                pale(RIVER, 0.3 - 0.06 * i),
            )
            c.line([(x + w * 0.5, y + t * 0.7), (x + w * 0.8, y + t * 0.7)], pale(RIVER, 0.82), 2.4)
            if (i + k) % 2:
                size = 8 + 3 * i
                for n in range(3):
                    c.ellipse(x + w * 0.25 + n * size * 2.6, y + t * 0.46, size, size * 0.5, WHITE)
                c.line(
                    [
                        (x + w * 0.25 - size, y + t * 0.52),
                        (x + w * 0.25 + size * 6.2, y + t * 0.52),
                    ],
                    LACQUER,
                    2 + i * 0.6,
                )


SCENES = {
    "giam-ngheo-thong-tin": giam_ngheo,
    "lang-gieng-huu-nghi": lang_gieng,
    "tra-vinh-mot-thoang": mot_thoang,
    "giong-cat-va-lua": giong_cat,
}
