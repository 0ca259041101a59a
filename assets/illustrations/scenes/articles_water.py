"""Article pictures of rivers, boats and the sea."""

from __future__ import annotations

from kit.built import crane, lighthouse, turbine
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
    mix,
    pale,
    shade,
    spots,
)
from kit.craft import fishing_boat, sampan, shadow, wake
from kit.nature import (
    below,
    cloud,
    current,
    flock,
    glints,
    scene_base,
    sun,
    sun_path,
    thicket,
    tongue,
    wave,
)
from kit.plants import far_leaf, grove, palm, palm_row

from .moods import GREEN, MORNING, PALE, PEACH, SEASIDE

H = HORIZON


def ba_cua_song(c: Canvas) -> None:
    """Three river mouths opening to the sea, from above at a low angle."""
    m = MORNING
    scene_base(
        c,
        H,
        (
            pale(RIVER, 0.5),
            mix(SAND, GOLD, 0.3),
            pale(RIVER, 0.55),
            pale(SEA, 0.14),
            pale(RIVER, 0.82),
        ),
        8,
    )
    sun(c, 1060, H - 20, 58, m.sun, mix(GOLD, SAND, 0.5))
    cloud(c, 470, 130, 360, mix(m.mid, WHITE, 0.6), 4)
    cloud(c, 1420, 150, 260, mix(m.mid, WHITE, 0.6))
    sun_path(c, 1060, H + 6, 520, 150, mix(GOLD, WHITE, 0.45), 10)
    foam = pale(RIVER, 0.82)
    rows = (
        (760, 316, 8, 16, 46, 0.56, 15),
        (960, 378, 20, 34, 74, 0.38, 14),
        (900, 486, 34, 56, 112, 0.16, 10),
        (520, 640, 44, 110, 150, 0.02, 3),
    )
    for i, (x, y, rise, fall, size, share, count) in enumerate(rows):
        line = tongue(c, (x, y), -60, rise, fall, mix(mix(COCONUT, RIVER, 0.1), m.air, share), foam)
        leaf = far_leaf(m.air, share * 0.8, mix(COCONUT, RIVER, 0.45)) if i < 3 else GREEN
        thicket(c, -40, x - 380 + 60 * i, line[11][1], size * 0.3, leaf.dark)
        grove(c, line, size, leaf, count, 0.8)
        if i < 3:
            current(
                c,
                x - 160,
                y + fall * 0.5 + (26, 44, 70)[i],
                1670,
                (18, 34, 60)[i],
                pale(RIVER, 0.78),
                (3, 5, 7)[i],
            )
    glints(c, H + 20, 690, pale(SEA, 0.68), 36, 700)
    sampan(c, 1230, 430, 100, shade(LACQUER, 0.15), LACQUER, True)
    fishing_boat(c, 1150, 590, 190, SEA, LACQUER, True)
    shadow(c, 1150, 598, 190, shade(SEA, 0.1))
    palm(c, 190, 690, 430, GREEN, 0.16)
    palm(c, 70, 700, 320, GREEN, -0.05)
    flock(c, 690, 190, 17, RIVER, 6)


def bien_dao(c: Canvas) -> None:
    """Boats returning to a river mouth with a lighthouse."""
    m = SEASIDE
    scene_base(
        c,
        H,
        (
            pale(SEA, 0.3),
            mix(PEACH, GOLD, 0.12),
            mix(pale(SEA, 0.55), PEACH, 0.22),
            pale(SEA, 0.02),
            mix(pale(SEA, 0.74), PEACH, 0.15),
        ),
        9,
    )
    sun(c, 520, H - 16, 60, m.sun, mix(GOLD, SAND, 0.4))
    cloud(c, 300, 110, 360, pale(SEA, 0.74), 4)
    cloud(c, 960, 130, 420, pale(SEA, 0.74), 4)
    air = mix(m.air, PEACH, 0.4)
    thicket(c, 1010, 1700, H + 8, 40, mix(COCONUT, air, 0.5))
    palm_row(c, 1060, 1640, H + 8, 120, far_leaf(air, 0.35, mix(COCONUT, RIVER, 0.4)), 9)
    sun_path(c, 520, H + 6, 660, 170, mix(GOLD, SAND, 0.4), 14)
    glints(c, H + 20, 680, pale(SEA, 0.62), 50)
    line = tongue(c, (1060, 412), 1700, 46, 60, mix(COCONUT, RIVER, 0.5), pale(SEA, 0.75))
    thicket(c, 1300, 1700, line[12][1] - 6, 44, mix(COCONUT, RIVER, 0.75))
    c.blob(spots("1180,412 1196,392 1236,384 1270,394 1284,414"), mix(SAND, SEA, 0.4))
    lighthouse(c, 1232, 400, 290, PALE, LACQUER)
    palm(c, 1400, 420, 230, GREEN, -0.1)
    palm(c, 1480, 424, 180, GREEN, 0.12)
    current(c, 1180, 520, -20, 190, pale(SEA, 0.6), 8)
    for x, y, size in ((706, 328, 104), (420, 362, 150), (950, 418, 200), (620, 520, 330)):
        fishing_boat(c, x, y, size, mix(SEA, air, 0.3 if size < 170 else 0.0), LACQUER, True)
        shadow(c, x, y + size * 0.03, size, shade(SEA, 0.12))
        wake(c, x - size * 0.5, y, size * 1.1, pale(SEA, 0.75), -1)
    below(c, wave(c, 664, 8), mix(SEA, RIVER, 0.5))
    flock(c, 800, 190, 20, shade(SEA, 0.1), 7)


