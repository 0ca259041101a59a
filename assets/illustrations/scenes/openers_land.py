"""Section openers on land: town at dusk and pagoda."""

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
    tint,
)
from kit.craft import sampan, shadow
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
    sky,
    sun,
    sun_path,
    thicket,
    three_lines,
    wave,
)
from kit.people import person
from kit.plants import Leaf, far_leaf, palm, palm_row
from kit.temple import pagoda
from kit.trees import dau_tree

from .moods import DAWN, DUSK, NIGHT, TREE


def roofs(
    c: Canvas, x0: float, x1: float, base: float, height: float, fill: str, lamp: str
) -> None:
    """A row of town houses with some lit windows."""
    x = x0
    while x < x1:
        w, h = c.vary(height * 0.7, 0.3), c.vary(height * 0.75, 0.4)
        c.rect(x, base - h, w + 1, h + 4, fill)
        if c.random.random() < 0.6:
            c.poly(
                [
                    (x - 5, base - h),
                    (x + w * 0.3, base - h - w * 0.28),
                    (x + w * 0.7, base - h - w * 0.28),
                    (x + w + 5, base - h),
                ],
                shade(fill, 0.12),
            )
        for i in range(int(w / 16)):
            for j in range(int(h / 24)):
                if c.random.random() < 0.3:
                    c.rect(x + 6 + i * 16, base - h + 9 + j * 24, 7, 10, lamp)
        x += w + c.random.uniform(-1, 14)


