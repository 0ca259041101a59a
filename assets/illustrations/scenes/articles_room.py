"""Article pictures indoors: desks, interviews, publications."""

from __future__ import annotations

from kit.book import open_book, wavy_leaf
from kit.built import turbine
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
    arc,
    mix,
    pale,
    shade,
    spots,
    tint,
)
from kit.craft import sampan, shadow
from kit.desk import (
    PAPER,
    camera,
    chair,
    cup,
    magnifier,
    microphone,
    pages,
    pen,
    phone,
    radio,
    sheet,
    table,
    window,
)
from kit.grasses import cattails, reeds
from kit.nature import bank, cloud, current, flock, glints, scene_base, sun, sun_path, thicket
from kit.people import rower
from kit.plants import far_leaf, nipa, palm, palm_row

from .moods import DAWN, GREEN, MORNING, SEASIDE, WOOD, Mood

WALL = mix(SAND, GOLD, 0.14)


def river_view(c: Canvas, m: Mood, x: float) -> None:
    """The river outside a window."""
    scene_base(c, HORIZON, m.base, 8)
    sun(c, x, HORIZON - 30, 52, m.sun, m.glow)
    cloud(c, x + 380, 150, 260, mix(m.mid, WHITE, 0.6))
    hue = mix(COCONUT, RIVER, 0.4)
    thicket(c, x + 120, 1700, HORIZON + 4, 30, mix(hue, m.air, 0.6))
    thicket(c, -20, x - 160, HORIZON + 4, 26, mix(hue, m.air, 0.65))
    palm_row(c, x + 170, 1640, HORIZON + 4, 110, far_leaf(m.air, 0.5, hue), 11)
    palm_row(c, 0, x - 170, HORIZON + 4, 90, far_leaf(m.air, 0.55, hue), 5)
    sun_path(c, x, HORIZON + 6, 560, 130, mix(m.sun, WHITE, 0.4), 11)
    glints(c, HORIZON + 20, 560, mix(m.near, WHITE, 0.55), 34)


def ke_hoach_2024(c: Canvas) -> None:
    """A desk by a river window, with a calendar and papers."""
    river_view(c, MORNING, 560)
    current(c, 700, 380, 1300, 60, pale(RIVER, 0.75), 4)
    sampan(c, 1010, 372, 130, shade(LACQUER, 0.1), LACQUER)
    rower(c, 1054, 366, 64, SEA, -1)
    window(c, 330, 84, 930, 330, WALL, mix(WHITE, RIVER, 0.24), 2)
    table(c, 445, WOOD)
    c.poly([(360, 452), (1240, 452), (1440, 705), (300, 705)], mix(WOOD, SAND, 0.24))
    for x0, x1, a, b in ((632, 650, 650, 672), (942, 960, 1046, 1070)):
        c.poly([(x0, 452), (x1, 452), (b, 705), (a, 705)], mix(WOOD, SAND, 0.02))
    pages(c, 600, 574, 290, 250, RIVER)
    sheet(c, 960, 566, 270, 250, -8, PAPER, 8, LACQUER)
    sheet(c, 1130, 592, 270, 260, 8, mix(PAPER, GOLD, 0.1), 8, RIVER)
    pen(c, 1050, 612, 190, 24, LACQUER)
    cup(c, 392, 604, 84, mix(COCONUT, GOLD, 0.5))
    sheet(c, 190, 660, 320, 240, 12, PAPER, 6, COCONUT)
    c.poly([(1392, 424), (1508, 424), (1488, 540), (1412, 540)], mix(LACQUER, SAND, 0.12))
    c.poly(
        [(1470, 424), (1508, 424), (1488, 540), (1462, 540)], shade(mix(LACQUER, SAND, 0.12), 0.15)
    )
    nipa(c, 1450, 428, 230, GREEN, 11)


