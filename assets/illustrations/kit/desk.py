"""Things of the office and the studio: paper, pens, microphones, cameras."""

from __future__ import annotations

import math

from .core import (
    GOLD,
    LACQUER,
    SAND,
    WHITE,
    Canvas,
    Points,
    arc,
    mix,
    place,
    shade,
    smooth,
    spots,
    tint,
)

PAPER = mix(WHITE, SAND, 0.45)


def window(
    canvas: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    wall: str,
    frame: str,
    bars: int = 2,
    floor: float = 0.0,
) -> None:
    """A wall with a window cut out of what is already drawn, and light on its sill."""
    bottom = floor or canvas.height
    canvas.rect(-5, -5, canvas.width + 10, y + 5, wall)
    canvas.rect(-5, y, x + 5, bottom - y + 5, wall)
    canvas.rect(x + w, y, canvas.width - x - w + 5, bottom - y + 5, wall)
    canvas.rect(x, y + h, w, bottom - y - h + 5, wall)
    for fx, fy, fw, fh in (
        (x - 13, y - 13, w + 26, 13),
        (x - 13, y - 13, 13, h + 26),
        (x + w, y - 13, 13, h + 26),
    ):
        canvas.rect(fx, fy, fw, fh, frame)
    canvas.rect(x + w, y - 13, 13, h + 26, shade(frame, 0.12))
    for i in range(1, bars + 1):
        px = x + w * i / (bars + 1)
        canvas.rect(px - 5, y, 10, h, frame)
        canvas.rect(px + 1, y, 4, h, shade(frame, 0.12))
    canvas.rect(x - 30, y + h, w + 60, 15, tint(frame, 0.3))
    canvas.rect(x - 30, y + h + 11, w + 60, 6, shade(frame, 0.18))


def table(canvas: Canvas, y: float, top: str, legs: bool = False) -> None:
    """A table top across the whole picture."""
    canvas.rect(-5, y, canvas.width + 10, canvas.height - y + 5, top)
    canvas.rect(-5, y, canvas.width + 10, 7, tint(top, 0.3))
    for i in range(5):
        py = y + 34 + i * i * 9 + i * 26
        canvas.ribbon(
            [(-10, py), (canvas.width * 0.4, py + 5), (canvas.width + 10, py - 2)],
            [1.2, 2.4, 1],
            shade(top, 0.09),
        )
    if legs:
        canvas.rect(-5, canvas.height - 30, canvas.width + 10, 40, shade(top, 0.2))


def sheet(
    canvas: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    turn: float,
    tone: str = PAPER,
    lines: int = 6,
    accent: str = "",
    squash: float = 0.62,
) -> None:
    """A sheet lying on the table, with lines of writing."""
    with canvas.turned(x, y, turn, 1.0, squash):
        canvas.rect(-w / 2 + 6, -h / 2 + 9, w, h, shade(SAND, 0.3))
        canvas.rect(-w / 2, -h / 2, w, h, tone)
        for i in range(lines):
            py = -h / 2 + h * (0.2 + 0.68 * i / max(1, lines - 1) * 0.98)
            part = canvas.random.uniform(0.55, 0.86) if i % 3 == 2 else 0.8
            canvas.rect(-w * 0.4, py, w * part, h * 0.022, mix(tone, shade(SAND, 0.6), 0.42))
        if accent:
            canvas.rect(-w * 0.4, -h * 0.41, w * 0.42, h * 0.06, accent)