def screen_view(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """What the screen shows: sun, water and the three lines."""
    with c.clip(f"M{x} {y}h{w}v{h}h{-w}Z"):
        c.rect(x, y, w, h * 0.55, tint(GOLD, 0.35))
        c.rect(x, y, w, h * 0.2, tint(GOLD, 0.6))
        c.dot(x + w * 0.68, y + h * 0.46, h * 0.2, mix(LACQUER, GOLD, 0.35))
        c.rect(x, y + h * 0.52, w, h * 0.5, tint(RIVER, 0.25))
        c.rect(x, y + h * 0.72, w, h * 0.3, RIVER)
        palm(
            c,
            x + w * 0.16,
            y + h * 0.72,
            h * 0.58,
            Leaf(RIVER, RIVER, shade(RIVER, 0.15), RIVER),
            0.12,
            False,
        )
        three_lines(
            c,
            (x + w * 0.68, y + h * 0.54),
            [
                (x + w * 0.3, y + h * 1.05),
                (x + w * 0.62, y + h * 1.05),
                (x + w * 1.02, y + h * 1.02),
            ],
            tint(GOLD, 0.6),
            9,
        )


def truyen_song(c: Canvas) -> None:
    """A broadcasting mast and a screen at dusk."""
    h, m = 560.0, DUSK
    scene_base(c, h, m.base, 10)
    sun(c, 1000, h - 30, 96, m.sun, m.glow)
    cloud(c, 960, 190, 420, mix(m.mid, WHITE, 0.2), 4)
    cloud(c, 180, 190, 330, mix(m.mid, WHITE, 0.2))
    cloud(c, 1480, 120, 300, mix(m.top, m.mid, 0.5), 2)
    far = mix(SEA, m.air, 0.5)
    roofs(c, -20, 1660, h + 4, 70, far, mix(GOLD, m.air, 0.5))
    palm_row(c, 20, 1620, h + 4, 120, far_leaf(m.air, 0.35, SEA), 9)
    near = mix(SEA, m.air, 0.12)
    below(c, wave(c, h + 26, 4), shade(near, 0.1), h + 80)
    roofs(c, 860, 1660, h + 34, 110, near, mix(GOLD, m.low, 0.2))
    x, y, w, t = 330.0, 268.0, 400.0, 226.0
    for grow, veil in ((70, 0.1), (36, 0.14)):
        c.ellipse(x + w / 2, y + t / 2, w / 2 + grow * 2, t / 2 + grow * 1.6, GOLD, veil)
    for px in (x + 70, x + w - 70):
        c.rect(px - 8, y + t, 16, h + 50 - y - t, shade(SEA, 0.3))
    c.rect(x - 16, y - 16, w + 32, t + 32, shade(SEA, 0.34), 8)
    screen_view(c, x, y, w, t)
    thicket(c, -30, 300, h + 50, 80, shade(SEA, 0.1))
    thicket(c, 300, 860, h + 52, 40, shade(SEA, 0.2))
    lattice_mast(c, 1230, h + 46, 430, shade(SEA, 0.34))
    for side in (-1, 1):
        signal(c, (1230, h - 384), 150, mix(m.low, WHITE, 0.3), 3, side)
    thicket(c, 900, 1680, h + 56, 50, shade(SEA, 0.28))
    palm(c, 1440, h + 60, 330, NIGHT, -0.12, False)
    palm(c, 1530, h + 62, 250, NIGHT, 0.1, False)
    palm(c, 60, h + 56, 280, NIGHT, 0.14, False)
    below(c, wave(c, h + 58, 5), shade(SEA, 0.26), h + 84)
    for i, tone in enumerate(
        (mix(m.far, SEA, 0.3), mix(m.far, SEA, 0.55), mix(m.far, SEA, 0.75), SEA, shade(SEA, 0.08))
    ):
        below(c, wave(c, h + 80 + i * 46 + i * i * 14, 6), tone)
    for k, gap in enumerate((0, 46, 82, 150, 192, 240, 318, 350)):
        size = 44 + 7 * (k % 3)
        person(c, 344 + gap, h + 74 + 3 * (k % 2), size, shade(SEA, 0.3))
    sun_path(c, 1000, h + 92, 960, 240, mix(m.low, GOLD, 0.4), 13)
    sun_path(c, 1230, h + 96, 860, 60, mix(m.low, LACQUER, 0.3), 8)
    current(c, 1000, h + 190, -20, 280, mix(m.low, SEA, 0.35), 9)
    glints(c, h + 110, 1130, mix(m.low, SEA, 0.35), 40)
    sampan(c, 1340, 880, 260, shade(SEA, 0.3), LACQUER)
    shadow(c, 1340, 888, 260, shade(SEA, 0.28))
    flock(c, 870, 300, 18, shade(SEA, 0.2), 6)


def mai_chua(c: Canvas) -> None:
    """A Khmer pagoda roof under tall dầu trees."""
    h, m = 770.0, DAWN
    sky(c, h, m.top, m.low, 10, m.mid)
    sun(c, 500, 470, 84, m.sun, m.glow)
    cloud(c, 330, 160, 420, mix(m.top, WHITE, 0.4))
    cloud(c, 1240, 110, 480, mix(m.top, WHITE, 0.4), 4)
    hills(c, h, 60, mix(RIVER, m.air, 0.72))
    for share, count, size in ((0.68, 9, 520), (0.45, 6, 640)):
        leaf = TREE.faded(m.air, share)
        for i in range(count):
            dau_tree(
                c,
                (i + c.random.uniform(0.2, 0.8)) * c.width / count,
                h + 8,
                c.vary(size, 0.14),
                leaf,
                0.17,
            )
        thicket(c, -40, 1690, h + 12, 70, leaf.dark)
    for x in (420, 960):
        dau_tree(c, x, 820, 800, TREE.faded(m.air, 0.2), 0.16)
    below(c, wave(c, h + 4, 4), mix(COCONUT, m.air, 0.3))
    pagoda(c, 1240, 832, 676, mix(LACQUER, GOLD, 0.12), mix(SAND, GOLD, 0.22), GOLD)
    below(c, wave(c, 830, 4), mix(COCONUT, m.air, 0.12))
    dau_tree(c, 560, 870, 900, TREE, 0.19)
    dau_tree(c, 1640, 880, 930, TREE, 0.17)
    dau_tree(c, 180, 850, 800, TREE, 0.15)
    below(c, wave(c, 868, 7), COCONUT)
    below(c, wave(c, 930, 10), pale(RIVER, 0.6))
    for i, share in enumerate((0.4, 0.28, 0.16)):
        below(c, wave(c, 990 + 66 * i, 9), pale(RIVER, share))
    current(c, 1010, 985, -20, 170, pale(RIVER, 0.75), 8)
    glints(c, 960, 1150, mix(SAND, RIVER, 0.25), 26, 300)
    bank(
        c,
        spots("1340,1200 1420,1110 1560,1080 1720,1090 1720,1200"),
        mix(COCONUT, RIVER, 0.5),
    )
    reeds(c, 1560, 1120, 230, 150, mix(COCONUT, GOLD, 0.2), 30)
    reeds(c, 700, 942, 130, 60, mix(COCONUT, RIVER, 0.3), 22)


SCENES = {"opener-truyen-song": truyen_song, "opener-mai-chua": mai_chua}
