"""Article pictures of town and street."""

from __future__ import annotations

from kit.built import lattice_mast, signal
from kit.core import (
    COCONUT,
    GOLD,
    LACQUER,
    RIVER,
    SAND,
    SEA,
    WHITE,
    Canvas,
    mix,
    pale,
    shade,
    spots,
    straight,
)
from kit.craft import sampan
from kit.grasses import reeds
from kit.nature import below, cloud, glints, sky, sun, sun_path, thicket, wave
from kit.plants import far_leaf, palm, palm_row
from kit.temple import naga
from kit.trees import dau_tree

from .articles_land import H
from .moods import DAWN, DUSK, NIGHT, PALE, TREE
from .openers_land import roofs, screen_view


def ha_tang(c: Canvas) -> None:
    """A screen at the town gate and a radio mast in the evening."""
    m = DUSK
    base = H + 10
    sky(c, base, m.top, m.low, 10, m.mid)
    sun(c, 1010, H - 6, 62, m.sun, m.glow)
    cloud(c, 1380, 130, 320, mix(m.mid, WHITE, 0.15), 4)
    cloud(c, 160, 190, 260, mix(m.mid, WHITE, 0.15))
    roofs(c, -20, 1660, base, 84, mix(SEA, m.air, 0.66), mix(GOLD, m.air, 0.3))
    palm_row(c, 0, 1640, base, 190, far_leaf(m.air, 0.2, SEA), 7)
    roofs(c, -20, 400, base + 26, 150, mix(SEA, m.air, 0.48), mix(GOLD, SAND, 0.15))
    roofs(c, 1200, 1660, base + 26, 150, mix(SEA, m.air, 0.48), mix(GOLD, SAND, 0.15))
    lattice_mast(c, 1150, base + 4, 250, shade(SEA, 0.2))
    for side in (-1, 1):
        signal(c, (1150, base - 246), 90, mix(m.low, WHITE, 0.3), 3, side)
    below(c, wave(c, base, 1), mix(SEA, m.air, 0.3))
    thicket(c, -30, 560, base + 26, 36, mix(SEA, m.air, 0.06))
    thicket(c, 880, 1690, base + 26, 36, mix(SEA, m.air, 0.06))
    below(c, wave(c, base + 24, 1), mix(SEA, m.air, 0.2))
    below(c, wave(c, base + 120, 2), mix(SEA, m.air, 0.12))
    for x0, x1 in ((-30, 300), (1190, 1670)):
        roofs(c, x0, x1, base + 150, 200, mix(SEA, m.air, 0.3), mix(GOLD, SAND, 0.1))
    below(c, wave(c, base + 150, 2), mix(SEA, m.air, 0.14))
    road = [(640, base + 8), (780, base + 8), (1230, 720), (130, 720)]
    c.poly(road, mix(pale(SEA, 0.42), m.air, 0.3))
    c.poly([(640, base + 8), (652, base + 8), (190, 720), (130, 720)], mix(SAND, m.air, 0.35))
    c.poly([(768, base + 8), (780, base + 8), (1230, 720), (1170, 720)], mix(SAND, m.air, 0.35))
    for k in range(5):
        y0, y1 = base + 16 + k * k * 18 + 14 * k, base + 27 + k * k * 20 + 24 * k
        c.poly(
            [(708 - 5 * k, y0), (714 - 4 * k, y0), (716 - 3.6 * k, y1), (706 - 7 * k, y1)],
            mix(GOLD, SAND, 0.2),
        )
    c.ellipse(700, 610, 235, 34, mix(GOLD, SAND, 0.3), 0.22)
    c.ellipse(700, 610, 150, 20, mix(GOLD, SAND, 0.3), 0.25)
    gate = shade(SEA, 0.22)
    for x in (448, 952):
        c.rect(x - 22, 140, 44, 456, gate)
        c.rect(x - 22, 140, 14, 456, pale(gate, 0.2))
        c.rect(x - 36, 588, 72, 22, shade(gate, 0.15))
    c.poly(spots("366,122 400,98 1000,98 1034,122 1006,146 394,146"), LACQUER)
    c.poly([(366, 122), (400, 98), (1000, 98), (1034, 122)], mix(LACQUER, GOLD, 0.2))
    for x, mirror in ((380, True), (1020, False)):
        naga(c, x, 116, 46, GOLD, mirror)
    c.rect(448, 146, 504, 220, gate)
    screen_view(c, 464, 158, 472, 196)
    bicycle(c, 640, 600, 130, mix(SAND, m.air, 0.2), True)
    bicycle(c, 850, 520, 84, LACQUER)
    palm(c, 250, 620, 430, NIGHT, 0.08, False)
    palm(c, 1430, 640, 470, NIGHT, -0.1, False)
    thicket(c, 120, 390, 634, 44, shade(SEA, 0.24))
    thicket(c, 1260, 1700, 660, 56, shade(SEA, 0.24))


