"""Section opener: hands with rice and shrimp."""

from __future__ import annotations

import math
from collections.abc import Callable

from kit.core import (
    COCONUT,
    GOLD,
    LACQUER,
    RIVER,
    SAND,
    SEA,
    WHITE,
    Canvas,
    Points,
    arc,
    mix,
    outline,
    pale,
    place,
    shade,
    smooth,
    spots,
    straight,
    tint,
)
from kit.grasses import rice_clump
from kit.nature import below, cloud, current, glints, sky, sun, thicket, wave
from kit.plants import far_leaf, palm_row

from .moods import DAWN


def thumb(
    c: Canvas, put: Callable[[Points], Points], size: float, tones: tuple[str, str, str]
) -> None:
    """The thumb, growing out of the palm."""
    skin, soft, deep = tones
    c.blob(
        put(
            spots(
                "-0.62,-0.16 -0.36,-0.17 -0.14,-0.245 0.04,-0.31 0.19,-0.305"
                " 0.225,-0.265 0.12,-0.235 0.0,-0.19 -0.1,-0.09 -0.24,-0.02 -0.45,-0.03"
            )
        ),
        skin,
    )
    c.ribbon(
        put(arc((-0.5, -0.165), (-0.1, -0.22), (0.16, -0.29), 10)),
        [0.4, size * 0.022, size * 0.012],
        soft,
    )
    c.ribbon(
        put(arc((0.06, -0.205), (-0.1, -0.1), (-0.26, -0.015), 8)), [0.4, size * 0.018, 0.4], deep
    )
    c.ribbon(
        put(arc((0.19, -0.3), (0.215, -0.29), (0.215, -0.268), 4)),
        [size * 0.012, size * 0.018, size * 0.01],
        soft,
    )


def hand(
    c: Canvas, x: float, y: float, size: float, skin: str, sleeve: str, mirror: bool = False
) -> None:
    """An open palm in side view reaching in from the side of the page."""
    deep, soft = shade(skin, 0.14), tint(skin, 0.22)

    def put(points: Points) -> Points:
        return place(points, x, y, size, mirror)

    web = spots("-0.3,-0.08 -0.05,-0.17 0.16,-0.16 0.28,0 0,0.1 -0.2,0.05")
    c.blob(put(web), deep)
    for i in range(3, -1, -1):
        lift = i * 0.035
        finger = arc(
            (0.1, 0.02 - lift), (0.5, 0.12 - lift), (0.78 - 0.05 * i, -0.12 - lift * 2.1), 12
        )
        c.ribbon(
            put(finger),
            [size * 0.13, size * 0.115, size * 0.095, size * 0.066],
            (skin, mix(skin, deep, 0.4), mix(skin, deep, 0.7), deep)[i],
        )
        tip = put([finger[-1]])[0]
        c.dot(
            tip[0],
            tip[1],
            size * 0.033,
            (skin, mix(skin, deep, 0.4), mix(skin, deep, 0.7), deep)[i],
        )
    palm = spots(
        "-0.95,-0.2 -0.5,-0.17 -0.22,-0.15 0.05,-0.07 0.3,0.0"
        " 0.3,0.1 0.1,0.16 -0.2,0.14 -0.5,0.07 -0.95,0.08"
    )
    c.blob(put(palm), skin)
    c.blob(
        put(
            spots(
                "-0.95,0.02 -0.5,0.0 -0.1,0.07 0.28,0.08 0.1,0.17 -0.2,0.145 -0.5,0.075 -0.95,0.09"
            )
        ),
        deep,
    )
    thumb(c, put, size, (skin, soft, deep))
    c.poly(put([(-3, -0.34), (-0.72, -0.27), (-0.66, 0.16), (-3, 0.3)]), sleeve)
    c.poly(put([(-3, 0.06), (-0.68, 0.02), (-0.66, 0.16), (-3, 0.3)]), shade(sleeve, 0.18))
    c.ribbon(put([(-0.72, -0.28), (-0.66, 0.17)]), [size * 0.07] * 2, tint(sleeve, 0.3))


def grains(c: Canvas, x: float, y: float, width: float, height: float, count: int) -> None:
    """A heap of rice."""
    tones = [mix(GOLD, SAND, 0.3), GOLD, mix(GOLD, SAND, 0.55), shade(GOLD, 0.1)]
    c.blob(arc((x - width / 2, y), (x, y - height * 2.1), (x + width / 2, y), 12), GOLD)
    for _ in range(count):
        px = c.random.triangular(-0.5, 0.5, 0)
        roof = (1 - (2 * px) ** 2) * height
        py = y - c.random.uniform(0, 1.02) * roof
        turn = c.random.uniform(0, math.pi)
        dx, dy = math.cos(turn) * 8, math.sin(turn) * 8
        spine = [
            (x + px * width - dx, py - dy),
            (x + px * width, py),
            (x + px * width + dx, py + dy),
        ]
        c.path(smooth(outline(spine, [1, 6.5, 1])), tones[c.random.randrange(4)])