def phong_van_ke_hoach(c: Canvas) -> None:
    """Two chairs and two microphones by a window over the river."""
    river_view(c, DAWN, 512)
    window(c, 350, 84, 940, 356, mix(WALL, RIVER, 0.16), WOOD, 2)
    c.rect(-5, 560, c.width + 10, 160, mix(WOOD, SAND, 0.35))
    c.poly([(430, 560), (1180, 560), (1330, 712), (260, 712)], tint(GOLD, 0.5), 0.4)
    chair(c, 470, 640, 300, WOOD, RIVER)
    chair(c, 1170, 640, 300, WOOD, LACQUER, True)
    c.rect(690, 520, 260, 14, WOOD, 5)
    c.rect(690, 530, 260, 6, shade(WOOD, 0.25))
    c.poly([(806, 534), (834, 534), (846, 650), (794, 650)], shade(WOOD, 0.1))
    c.rect(740, 646, 160, 10, shade(WOOD, 0.25), 5)
    microphone(c, 735, 520, 190, SEA, shade(SEA, 0.3), True)
    microphone(c, 905, 520, 190, LACQUER, shade(SEA, 0.3))
    c.poly([(1450, 560), (1530, 560), (1516, 640), (1464, 640)], mix(LACQUER, SAND, 0.25))
    nipa(c, 1490, 562, 210, GREEN)


def phong_van_an_pham(c: Canvas) -> None:
    """An open book whose leaves turn to waves, and a camera beside it."""
    m = SEASIDE
    scene_base(c, HORIZON, m.base, 8)
    sun(c, 480, HORIZON - 40, 62, m.sun, WHITE)
    cloud(c, 1180, 140, 380, mix(m.mid, WHITE, 0.6), 4)
    cloud(c, 800, 190, 240, mix(m.mid, WHITE, 0.6))
    sun_path(c, 480, HORIZON + 8, 470, 130, mix(GOLD, WHITE, 0.5), 8)
    c.blob(spots("-40,478 300,452 720,462 980,540 1110,640 1160,760 -40,760"), WOOD)
    c.blob(
        spots("-40,492 300,466 700,478 950,560 1070,650 1110,760 -40,760"),
        mix(WOOD, SAND, 0.24),
    )
    x, y = 760.0, 574.0
    tones = (pale(SEA, 0.62), pale(SEA, 0.4), pale(SEA, 0.18), SEA, mix(SEA, RIVER, 0.5), RIVER)
    wavy_leaf(c, x, y, tones)
    open_book(c, x, y, 640, LACQUER)
    for i in range(3):
        flat = arc((900 + 90 * i, 690), (1250, 620 + 30 * i), (1680, 640 + 34 * i), 20)
        c.ribbon(flat, [0.5, 5, 7], pale(RIVER, 0.6))
    camera(c, 392, 668, 226, SEA, LACQUER)
    flock(c, 700, 210, 18, SEA, 6)
    sampan(c, 1392, 372, 120, shade(LACQUER, 0.1), LACQUER)
    rower(c, 1434, 365, 58, PAPER, -1)


def newspaper(c: Canvas, x: float, y: float, turn: float, accent: str) -> None:
    """A folded newspaper with columns and one picture."""
    with c.turned(x, y, turn, 1.0, 0.6):
        c.rect(-192, -164, 400, 344, shade(WOOD, 0.16))
        c.rect(-200, -172, 400, 344, shade(PAPER, 0.1))
        c.rect(-200, -172, 400, 336, PAPER)
        c.rect(-180, -156, 250, 34, accent)
        c.rect(-180, -112, 360, 4, mix(PAPER, SEA, 0.4))
        c.rect(-180, -98, 174, 130, pale(RIVER, 0.5))
        c.dot(-120, -40, 26, GOLD)
        c.rect(-180, -10, 174, 42, RIVER)
        for column, top in ((-180, 46), (-88, 46), (8, -98), (100, -98)):
            for k in range(int((150 - top) / 17)):
                c.rect(column, top + 17 * k, 80 if k % 5 != 4 else 48, 6, mix(PAPER, SEA, 0.32))