def pages(
    canvas: Canvas, x: float, y: float, w: float, h: float, accent: str, mark: int = 17
) -> None:
    """A standing desk calendar with one day marked."""
    canvas.poly(
        [(x - w * 0.58, y), (x - w * 0.5, y - h), (x + w * 0.58, y - h), (x + w * 0.66, y)],
        shade(SAND, 0.34),
    )
    canvas.poly(
        [(x - w / 2 - 8, y), (x - w / 2, y - h), (x + w / 2, y - h), (x + w / 2 + 8, y)], PAPER
    )
    canvas.poly(
        [
            (x - w / 2 - 1.8, y - h * 0.78),
            (x - w / 2, y - h),
            (x + w / 2, y - h),
            (x + w / 2 + 1.8, y - h * 0.78),
        ],
        accent,
    )
    for i in range(11):
        px = x - w * 0.43 + w * 0.086 * i
        canvas.line([(px, y - h * 1.04), (px, y - h * 0.95)], shade(SAND, 0.6), 2.6)
    for day in range(28):
        px, py = x - w * 0.41 + (day % 7) * w * 0.137, y - h * 0.66 + (day // 7) * h * 0.162
        canvas.rect(
            px - w * 0.042,
            py - h * 0.042,
            w * 0.085,
            h * 0.085,
            accent if day == mark else tint(shade(SAND, 0.25), 0.35),
        )
    px, py = x - w * 0.41 + (mark % 7) * w * 0.137, y - h * 0.66 + (mark // 7) * h * 0.162
    ring = [(px + math.cos(a / 4) * w * 0.085, py + math.sin(a / 4) * h * 0.1) for a in range(26)]
    canvas.line(ring, LACQUER, 3, True)


def pen(canvas: Canvas, x: float, y: float, length: float, turn: float, tone: str) -> None:
    """A pen lying at an angle."""
    with canvas.turned(x, y, turn):
        t = length * 0.07
        canvas.rect(-length / 2 + 4, t * 0.35, length * 0.95, t * 0.7, shade(SAND, 0.4), t / 2)
        canvas.rect(-length / 2, -t / 2, length * 0.8, t, tone, t / 3)
        canvas.rect(-length / 2, -t / 2, length * 0.8, t * 0.4, tint(tone, 0.35), t / 4)
        canvas.poly(
            [
                (length * 0.3, -t / 2),
                (length * 0.48, -t * 0.08),
                (length * 0.48, t * 0.08),
                (length * 0.3, t / 2),
            ],
            GOLD,
        )
        canvas.rect(-length * 0.14, -t / 2, length * 0.03, t, GOLD)


def cup(canvas: Canvas, x: float, y: float, size: float, tone: str) -> None:
    """A glass of tea with a little steam."""
    canvas.ellipse(x + size * 0.1, y, size * 0.56, size * 0.12, shade(SAND, 0.42), 0.6)
    canvas.poly(
        place([(-0.4, -0.9), (0.4, -0.9), (0.3, 0), (-0.3, 0)], x, y, size), tint(tone, 0.7)
    )
    canvas.poly(
        place([(-0.375, -0.66), (0.375, -0.66), (0.3, -0.04), (-0.3, -0.04)], x, y, size), tone
    )
    canvas.poly(
        place([(0.1, -0.66), (0.375, -0.66), (0.3, -0.04), (0.1, -0.04)], x, y, size),
        shade(tone, 0.15),
    )
    for dx in (-0.14, 0.12):
        steam = (
            arc((dx, -1.0), (dx + 0.18, -1.25), (dx - 0.02, -1.5), 8)
            + arc((dx - 0.02, -1.5), (dx - 0.16, -1.7), (dx + 0.05, -1.95), 8)[1:]
        )
        canvas.ribbon(place(steam, x, y, size), [0.6, size * 0.06, size * 0.05, 0.4], WHITE, 0.65)


def microphone(
    canvas: Canvas, x: float, y: float, size: float, head: str, body: str, mirror: bool = False
) -> None:
    """A table microphone on a bent arm; foot at (x, y)."""
    side = -1 if mirror else 1
    canvas.ellipse(x, y, size * 0.24, size * 0.055, shade(body, 0.2))
    canvas.ellipse(x, y - size * 0.03, size * 0.24, size * 0.055, body)
    stem = arc((0, -0.03), (-0.06, -0.62), (0.2, -0.8), 14)
    canvas.ribbon(place(stem, x, y, size, mirror), [size * 0.045, size * 0.035, size * 0.04], body)
    with canvas.turned(x + side * size * 0.24, y - size * 0.84, side * 58):
        canvas.rect(
            -size * 0.075, -size * 0.02, size * 0.15, size * 0.2, shade(body, 0.12), size * 0.03
        )
        canvas.rect(-size * 0.115, -size * 0.34, size * 0.23, size * 0.36, head, size * 0.115)
        canvas.rect(
            -size * 0.115, -size * 0.34, size * 0.1, size * 0.36, tint(head, 0.22), size * 0.1
        )
        for i in range(5):
            canvas.line(
                [(-size * 0.1, -size * (0.24 - 0.05 * i)), (size * 0.1, -size * (0.24 - 0.05 * i))],
                shade(head, 0.25),
                1.4,
            )
        canvas.rect(-size * 0.12, -size * 0.03, size * 0.24, size * 0.035, GOLD)


def chair(
    canvas: Canvas, x: float, y: float, size: float, wood: str, cloth: str, mirror: bool = False
) -> None:
    """An armchair in side view facing right; (x, y) is on the floor."""

    def put(points: Points) -> Points:
        return place(points, x, y, size, mirror)

    canvas.ellipse(x, y + size * 0.01, size * 0.5, size * 0.045, shade(SAND, 0.45), 0.55)
    canvas.ribbon(put([(-0.3, -0.42), (-0.42, 0)]), [size * 0.06, size * 0.035], shade(wood, 0.15))
    canvas.ribbon(put([(0.32, -0.42), (0.4, 0)]), [size * 0.06, size * 0.035], wood)
    back = arc((-0.26, -0.36), (-0.36, -0.85), (-0.52, -1.18), 12)
    canvas.ribbon(put(back), [size * 0.16, size * 0.17, size * 0.13], cloth)
    canvas.ribbon(put([(px - 0.055, py) for px, py in back]), [size * 0.045] * 3, wood)
    canvas.path(
        smooth(put(spots("-0.32,-0.5 0.3,-0.52 0.42,-0.46 0.38,-0.37 -0.28,-0.35"))),
        tint(cloth, 0.15),
    )
    canvas.ribbon(put([(-0.33, -0.37), (0.4, -0.39)]), [size * 0.05] * 2, wood)
    canvas.ribbon(
        put(arc((-0.4, -0.74), (0.1, -0.8), (0.36, -0.7), 10)),
        [size * 0.045, size * 0.055, size * 0.04],
        wood,
    )
    canvas.ribbon(put([(0.33, -0.71), (0.34, -0.42)]), [size * 0.04] * 2, wood)


def camera(canvas: Canvas, x: float, y: float, size: float, tone: str, trim: str) -> None:
    """A camera standing on the table."""
    canvas.ellipse(x + size * 0.06, y, size * 0.62, size * 0.07, shade(SAND, 0.45), 0.6)
    canvas.rect(x - size * 0.5, y - size * 0.66, size, size * 0.66, tone, size * 0.07)
    canvas.rect(x - size * 0.5, y - size * 0.5, size, size * 0.3, shade(tone, 0.18))
    canvas.poly(
        place([(-0.2, -0.65), (-0.13, -0.82), (0.16, -0.82), (0.23, -0.65)], x, y, size), tone
    )
    canvas.rect(x + size * 0.29, y - size * 0.73, size * 0.14, size * 0.08, trim, 3)
    canvas.rect(x - size * 0.44, y - size * 0.7, size * 0.16, size * 0.05, tint(tone, 0.4), 3)
    for r, fill in (
        (0.29, tint(tone, 0.5)),
        (0.255, shade(tone, 0.3)),
        (0.2, mix(tone, trim, 0.2)),
        (0.14, shade(tone, 0.45)),
    ):
        canvas.dot(x + size * 0.02, y - size * 0.34, size * r, fill)
    canvas.dot(x - size * 0.05, y - size * 0.41, size * 0.045, PAPER)


def radio(canvas: Canvas, x: float, y: float, size: float, tone: str, trim: str) -> None:
    """A portable radio with its aerial out."""
    canvas.ellipse(x + size * 0.05, y, size * 0.64, size * 0.06, shade(SAND, 0.45), 0.6)
    canvas.line(
        [(x + size * 0.38, y - size * 0.62), (x + size * 0.74, y - size * 1.3)],
        shade(tone, 0.35),
        size * 0.022,
    )
    canvas.dot(x + size * 0.74, y - size * 1.3, size * 0.025, trim)
    canvas.line(
        arc(
            (x - size * 0.36, y - size * 0.6),
            (x, y - size * 0.92),
            (x + size * 0.36, y - size * 0.6),
            10,
        ),
        shade(tone, 0.25),
        size * 0.04,
    )
    canvas.rect(x - size * 0.56, y - size * 0.64, size * 1.12, size * 0.64, tone, size * 0.08)
    canvas.rect(x + size * 0.1, y - size * 0.56, size * 0.38, size * 0.2, PAPER, 4)
    canvas.line(
        [(x + size * 0.3, y - size * 0.54), (x + size * 0.3, y - size * 0.38)],
        LACQUER,
        size * 0.018,
    )
    for i in range(6):
        canvas.line(
            [
                (x + size * (0.14 + 0.06 * i), y - size * 0.4),
                (x + size * (0.14 + 0.06 * i), y - size * 0.44),
            ],
            shade(tone, 0.3),
            1.6,
        )
    canvas.dot(x - size * 0.24, y - size * 0.31, size * 0.24, shade(tone, 0.28))
    for i in range(-3, 4):
        half = math.sqrt(max(0.0, 0.2**2 - (0.055 * i) ** 2)) * size
        canvas.line(
            [
                (x - size * 0.24 - half, y - size * (0.31 + 0.055 * i)),
                (x - size * 0.24 + half, y - size * (0.31 + 0.055 * i)),
            ],
            tint(tone, 0.35),
            size * 0.018,
        )
    for i in range(3):
        canvas.dot(
            x + size * (0.17 + 0.13 * i), y - size * 0.18, size * 0.05, trim if i == 1 else PAPER
        )


def phone(
    canvas: Canvas, x: float, y: float, size: float, turn: float, tone: str, light: str, accent: str
) -> None:
    """A telephone standing at a slant, showing a page."""
    with canvas.turned(x, y, turn):
        canvas.rect(-size * 0.27, -size, size * 0.54, size, tone, size * 0.07)
        canvas.rect(-size * 0.235, -size * 0.94, size * 0.47, size * 0.88, light, size * 0.04)
        canvas.rect(-size * 0.19, -size * 0.86, size * 0.38, size * 0.28, accent)
        canvas.dot(size * 0.06, -size * 0.7, size * 0.06, GOLD)
        for i in range(5):
            canvas.rect(
                -size * 0.19,
                -size * (0.5 - 0.085 * i),
                size * (0.38 if i % 3 else 0.27),
                size * 0.032,
                mix(light, tone, 0.4),
            )


def magnifier(canvas: Canvas, x: float, y: float, size: float, rim: str, glass: str) -> None:
    """A magnifying glass lying flat."""
    canvas.line(
        [(x + size * 0.36, y + size * 0.3), (x + size * 0.98, y + size * 0.78)],
        shade(rim, 0.25),
        size * 0.13,
    )
    canvas.line(
        [(x + size * 0.36, y + size * 0.28), (x + size * 0.98, y + size * 0.75)], rim, size * 0.08
    )
    canvas.ellipse(x, y, size * 0.5, size * 0.42, rim)
    canvas.ellipse(x, y, size * 0.42, size * 0.345, glass)
    gleam = arc(
        (x - size * 0.3, y + size * 0.02),
        (x - size * 0.28, y - size * 0.22),
        (x + size * 0.02, y - size * 0.26),
        8,
    )
    canvas.ribbon(gleam, [0.5, size * 0.05, 0.5], WHITE, 0.8)