def bicycle(
    c: Canvas, x: float, y: float, size: float, tone: str, mirror: bool = False, frame: str = SEA
) -> None:
    """A bicycle with a rider in a conical hat."""
    side = -1 if mirror else 1

    def at(px: float, py: float) -> tuple[float, float]:
        return x + side * px * size, y + py * size

    for wx in (-0.42, 0.42):
        spot = at(wx, -0.26)
        ring = [
            (spot[0] + size * 0.25 * a, spot[1] + size * 0.25 * b)
            for a, b in (
                (1, 0),
                (0.7, 0.7),
                (0, 1),
                (-0.7, 0.7),
                (-1, 0),
                (-0.7, -0.7),
                (0, -1),
                (0.7, -0.7),
                (1, 0),
            )
        ]
        c.line(ring, shade(SEA, 0.35), size * 0.035, True)
    for line in (
        [at(-0.42, -0.26), at(-0.1, -0.62), at(0.3, -0.6), at(0.0, -0.26), at(-0.42, -0.26)],
        [at(-0.12, -0.68), at(0.0, -0.26)],
        [at(0.42, -0.26), at(0.28, -0.78), at(0.16, -0.8)],
    ):
        c.line(line, frame, size * 0.035)
    c.ribbon(
        [at(-0.1, -0.7), at(0.14, -0.5), at(0.02, -0.16)],
        [size * 0.16, size * 0.14, size * 0.08],
        shade(SEA, 0.3),
    )
    c.ribbon(
        [at(-0.14, -0.7), at(-0.08, -1.0), at(0.02, -1.24)],
        [size * 0.22, size * 0.26, size * 0.16],
        tone,
    )
    c.dot(*at(0.06, -1.27), size * 0.1, mix(GOLD, shade(LACQUER, 0.5), 0.5))
    c.ribbon(
        [at(0.0, -1.14), at(0.1, -0.92), at(0.24, -0.82)],
        [size * 0.1, size * 0.08, size * 0.06],
        shade(tone, 0.14),
    )
    c.poly([at(-0.22, -1.28), at(0.06, -1.54), at(0.34, -1.26)], mix(SAND, GOLD, 0.35))
    c.poly([at(0.1, -1.27), at(0.06, -1.54), at(0.34, -1.26)], shade(mix(SAND, GOLD, 0.35), 0.17))


def que_huong(c: Canvas) -> None:
    """A street under tall trees, bicycles, and the river at its end."""
    m = DAWN
    sky(c, H, m.top, m.low, 9, m.mid)
    sun(c, 690, H - 30, 64, m.sun, m.glow)
    c.rect(-5, H, c.width + 10, 70, pale(RIVER, 0.55))
    glints(c, H + 6, H + 44, WHITE, 16, 520, 900)
    sun_path(c, 690, H + 6, H + 44, 100, mix(GOLD, WHITE, 0.4), 4)
    thicket(c, -30, 1690, H + 3, 22, mix(COCONUT, m.air, 0.62))
    palm_row(c, 380, 1100, H + 3, 74, far_leaf(m.air, 0.5, mix(COCONUT, RIVER, 0.3)), 8)
    sampan(c, 800, H + 26, 96, shade(LACQUER, 0.1), LACQUER)
    below(c, wave(c, H + 44, 1), mix(mix(COCONUT, GOLD, 0.2), m.air, 0.35))
    ground = mix(COCONUT, GOLD, 0.12)
    road = [(664, H + 46), (820, H + 46), (1360, 725), (210, 725)]
    for share, size, gap in ((0.62, 300, 116), (0.44, 400, 200), (0.24, 520, 320)):
        leaf = TREE.faded(m.air, share)
        y = H + 54 + (0.62 - share) * 330
        below(c, wave(c, y - 6, 3), mix(ground, m.air, share * 0.7))
        for k in range(3):
            dau_tree(c, 736 - gap - k * 200, y, c.vary(size, 0.07), leaf, 0.2)
            dau_tree(c, 748 + gap + k * 200, y, c.vary(size, 0.07), leaf, 0.2)
    below(c, wave(c, 520, 5), ground)
    c.poly(road, mix(SAND, GOLD, 0.2))
    with c.clip(straight(road)):
        for i in range(7):
            y = H + 66 + i * i * 7 + 24 * i
            c.blob(
                [
                    (200, y + 6),
                    (600, y - 6),
                    (1000, y - 16),
                    (1500, y - 30),
                    (1500, y - 16 + 2 * i),
                    (900, y + 2 + 2 * i),
                    (500, y + 13 + 3 * i),
                    (200, y + 14 + 4 * i),
                ],
                mix(mix(SAND, GOLD, 0.2), RIVER, 0.24),
            )
    c.ribbon([(664, H + 46), (210, 725)], [2, 12], mix(SAND, RIVER, 0.35))
    c.ribbon([(820, H + 46), (1360, 725)], [2, 12], mix(SAND, RIVER, 0.35))
    for x, size in ((300, 700), (1296, 730), (1540, 790), (80, 800)):
        c.ellipse(x + 70, 676, 130, 12, mix(ground, RIVER, 0.45))
        dau_tree(c, x, 676, size, TREE, 0.18)
    reeds(c, 180, 712, 260, 70, mix(COCONUT, RIVER, 0.45), 40)
    reeds(c, 1480, 712, 300, 80, mix(COCONUT, RIVER, 0.45), 46)
    bicycle(c, 716, 420, 66, pale(RIVER, 0.1), True)
    bicycle(c, 960, 566, 160, LACQUER, True)
    bicycle(c, 560, 622, 190, PALE, frame=RIVER)


SCENES = {
    "ha-tang-truyen-thong": ha_tang,
    "que-huong-tra-vinh": que_huong,
}