def thong_tin_chinh_xac(c: Canvas) -> None:
    """Newspapers, radio, telephone and magnifying glass at dawn."""
    river_view(c, DAWN, 470)
    sampan(c, 1330, 350, 110, shade(LACQUER, 0.1), LACQUER)
    window(c, -20, 50, 1680, 352, WALL, mix(WHITE, RIVER, 0.3), 3)
    table(c, 424, mix(WOOD, SAND, 0.16))
    c.poly([(60, 432), (980, 432), (1330, 705), (180, 705)], mix(WOOD, SAND, 0.36))
    for a, b, d, e in ((388, 400, 470, 486), (810, 822, 1010, 1028)):
        c.poly([(a, 432), (b, 432), (e, 705), (d, 705)], mix(WOOD, SAND, 0.16))
    newspaper(c, 480, 590, -12, LACQUER)
    newspaper(c, 610, 574, 6, RIVER)
    radio(c, 1130, 570, 300, RIVER, LACQUER)
    phone(c, 906, 632, 250, 8, shade(SEA, 0.1), PAPER, pale(RIVER, 0.3))
    magnifier(c, 650, 566, 220, GOLD, mix(pale(RIVER, 0.8), WHITE, 0.4))
    for i in range(4):
        c.rect(594, 530 + 21 * i, 112 if i != 2 else 76, 9, RIVER)
    cup(c, 1430, 620, 88, mix(COCONUT, GOLD, 0.5))


def delta(c: Canvas, m: Mood, veil: str, share: float) -> None:
    """River, palms and turbines, seen through a veil of one tone."""

    def seen(tone: str) -> str:
        return mix(tone, veil, share)

    scene_base(c, HORIZON, [seen(tone) for tone in m.base], 8)
    sun(c, 670, HORIZON - 40, 60, seen(m.sun), seen(m.glow))
    cloud(c, 860, 150, 240, seen(mix(m.mid, WHITE, 0.6)), 4)
    for i in range(7):
        turbine(
            c,
            780 + 82 * i,
            HORIZON + 4,
            76 + 11 * i,
            seen(mix(WHITE, SEA, 0.04 if i > 2 else 0.2)),
            23 * i,
        )
    thicket(c, -30, 470, HORIZON + 4, 40, seen(mix(COCONUT, m.air, 0.45)))
    palm_row(c, 0, 440, HORIZON + 4, 130, far_leaf(m.air, 0.4, COCONUT).faded(veil, share), 6)
    thicket(c, 1270, 1690, HORIZON + 8, 46, seen(mix(COCONUT, m.air, 0.3)))
    palm_row(c, 1290, 1660, HORIZON + 8, 150, far_leaf(m.air, 0.3, COCONUT).faded(veil, share), 6)
    sun_path(c, 670, HORIZON + 8, 600, 140, seen(mix(GOLD, WHITE, 0.5)), 11)
    glints(c, HORIZON + 20, 690, seen(pale(RIVER, 0.7)), 50)
    current(c, 640, 420, 1670, 230, seen(pale(RIVER, 0.72)), 8)


def cong_thong_tin(c: Canvas) -> None:
    """A large open screen: inside it river, palms and turbines come into colour."""
    state = c.random.getstate()
    delta(c, MORNING, mix(SAND, pale(SEA, 0.7), 0.5), 0.72)
    x, y, w, t = 372.0, 104.0, 894.0, 452.0
    c.rect(x - 16, y - 48, w + 32, t + 66, shade(SEA, 0.05), 14)
    c.random.setstate(state)
    with c.clip(f"M{x} {y}h{w}v{t}h{-w}Z"):
        delta(c, MORNING, SAND, 0.0)
    for i, tone in enumerate((LACQUER, GOLD, COCONUT)):
        c.dot(x + 16 + 30 * i, y - 24, 8, tone)
    c.rect(x + 130, y - 36, 540, 24, pale(SEA, 0.8), 12)
    c.poly(
        [(x + 470, y + t + 16), (x + 430, y + t + 16), (x + 410, 640), (x + 490, 640)],
        shade(SEA, 0.15),
    )
    c.ellipse(x + w / 2, 646, 150, 13, shade(SEA, 0.15))
    bank(c, spots("150,740 240,640 400,600 560,640 640,740"), mix(COCONUT, RIVER, 0.3))
    palm(c, 372, 630, 480, GREEN, 0.1, count=15)
    palm(c, 470, 640, 330, GREEN, 0.2)
    nipa(c, 330, 640, 130, GREEN)
    nipa(c, 520, 650, 110, GREEN)
    sampan(c, 1180, 500, 230, shade(LACQUER, 0.1), LACQUER, True)
    rower(c, 1098, 486, 116, SEA, 1)
    shadow(c, 1180, 508, 230, shade(RIVER, 0.1))
    flock(c, 1420, 150, 22, SEA, 5)