def ship(c: Canvas, x: float, y: float, size: float, hull: str, trim: str) -> None:
    """A small cargo ship, bow to the left."""
    boxes = (GOLD, RIVER, pale(RIVER, 0.45), LACQUER)
    for i in range(5):
        for j in range((1, 2, 3, 2, 3)[i]):
            c.rect(
                x - size * (0.34 - 0.115 * i),
                y - size * (0.245 + 0.062 * j),
                size * 0.11,
                size * 0.058,
                boxes[(i * 2 + j) % 4],
            )
    c.rect(x + size * 0.28, y - size * 0.42, size * 0.13, size * 0.26, PALE)
    c.rect(x + size * 0.36, y - size * 0.42, size * 0.05, size * 0.26, shade(PALE, 0.12))
    c.rect(x + size * 0.255, y - size * 0.44, size * 0.18, size * 0.03, trim)
    for i in range(3):
        c.rect(
            x + size * (0.295 + 0.035 * i),
            y - size * 0.385,
            size * 0.022,
            size * 0.03,
            shade(hull, 0.2),
        )
    c.line(
        [(x + size * 0.345, y - size * 0.44), (x + size * 0.345, y - size * 0.56)],
        shade(hull, 0.3),
        size * 0.008,
    )
    c.poly(
        [
            (x - size * 0.54, y - size * 0.24),
            (x - size * 0.36, y - size * 0.185),
            (x + size * 0.46, y - size * 0.185),
            (x + size * 0.44, y),
            (x - size * 0.44, y),
        ],
        hull,
    )
    c.poly(
        [
            (x - size * 0.458, y - size * 0.045),
            (x + size * 0.445, y - size * 0.045),
            (x + size * 0.44, y),
            (x - size * 0.44, y),
        ],
        trim,
    )
    c.line(
        [
            (x - size * 0.54, y - size * 0.24),
            (x - size * 0.36, y - size * 0.185),
            (x + size * 0.46, y - size * 0.185),
        ],
        pale(hull, 0.5),
        size * 0.008,
    )


def moi_goi(c: Canvas) -> None:
    """A quay at the river mouth with cranes, turbines beyond."""
    m = SEASIDE
    scene_base(c, H, m.base, 8)
    sun(c, 420, H - 58, 56, m.sun, m.glow)
    cloud(c, 1000, 140, 380, mix(m.mid, WHITE, 0.6), 4)
    rows = ((70, 76), (170, 84), (280, 96), (400, 112), (535, 134), (690, 166))
    for i, (x, size) in enumerate(rows):
        turbine(
            c,
            x,
            H + size * 0.1,
            size * 1.25,
            mix(WHITE, SEA, 0.3 - 0.05 * i),
            17 + 31 * i,
            GOLD if i > 3 else None,
        )
    sun_path(c, 420, H + 8, 660, 150, mix(GOLD, WHITE, 0.45), 12)
    glints(c, H + 20, 680, pale(SEA, 0.66), 44, 0, 1000)
    current(c, 880, 560, -20, 140, pale(SEA, 0.66), 8)
    thicket(c, 980, 1700, H + 8, 34, mix(COCONUT, m.air, 0.5))
    quay = mix(SAND, SEA, 0.26)
    c.poly(spots("860,478 1700,428 1700,470 960,532 860,520"), quay)
    c.poly([(960, 532), (1700, 470), (1700, 720), (980, 720)], shade(quay, 0.22))
    c.poly([(860, 520), (960, 532), (980, 720), (884, 720)], mix(quay, WHITE, 0.25))
    for i in range(9):
        x = 1000 + 90 * i
        c.poly(
            [(x, 531 - 7.5 * i), (x + 18, 529.5 - 7.5 * i), (x + 18, 720), (x, 720)],
            shade(quay, 0.38),
        )
    crane(c, 1450, 462, 340, mix(LACQUER, m.air, 0.3), True)
    tones = (RIVER, GOLD, SEA, pale(RIVER, 0.4), LACQUER)
    for i in range(17):
        row = (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2)[i]
        k = i - (0, 7, 13)[row]
        x, y = 1230 + k * 60 + row * (26, 30, 34)[row], 470 - k * 3.6 - row * 29
        c.poly([(x, y), (x + 56, y - 3.4), (x + 56, y - 31), (x, y - 28)], tones[(i * 3 + row) % 5])
        for n in range(1, 5):
            c.line(
                [(x + 11 * n, y - 4), (x + 11 * n, y - 25)],
                shade(tones[(i * 3 + row) % 5], 0.14),
                1.6,
            )
    crane(c, 1130, 500, 380, LACQUER, True)
    ship(c, 620, 540, 400, SEA, LACQUER)
    shadow(c, 620, 548, 380, shade(SEA, 0.12))
    flock(c, 760, 130, 17, shade(SEA, 0.1), 5)


SCENES = {
    "ba-cua-song": ba_cua_song,
    "bien-dao-va-phap-luat": bien_dao,
    "moi-goi-dau-tu": moi_goi,
}
