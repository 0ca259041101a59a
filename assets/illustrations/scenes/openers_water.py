"""Section openers on the water."""

from __future__ import annotations

from kit.built import stilt_house, turbine
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
)
from kit.craft import fishing_boat, market_boat, market_tones, sampan, shadow, wake
from kit.nature import (
    bank,
    below,
    cloud,
    current,
    flock,
    glints,
    hills,
    scene_base,
    sun,
    sun_path,
    thicket,
    tongue,
    wave,
)
from kit.people import rower
from kit.plants import far_leaf, grove, nipa, palm, palm_row

from .moods import DAWN, GREEN, MORNING, SEASIDE, TEAL, WOOD


def ba_cua_song(c: Canvas) -> None:
    """Three river mouths at dawn, seen from the sea."""
    h, m = 480.0, DAWN
    scene_base(c, h, m.base, 9)
    sun(c, 470, h - 30, 88, m.sun, m.glow)
    cloud(c, 1120, 170, 460, mix(m.top, WHITE, 0.5), 4)
    cloud(c, 250, 235, 300, mix(m.mid, WHITE, 0.6))
    cloud(c, 1420, 315, 260, mix(m.low, WHITE, 0.5), 2)
    hills(c, h + 2, 26, mix(RIVER, m.air, 0.7), 700)
    sun_path(c, 470, h + 8, 860, 230, mix(GOLD, WHITE, 0.35), 16)
    glints(c, h + 20, 1130, pale(RIVER, 0.72), 56)
    foam = mix(m.low, WHITE, 0.5)
    rows = (
        (800, 508, 20, 26, 70, 0.58, 16),
        (660, 578, 34, 36, 105, 0.36, 14),
        (880, 716, 56, 76, 150, 0.14, 9),
    )
    for x, y, rise, fall, size, share, count in rows:
        line = tongue(
            c, (x, y), 1690, rise, fall, mix(mix(COCONUT, RIVER, 0.12), m.air, share), foam
        )
        leaf = far_leaf(m.air, share * 0.8, mix(COCONUT, RIVER, 0.5))
        thicket(c, x + 240, 1700, line[11][1] + 4, size * 0.3, leaf.dark)
        grove(c, line, size, leaf, count, 0.7)
    current(c, 1000, 790, -20, 230, pale(RIVER, 0.7), 8)
    sampan(c, 1130, 890, 170, shade(LACQUER, 0.2), LACQUER)
    rower(c, 1188, 880, 84, pale(SEA, 0.1), -1)
    shadow(c, 1130, 898, 170, shade(RIVER, 0.1))
    bank(
        c,
        spots("1250,1200 1330,1080 1440,1000 1580,950 1720,930 1720,1200"),
        mix(COCONUT, RIVER, 0.35),
    )
    bank(
        c,
        spots("1400,1200 1480,1090 1600,1020 1720,990 1720,1200"),
        mix(COCONUT, RIVER, 0.1),
    )
    palm(c, 1480, 1010, 700, GREEN, -0.17, count=15)
    palm(c, 1570, 1000, 520, GREEN, -0.02, count=15)
    for x, y, size in ((1370, 1075, 120), (1470, 1060, 150), (1600, 1040, 190)):
        nipa(c, x, y, size, GREEN)
    flock(c, 640, 250, 19, shade(RIVER, 0.1), 7)