def con_so(c: Canvas) -> None:
    """Bars like sails, and reeds, on water."""
    m = MORNING
    scene_base(c, HORIZON, m.base, 8)
    sun(c, 430, HORIZON - 40, 60, m.sun, m.glow)
    cloud(c, 760, 150, 300, mix(m.mid, WHITE, 0.6), 4)
    thicket(c, -20, 420, HORIZON + 3, 20, pale(RIVER, 0.5))
    palm_row(c, 10, 300, HORIZON + 3, 80, far_leaf(m.air, 0.4, RIVER), 6)
    thicket(c, 1180, 1680, HORIZON + 3, 26, pale(RIVER, 0.5))
    sun_path(c, 430, HORIZON + 8, 600, 140, mix(GOLD, WHITE, 0.5), 12)
    current(c, 520, 490, 1670, 210, pale(RIVER, 0.66), 8)
    glints(c, HORIZON + 20, 690, pale(RIVER, 0.7), 40)
    heights = [104, 132, 122, 170, 206, 262, 348]
    for i, t in enumerate(heights):
        x, y = 408 + 122 * i + 5 * i, 400 + 25 * i
        w = 58 + 5.5 * i
        tone = LACQUER if i == 6 else mix(RIVER, m.air, 0.56 - 0.1 * i)
        shadow(c, x, y + 4, w * 2.2, mix(shade(RIVER, 0.1), m.air, 0.3 - 0.05 * i))
        c.line([(x, y - 6), (x, y - t - 24)], shade(RIVER, 0.25), 3.5)
        c.poly([(x, y - t - 24), (x + 20, y - t - 19), (x, y - t - 14)], GOLD if i == 6 else tone)
        main = [
            (x + 4, y - 18),
            *arc((x + 4, y - t - 10), (x + w * 1.15, y - t * 0.72), (x + w, y - 20), 14),
        ]
        c.poly(main, tone)
        for k in range(1, 5):
            py = y - 18 - (t - 14) * k / 5
            reach = w * (1.0 - 0.52 * (k / 5) ** 1.8)
            c.line([(x + 6, py + 3), (x + reach * 0.97, py)], mix(tone, WHITE, 0.32), 1.8)
        c.poly(
            [
                (x - 4, y - 20),
                *arc(
                    (x - 4, y - t * 0.86), (x - w * 0.25, y - t * 0.42), (x - w * 0.5, y - 20), 10
                ),
            ],
            mix(tone, WHITE, 0.45),
        )
        sampan(c, x + 8, y, w * 2.1, shade(RIVER, 0.1), tone, True, i > 3)
    reeds(c, 220, 712, 270, 320, mix(COCONUT, RIVER, 0.35), 46)
    cattails(c, 230, 712, 230, 330, mix(COCONUT, RIVER, 0.35), mix(GOLD, shade(LACQUER, 0.5), 0.55))
    reeds(c, 1520, 716, 260, 190, mix(COCONUT, RIVER, 0.2), 40)


SCENES = {
    "ke-hoach-2024": ke_hoach_2024,
    "phong-van-ke-hoach": phong_van_ke_hoach,
    "phong-van-an-pham": phong_van_an_pham,
    "thong-tin-chinh-xac": thong_tin_chinh_xac,
    "cong-thong-tin-doi-ngoai": cong_thong_tin,
    "ke-hoach-qua-con-so": con_so,
}