def shrimp(c: Canvas, x: float, y: float, size: float, tone: str, mirror: bool = False) -> None:
    """A curled shrimp."""

    def put(points: Points) -> Points:
        return place(points, x, y, size, mirror)

    back = [
        (math.cos(math.radians(a)) * 0.5, math.sin(math.radians(a)) * 0.42)
        for a in range(-170, 75, 7)
    ]
    for k in range(5):
        foot = back[12 + k * 4]
        c.line(
            put([(foot[0] * 0.8, foot[1] * 0.8), (foot[0] * 0.38 - 0.04, foot[1] * 0.3 + 0.06)]),
            shade(tone, 0.15),
            size * 0.022,
        )
    for bend, end in (((-0.9, -0.5), (-0.6, -1.1)), ((-0.95, -0.3), (-1.05, -0.85))):
        c.line(put(arc((-0.5, -0.1), bend, end, 14)), shade(tone, 0.1), size * 0.016)
    c.ribbon(
        put(back),
        [size * 0.13, size * 0.27, size * 0.26, size * 0.22, size * 0.17, size * 0.09],
        tone,
    )
    for i in range(9, len(back) - 1, 4):
        px, py = back[i]
        c.line(put([(px * 0.78, py * 0.74), (px * 1.21, py * 1.24)]), tint(tone, 0.45), size * 0.02)
    tail = back[-1]
    for a in (60, 100, 140):
        t = math.radians(a)
        end = (tail[0] + math.cos(t) * 0.24, tail[1] + math.sin(t) * 0.24)
        c.ribbon(
            put([tail, ((tail[0] + end[0]) / 2, (tail[1] + end[1]) / 2), end]),
            [size * 0.04, size * 0.11, size * 0.03],
            shade(tone, 0.1),
        )
    c.ribbon(put([(-0.42, -0.2), (-0.66, -0.3)]), [size * 0.1, 0.4], tone)
    eye = put([(-0.42, -0.14)])[0]
    c.dot(eye[0], eye[1], size * 0.035, shade(SEA, 0.4))


def lua_tom(c: Canvas) -> None:
    """Two hands: rice from the left, shrimp from the right."""
    m = DAWN
    sky(c, 480, m.top, m.low, 9, m.mid)
    sun(c, 520, 400, 104, m.sun, m.glow)
    cloud(c, 1250, 190, 420, mix(m.mid, WHITE, 0.6), 4)
    thicket(c, -30, 1690, 484, 34, mix(mix(COCONUT, RIVER, 0.3), m.air, 0.6))
    palm_row(c, 20, 400, 484, 110, far_leaf(m.air, 0.5, mix(COCONUT, RIVER, 0.3)), 5)
    palm_row(c, 1000, 1640, 484, 120, far_leaf(m.air, 0.5, mix(COCONUT, RIVER, 0.3)), 8)
    field = mix(GOLD, COCONUT, 0.3)
    for i in range(7):
        y = 480 + 40 * i + 9 * i * i
        tone = mix(mix(field, m.air, 0.6 - 0.1 * i), COCONUT, 0.1 * i)
        below(c, wave(c, y, 3 + 2 * i), tone)
        if i in (1, 2):
            for k in range(26):
                c.ribbon(
                    arc((k * 32, y + 8), (k * 32 + 6, y - 14), (k * 32 + 18, y - 12), 6),
                    [1, 4, 1],
                    mix(GOLD, m.air, 0.2),
                )
    bay = straight(
        [
            *arc((700, 480), (905, 640), (815, 900), 16),
            *arc((815, 900), (770, 1040), (850, 1200), 10),
            (1700, 1200),
            (1700, 480),
        ]
    )
    c.path(bay, pale(RIVER, 0.7))
    with c.clip(bay):
        for i in range(6):
            below(
                c,
                [(x + 10, y) for x, y in wave(c, 500 + 62 * i + 12 * i * i, 8)],
                pale(RIVER, 0.6 - 0.1 * i),
            )
        current(c, 1000, 800, 1670, 250, pale(RIVER, 0.72), 9)
        glints(c, 500, 1120, pale(RIVER, 0.75), 36, 850)
    skin = mix(mix(GOLD, LACQUER, 0.34), SAND, 0.4)
    rice_clump(c, 470, 690, 440, GOLD, mix(COCONUT, GOLD, 0.35), 12)
    grains(c, 480, 668, 340, 66, 420)
    hand(c, 420, 672, 410, skin, COCONUT)
    for _ in range(46):
        t = c.random.random()
        gx, gy = 700 + c.random.gauss(0, 10 + 26 * t), 690 + 360 * t
        turn = c.random.uniform(0.6, 2.4)
        dx, dy = math.cos(turn) * 8, math.sin(turn) * 8
        grain = [(gx - dx, gy - dy), (gx, gy), (gx + dx, gy + dy)]
        c.ribbon(grain, [1, 6.5, 1], mix(GOLD, WHITE, c.random.uniform(0.1, 0.5)))
    shrimp(c, 1090, 622, 190, mix(LACQUER, GOLD, 0.3))
    shrimp(c, 1260, 590, 210, mix(LACQUER, SAND, 0.16), True)
    hand(c, 1215, 742, 410, shade(skin, 0.05), SEA, True)


SCENES = {"opener-lua-tom": lua_tom}