def dien_gio(c: Canvas) -> None:
    """Turbines off the coast."""
    h, m = 0.42 * c.height, SEASIDE
    scene_base(c, h, m.base, 9)
    sun(c, 330, h - 74, 76, m.sun, m.glow)
    cloud(c, 640, 170, 420, mix(m.mid, WHITE, 0.6), 4)
    cloud(c, 1180, 330, 380, mix(m.mid, WHITE, 0.6))
    cloud(c, 90, 300, 280, mix(m.low, WHITE, 0.6), 2)
    rows = [
        (60, 52, 20),
        (160, 60, 80),
        (262, 72, 40),
        (372, 88, 10),
        (492, 112, 70),
        (640, 150, 30),
        (920, 225, 95),
    ]
    for i, (x, size, turn) in enumerate(rows):
        share = 1 - i / len(rows)
        tower = mix(WHITE, SEA, 0.5 - 0.36 * i / len(rows))
        turbine(
            c,
            x,
            h + size * 0.16,
            size * 1.3,
            tower,
            turn,
            mix(GOLD, m.air, share) if i > 2 else None,
        )
    sun_path(c, 330, h + 8, 820, 200, mix(GOLD, WHITE, 0.45), 14)
    glints(c, h + 20, 1130, pale(SEA, 0.66), 70, 420)
    current(c, 980, 700, -20, 280, pale(SEA, 0.68), 10)
    for i in range(4):
        c.ellipse(1352, 906 + i * 9, 62 + 36 * i, 5 + i, pale(SEA, 0.72 - 0.13 * i))
    turbine(c, 1352, 906, 585, WHITE, 50, GOLD)
    fishing_boat(c, 560, 690, 240, SEA, LACQUER)
    shadow(c, 560, 700, 240, shade(SEA, 0.1))
    wake(c, 680, 702, 260, pale(SEA, 0.75))
    below(c, wave(c, 1060, 18, step=70), mix(SEA, RIVER, 0.4))
    below(c, wave(c, 1112, 14, step=70), mix(SEA, RIVER, 0.75))
    flock(c, 700, 330, 19, SEA, 6)


def far_groves(c: Canvas, horizon: float, air: str) -> None:
    """Three ranks of pale palms on both sides of the canal."""
    for i, share in enumerate((0.74, 0.52, 0.32)):
        leaf = far_leaf(air, share, mix(COCONUT, RIVER, 0.3))
        y, gap = horizon + 12 + 26 * i, 120 - 10 * i
        for x0, x1 in ((-40, 1040 - gap - i * 100), (1010 + gap + i * 80, 1690)):
            palm_row(c, x0, x1, y, 230 + 80 * i, leaf, (7 if x0 < 0 else 5) - i)
            thicket(c, x0, x1, y + 4, 70 + 14 * i, leaf.body)


def left_bank(c: Canvas, air: str) -> None:
    """The far bank with its palms and water palms."""
    edge = "-40,680 300,676 600,646 860,590 960,526 700,562 300,590 -40,590"
    c.blob(spots(edge), pale(RIVER, 0.5))
    shore = "-40,570 300,580 700,560 940,526 830,596 500,648 200,664 -40,672"
    bank(c, spots(shore), mix(COCONUT, RIVER, 0.3))
    grass = "-40,580 300,590 640,574 850,548 720,588 480,628 200,642 -40,650"
    bank(c, spots(grass), COCONUT)
    feet = spots("150,622 330,630 560,614 705,596 60,640")
    sizes = spots("430,-0.1 500,0.2 380,0.22 270,0.12 600,0.1")
    for (x, y), (size, lean) in zip(feet, sizes, strict=True):
        palm(c, x, y, size, GREEN.faded(air, 0.12), lean, count=13)
    for (x, y), size in zip(
        spots("30,664 260,662 440,650 640,618 790,588"), (110, 90, 96, 70, 54), strict=True
    ):
        nipa(c, x, y, size, GREEN)


def right_bank(c: Canvas) -> None:
    """The near bank: a house under tall palms."""
    edge = "1020,520 1072,640 1146,800 1222,1010 1262,1200 1500,1200 1300,700"
    c.blob(spots(edge), pale(RIVER, 0.5))
    shore = "1036,520 1100,640 1180,800 1260,1010 1300,1200 1720,1200 1720,540 1300,540"
    bank(c, spots(shore), mix(COCONUT, RIVER, 0.25))
    grass = "1250,700 1330,900 1390,1200 1720,1200 1720,640 1450,640"
    bank(c, spots(grass), mix(COCONUT, GOLD, 0.12))
    stilt_house(c, 1270, 732, 190, mix(SAND, GOLD, 0.3), mix(LACQUER, SAND, 0.12))
    feet = spots("1160,650 1390,800 1600,1060 1500,970")
    sizes = spots("330,-0.08 560,-0.14 560,0.04 830,-0.12")
    for (x, y), (size, lean) in zip(feet, sizes, strict=True):
        palm(c, x, y, size, GREEN, lean, count=15)
    for x, y, size in ((1140, 700, 70), (1215, 860, 100), (1290, 1040, 140), (1430, 1120, 180)):
        nipa(c, x, y, size, TEAL)


