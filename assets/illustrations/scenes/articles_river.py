"""Article pictures of rivers and of journeys on them."""

from __future__ import annotations

from kit.built import stilt_house
from kit.core import (
    COCONUT,
    GOLD,
    LACQUER,
    RIVER,
    SAND,
    SEA,
    WHITE,
    Canvas,
    arc,
    mix,
    pale,
    place,
    shade,
    spots,
)
from kit.craft import lantern, ngo_boat, paper_boat, shadow
from kit.grasses import reeds
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
from kit.plants import far_leaf, grove, nipa, palm, palm_row
from kit.temple import pagoda

from .articles_water import H
from .moods import DUSK, GREEN, MORNING, NIGHT


def lantern_string(
    c: Canvas, x0: float, x1: float, y: float, dip: float, count: int, first: int
) -> None:
    """Lanterns on a sagging cord."""
    cord = arc((x0, y), ((x0 + x1) / 2, y + dip * 2), (x1, y), 40)
    c.line(cord, shade(SEA, 0.3), 2)
    for i in range(count):
        px, py = cord[round(40 * (i + 0.5) / count)]
        size = c.vary(23, 0.12)
        lantern(
            c, px, py + size * 0.72, size, (LACQUER, GOLD, mix(LACQUER, GOLD, 0.5))[(i + first) % 3]
        )


def van_hoa(c: Canvas) -> None:
    """A long ngo boat, lanterns and a pagoda roof."""
    m = DUSK
    scene_base(c, H, m.base, 9)
    sun(c, 470, H - 14, 66, m.sun, m.glow)
    far = far_leaf(m.air, 0.3, SEA)
    thicket(c, -30, 1690, H + 10, 40, far.body)
    palm_row(c, -10, 380, H + 10, 150, far, 5)
    palm_row(c, 580, 860, H + 10, 130, far, 4)
    palm_row(c, 1280, 1650, H + 10, 170, far, 6)
    pagoda(c, 1040, H + 22, 250, mix(LACQUER, SEA, 0.12), mix(SAND, m.air, 0.3), GOLD)
    thicket(c, 640, 1500, H + 34, 24, shade(SEA, 0.16))
    below(c, wave(c, H + 28, 2), mix(m.far, SEA, 0.5), H + 60)
    below(c, wave(c, H + 56, 3), mix(m.far, SEA, 0.3), H + 100)
    sun_path(c, 470, H + 40, 680, 170, mix(m.low, GOLD, 0.4), 12)
    sun_path(c, 1040, H + 50, 450, 80, mix(GOLD, m.far, 0.4), 5)
    glints(c, H + 50, 690, mix(m.low, SEA, 0.3), 40)
    current(c, 700, 590, -20, 110, mix(m.low, SEA, 0.3), 7)
    shirts = [LACQUER, mix(LACQUER, GOLD, 0.35)]
    ngo_boat(c, 1010, 500, 1180, (shade(SEA, 0.25), GOLD), shirts, 18)
    shadow(c, 1010, 524, 1000, shade(SEA, 0.24))
    lantern_string(c, -20, 820, 50, 44, 7, 0)
    lantern_string(c, 820, 1660, 50, 40, 8, 1)
    reeds(c, 1570, 712, 220, 190, shade(SEA, 0.28), 26)
    reeds(c, 70, 712, 200, 150, shade(SEA, 0.28), 22)


def skyline(c: Canvas, x0: float, x1: float, base: float, tones: tuple[str, str, str]) -> None:
    """Two ranks of towers with lit windows, tallest in the middle."""
    for rank in (0, 1):
        x = x0 + 30 * rank
        while x < x1:
            t = (x - x0) / (x1 - x0)
            w = c.random.uniform(26, 54)
            tall = (
                (60 + 130 * (1 - abs(2 * t - 1)))
                * c.random.uniform(0.55, 1.1)
                * (1.0 if rank == 0 else 0.66)
            )
            c.rect(x, base - tall, w, tall + 6, tones[rank])
            c.rect(x + w * 0.62, base - tall, w * 0.38, tall + 6, shade(tones[rank], 0.08))
            if c.random.random() < 0.3:
                c.line([(x + w / 2, base - tall), (x + w / 2, base - tall - 26)], tones[rank], 3)
            for k in range(int(tall / 13) - 1):
                for n in range(int(w / 12)):
                    if c.random.random() < 0.36:
                        c.rect(x + 5 + n * 12, base - tall + 8 + k * 13, 5, 7, tones[2])
            x += w + c.random.uniform(-8, 12)