def rung_dua(c: Canvas) -> None:
    """The coconut grove and its canal."""
    h, m = 500.0, MORNING
    air = mix(SAND, pale(COCONUT, 0.7), 0.5)
    top, low = pale(mix(RIVER, COCONUT, 0.35), 0.56), mix(SAND, GOLD, 0.26)
    scene_base(c, h, (top, low, pale(RIVER, 0.55), pale(RIVER, 0.05), air), 9)
    sun(c, 1010, h - 110, 74, m.sun, WHITE)
    far_groves(c, h, air)
    sun_path(c, 1012, 540, 800, 100, mix(SAND, GOLD, 0.2), 11)
    current(c, 960, 640, -20, 330, pale(RIVER, 0.62), 9)
    glints(c, 700, 1100, pale(RIVER, 0.66), 26, 200, 1000)
    left_bank(c, air)
    right_bank(c)
    sampan(c, 600, 800, 250, WOOD, LACQUER)
    rower(c, 680, 785, 124, LACQUER, -1)
    shadow(c, 600, 808, 250, shade(RIVER, 0.05))


def cho_noi(c: Canvas) -> None:
    """The floating morning market."""
    h, m = 0.42 * c.height, DAWN
    scene_base(c, h, m.base, 9)
    sun(c, 420, h - 64, 92, m.sun, m.glow)
    cloud(c, 1180, 130, 480, mix(m.top, WHITE, 0.5), 4)
    cloud(c, 690, 260, 300, mix(m.mid, WHITE, 0.6), 2)
    far = far_leaf(m.air, 0.62, mix(RIVER, COCONUT, 0.4))
    thicket(c, -20, 700, h + 4, 46, far.body)
    thicket(c, 820, 1680, h + 4, 60, far.body)
    palm_row(c, 10, 260, h + 3, 110, far, 4)
    palm_row(c, 540, 680, h + 3, 120, far, 3)
    near = far_leaf(m.air, 0.35, mix(RIVER, COCONUT, 0.45))
    palm_row(c, 900, 1640, h + 14, 200, near, 10)
    thicket(c, 880, 1680, h + 16, 60, near.body)
    for x, size in ((980, 96), (1110, 116), (1262, 100), (1520, 130)):
        stilt_house(
            c,
            x,
            h + 26,
            size,
            mix(mix(SAND, GOLD, 0.25), m.air, 0.2),
            mix(mix(LACQUER, SAND, 0.2), m.air, 0.2),
        )
    sun_path(c, 420, h + 8, 960, 230, mix(GOLD, WHITE, 0.35), 17)
    glints(c, h + 50, 1130, pale(RIVER, 0.7), 66)
    current(c, 700, 830, -20, 250, pale(RIVER, 0.6), 9)
    goods = market_tones()
    small = (
        (300, 562, 118, False),
        (640, 556, 126, True),
        (935, 585, 156, False),
        (1180, 612, 180, True),
        (1510, 602, 160, False),
    )
    for x, y, size, mirror in small:
        side = -1 if mirror else 1
        rower(c, x + side * size * 0.4, y - size * 0.08, size * 0.46, mix(SEA, m.air, 0.35), side)
        market_boat(
            c,
            x,
            y,
            size,
            mix(WOOD, m.air, 0.3),
            mix(LACQUER, m.air, 0.35),
            [mix(g, m.air, 0.2) for g in goods],
            mirror,
        )
    for x, y, size, mirror, shirt in (
        (560, 722, 360, False, RIVER),
        (1170, 756, 330, True, SEA),
        (1340, 968, 500, False, LACQUER),
    ):
        side = -1 if mirror else 1
        rower(
            c,
            x + side * size * 0.41,
            y - size * 0.1,
            size * 0.46,
            shirt,
            -side if size > 400 else side,
        )
        market_boat(c, x, y, size, WOOD, LACQUER if shirt != LACQUER else RIVER, goods, mirror)
    flock(c, 640, 150, 20, shade(RIVER, 0.1), 6)


SCENES = {
    "opener-ba-cua-song": ba_cua_song,
    "opener-dien-gio": dien_gio,
    "opener-rung-dua": rung_dua,
    "opener-cho-noi": cho_noi,
}