def nguoi_xa_que(c: Canvas) -> None:
    """A lit paper boat sails from a distant city to a palm-lined river."""
    m = DUSK
    scene_base(c, H, m.base, 9)
    sun(c, 1330, H + 20, 40, m.low, m.low)
    cloud(c, 620, 130, 380, mix(m.mid, WHITE, 0.15), 4)
    skyline(c, 1010, 1640, H, (mix(SEA, m.air, 0.6), mix(SEA, m.air, 0.35), mix(GOLD, SAND, 0.25)))
    for i in range(9):
        x = 1040 + 68 * i
        c.ribbon(
            [(x, H + 8), (x + c.random.uniform(-6, 6), H + c.random.uniform(40, 90))],
            [7, 1],
            mix(m.low, GOLD, 0.3),
            0.5,
        )
    thicket(c, -30, 620, H + 10, 44, mix(SEA, m.air, 0.3))
    palm_row(c, -10, 590, H + 12, 180, far_leaf(m.air, 0.25, SEA), 8)
    glints(c, H + 12, 690, mix(m.low, SEA, 0.3), 46)
    current(c, 1330, H + 30, -20, 250, mix(m.low, GOLD, 0.25), 8)
    sun_path(c, 935, 512, 690, 280, mix(GOLD, SAND, 0.3), 10)
    paper_boat(
        c,
        935,
        500,
        200,
        mix(WHITE, SAND, 0.4),
        mix(pale(SEA, 0.5), SAND, 0.3),
        mix(GOLD, SAND, 0.15),
    )
    bank(c, spots("-40,510 120,530 300,584 440,730 -40,730"), shade(SEA, 0.2))
    bank(c, spots("-40,580 110,600 250,650 330,740 -40,740"), shade(SEA, 0.3))
    palm(c, 250, 580, 470, NIGHT, 0.16, False)
    palm(c, 100, 570, 400, NIGHT, 0.05, False)
    nipa(c, 330, 620, 120, NIGHT)
    nipa(c, 60, 600, 160, NIGHT)
    stilt_house(c, 210, 590, 130, mix(SAND, SEA, 0.55), shade(SEA, 0.2), GOLD)


def stone_and_post(c: Canvas, x: float, y: float, size: float, tone: str, air: float) -> None:
    """A stepping stone; with a tone, a post like a sharpened pencil stands on it."""
    stone = mix(mix(SAND, RIVER, 0.3), MORNING.air, air)
    c.ellipse(x + 4, y + size * 0.2, size * 1.08, size * 0.26, pale(RIVER, 0.55))
    c.ellipse(x + 4, y + size * 0.19, size * 0.94, size * 0.24, shade(RIVER, 0.1))
    c.blob(place(spots("-0.84,0 0.84,0 0.8,0.2 0,0.36 -0.8,0.2"), x, y, size), shade(stone, 0.24))
    c.ellipse(x, y, size * 0.84, size * 0.25, stone)
    gleam = mix(stone, WHITE, 0.45)
    c.ellipse(x - size * 0.16, y - size * 0.04, size * 0.52, size * 0.13, gleam)
    if not tone:
        return
    post, half = size * 2.3, size * 0.1
    c.ellipse(x + half, y, half * 1.7, half * 0.6, shade(stone, 0.3))
    c.rect(x - half, y - post, half * 2, post, tone)
    c.rect(x + half * 0.2, y - post, half * 0.8, post, shade(tone, 0.2))
    c.rect(x - half * 1.1, y - post * 0.93, half * 2.2, half * 0.5, GOLD)
    wood = place([(-1, 0), (-0.25, -3.8), (0.25, -3.8), (1, 0)], x, y - post, half)
    c.poly(wood, mix(SAND, GOLD, 0.5))
    c.poly(place([(-0.25, -3.8), (0, -5.2), (0.25, -3.8)], x, y - post, half), tone)


def dau_moc(c: Canvas) -> None:
    """Stepping stones across a river and a line of posts."""
    m = MORNING
    scene_base(c, H, m.base, 8)
    sun(c, 500, H - 50, 58, m.sun, m.glow)
    cloud(c, 1180, 130, 360, mix(m.mid, WHITE, 0.6), 4)
    hills(c, H + 2, 80, mix(RIVER, m.air, 0.72))
    hills(c, H + 4, 46, mix(RIVER, m.air, 0.52))
    thicket(c, 900, 1690, H + 8, 34, mix(COCONUT, m.air, 0.4))
    line = tongue(c, (1110, 322), 1700, 14, 50, mix(COCONUT, RIVER, 0.2), pale(RIVER, 0.8))
    grove(c, line, 130, GREEN.faded(m.air, 0.2), 10, 0.5)
    sun_path(c, 500, H + 10, 560, 140, mix(GOLD, WHITE, 0.5), 10)
    glints(c, H + 20, 690, pale(RIVER, 0.7), 50)
    current(c, 560, 380, 1670, 250, pale(RIVER, 0.62), 8)
    for i, (x, y) in enumerate(arc((380, 640), (700, 560), (1215, 356), 9)):
        tone = LACQUER if i == 3 else mix(SEA, m.air, 0.06 * i)
        stone_and_post(c, x, y, 92 - 7.0 * i, tone if i else "", 0.05 * i)
    reeds(c, 190, 716, 260, 260, mix(COCONUT, RIVER, 0.35), 40)
    reeds(c, 1540, 716, 220, 150, mix(COCONUT, RIVER, 0.2), 30)
    flock(c, 800, 160, 17, RIVER, 5)


SCENES = {
    "van-hoa-mo-duong": van_hoa,
    "nguoi-xa-que": nguoi_xa_que,
    "dau-moc-hiep-uoc": dau_moc,
}
