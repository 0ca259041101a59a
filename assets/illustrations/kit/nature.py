"""Sky, sun, clouds, water, land and birds."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .core import WHITE, Canvas, Point, Points, arc, mix, place, ramp, smooth


def wave(
    canvas: Canvas,
    y: float,
    swing: float,
    x0: float = -20.0,
    x1: float | None = None,
    step: float = 60,
) -> Points:
    """A long, irregular, almost level line."""
    end = canvas.width + 20 if x1 is None else x1
    a, b = canvas.random.uniform(0, 6.3), canvas.random.uniform(0, 6.3)
    count = max(3, int((end - x0) / step))
    points = []
    for i in range(count + 1):
        x = x0 + (end - x0) * i / count
        lift = 0.65 * math.sin(x / 233 + a) + 0.35 * math.sin(x / 97 + b)
        points.append((x, y + swing * lift))
    return points


def below(canvas: Canvas, edge: Points, fill: str, bottom: float | None = None) -> None:
    """Fill everything from a line down to `bottom`."""
    floor = canvas.height + 5 if bottom is None else bottom
    data = smooth(edge, closed=False)
    canvas.path(f"{data}L{edge[-1][0]:.1f} {floor:.1f}L{edge[0][0]:.1f} {floor:.1f}Z", fill)


def sky(canvas: Canvas, horizon: float, top: str, low: str, steps: int = 7, mid: str = "") -> None:
    """Prepare the sky; `sun` then lays its rings of light over it."""
    middle = mid or mix(mix(top, low, 0.5), WHITE, 0.3)
    half = steps // 2
    canvas.sky = (horizon, ramp(top, middle, half + 1)[:-1] + ramp(middle, low, steps - half))
    canvas.rect(-5, -5, canvas.width + 10, horizon + 10, canvas.sky[1][0])


def halo(canvas: Canvas, x: float, y: float) -> None:
    """Wide rings of light about a point, from the top tone to the low tone of the sky."""
    horizon, tones = canvas.sky
    far = max(x, canvas.width - x) * 1.02
    for i, tone in enumerate(tones[1:], start=1):
        share = (1 - i / len(tones)) ** 1.25
        rx = 60 + far * share
        ring = []
        for k in range(48):
            turn = 2 * math.pi * k / 48
            bump = 1 + 0.018 * math.sin(3 * turn + i) + 0.012 * math.sin(5 * turn + 2 * i)
            ring.append(
                (
                    x + rx * bump * math.cos(turn),
                    y + (50 + horizon * 1.02 * share) * bump * math.sin(turn),
                )
            )
        canvas.blob(ring, tone)


def sun(
    canvas: Canvas, x: float, y: float, radius: float, disc: str, glow: str, rings: int = 2
) -> None:
    """The one light of a scene: rings across the sky, a soft crown and the disc."""
    horizon = canvas.sky[0]
    with canvas.clip(f"M-5 -5H{canvas.width + 5}V{horizon}H-5Z"):
        halo(canvas, x, y)
        for i in range(rings, 0, -1):
            size = radius * (1 + 0.5 * i)
            canvas.ellipse(x, y, size, size, glow, 0.35)
        canvas.dot(x, y, radius, disc)


def cloud(canvas: Canvas, x: float, y: float, length: float, fill: str, rows: int = 3) -> None:
    """A long cloud with a flat base and low swells, and a sliver beneath it."""
    rand = canvas.random
    count = rows + 3
    top: Points = [(x - length / 2, y)]
    for i in range(count):
        t = (i + 0.5) / count
        lift = length * 0.085 * math.sin(math.pi * t) * rand.uniform(0.55, 1.25)
        top.append((x - length / 2 + length * (t - 0.28 / count), y - lift))
        top.append(
            (x - length / 2 + length * (t + 0.3 / count), y - lift * rand.uniform(0.75, 0.95))
        )
    top.append((x + length / 2, y))
    canvas.path(smooth(top, closed=False) + "Z", fill)
    for side in (-0.12, 0.2):
        canvas.path(
            lens(
                x + side * length,
                y + length * 0.018,
                length * rand.uniform(0.4, 0.62),
                length * 0.012,
            ),
            fill,
        )


def lens(x: float, y: float, length: float, height: float) -> str:
    """Path data of a glint: a flat shape pointed at both ends."""
    half = length / 2
    return (
        f"M{x - half:.1f} {y:.1f}Q{x:.1f} {y - height:.1f} {x + half:.1f} {y:.1f}"
        f"Q{x:.1f} {y + height:.1f} {x - half:.1f} {y:.1f}Z"
    )


def water(
    canvas: Canvas,
    top: float,
    bottom: float,
    far: str,
    near: str,
    steps: int = 6,
    swing: float = 5.0,
) -> None:
    """Flat bands of water which widen towards the eye."""
    tones = ramp(far, near, steps)
    canvas.rect(-5, top, canvas.width + 10, bottom - top + 8, tones[0])
    for i, tone in enumerate(tones[1:], start=1):
        part = (i / steps) ** 1.7
        below(
            canvas,
            wave(canvas, top + (bottom - top) * part, swing * part + 0.8, step=45),
            tone,
            bottom + 8,
        )


def glints(
    canvas: Canvas,
    top: float,
    bottom: float,
    fill: str,
    count: int = 40,
    x0: float = 0.0,
    x1: float | None = None,
) -> None:
    """Short strokes of light on water, longer when near."""
    end = canvas.width if x1 is None else x1
    data = []
    for _ in range(count):
        part = canvas.random.random() ** 1.4
        size = 14 + 90 * part
        spot = canvas.random.uniform(x0, end), top + (bottom - top) * part
        data.append(
            lens(spot[0], spot[1], size * canvas.random.uniform(0.5, 1.2), 1.0 + 3.2 * part)
        )
    canvas.path("".join(data), fill)


def sun_path(
    canvas: Canvas, x: float, top: float, bottom: float, width: float, fill: str, rows: int = 15
) -> None:
    """The broken reflection of the sun."""
    data = []
    for i in range(rows):
        part = ((i + 0.3) / rows) ** 1.35
        y = top + (bottom - top) * part
        size = width * (0.55 + 0.8 * part) * canvas.random.uniform(0.45, 1.05) * (1 - 0.45 * part)
        data.append(
            lens(x + canvas.random.uniform(-0.2, 0.2) * width * part, y, size, 2 + 5.5 * part)
        )
    canvas.path("".join(data), fill)


def three_lines(
    canvas: Canvas, start: Point, ends: list[Point], fill: str, width: float = 9
) -> None:
    """The motif: three lines that run together and open towards an edge."""
    for i, end in enumerate(ends):
        dx, dy = end[0] - start[0], end[1] - start[1]
        spine = []
        for k in range(41):
            t = k / 40
            sway = math.sin(t * 8.5 + i * 0.55) * t**0.8 * width * 1.5
            spine.append(
                (
                    start[0] + dx * t,
                    start[1] + (i - 1) * 1.5 + dy * (0.25 * t + 0.75 * t**2.1) + sway,
                )
            )
        canvas.ribbon(spine, [0.6, width * 0.35, width * 0.7, width], fill)


def current(
    canvas: Canvas, x: float, y: float, edge: float, spread: float, fill: str, width: float = 8
) -> None:
    """The three lines on water, opening towards the left or right edge."""
    low = 0.28 * spread
    three_lines(
        canvas,
        (x, y),
        [(edge, y + low), (edge, y + low + spread * 0.36), (edge, y + low + spread)],
        fill,
        width,
    )


def hills(
    canvas: Canvas,
    base: float,
    height: float,
    fill: str,
    x0: float = -20.0,
    x1: float | None = None,
) -> None:
    """One layer of hills."""
    end = canvas.width + 20 if x1 is None else x1
    a, b = canvas.random.uniform(0, 6.3), canvas.random.uniform(0, 6.3)
    edge = []
    for i in range(41):
        t = i / 40
        lift = (
            0.55
            + 0.3 * math.sin(t * 7.1 + a)
            + 0.18 * math.sin(t * 17 + b)
            + canvas.random.uniform(-0.03, 0.03)
        )
        edge.append((x0 + (end - x0) * t, base - height * max(0.05, lift)))
    below(canvas, edge, fill, base + 4)


def thicket(canvas: Canvas, x0: float, x1: float, base: float, height: float, fill: str) -> None:
    """A bank of foliage: rounded heads that thin out at both ends."""
    points: Points = [(x0, base + 2)]
    x = x0
    while x < x1:
        size = height * canvas.random.uniform(0.35, 0.62)
        t = (x - x0) / (x1 - x0)
        lift = (
            height
            * (0.4 + 0.6 * math.sin(math.pi * min(1, max(0, t))) ** 0.5)
            * canvas.random.uniform(0.62, 1)
        )
        for k in range(5):
            turn = math.pi * (1 - k / 4)
            points.append(
                (
                    x + size * (1 + math.cos(turn)) * 0.5,
                    base - lift - size * 0.42 * math.sin(turn) + size * 0.2,
                )
            )
        x += size * 0.98
    points.append((x1 + height * 0.3, base + 2))
    canvas.path(smooth(points), fill)


def bank(canvas: Canvas, points: Points, fill: str) -> None:
    """A smooth piece of land."""
    canvas.blob(points, fill)


def tongue(
    canvas: Canvas, tip: Point, edge: float, rise: float, fall: float, fill: str, foam: str
) -> Points:
    """Land reaching from the left or right edge out to a tip; returns its middle line."""
    x, y = tip
    span = edge - x

    def at(t: float, dy: float) -> Point:
        return x + span * t, y + dy

    upper = [
        at(0.12, -rise * 0.22),
        at(0.3, -rise * 0.52),
        at(0.55, -rise * 0.7),
        at(0.8, -rise * 0.92),
        at(1.05, -rise),
    ]
    lower = [
        at(1.05, fall),
        at(0.78, fall * 0.72),
        at(0.5, fall * 0.62),
        at(0.26, fall * 0.34),
        at(0.08, fall * 0.2),
    ]
    shape = [tip, *upper, *lower]
    canvas.blob([(px, py + 5 + fall * 0.04) for px, py in shape], foam)
    canvas.blob(shape, fill)
    canvas.blob(
        [(px + span * 0.07, py - fall * 0.2 if py > y else py) for px, py in shape],
        mix(fill, WHITE, 0.13),
    )
    return [at(0.1 + 0.9 * i / 20, (fall * 0.3 - rise * 0.3) * (i / 20)) for i in range(21)]


def bird(canvas: Canvas, x: float, y: float, size: float, fill: str, lift: float = 0.5) -> None:
    """A gliding bird: two bent wings and a small body."""
    wing = arc((0, 0), (0.45, -lift * 1.1), (1.0, -lift * 0.35), 10)
    for mirror in (False, True):
        canvas.ribbon(place(wing, x, y, size, mirror), [size * 0.17, size * 0.13, 0.3], fill)
    canvas.ribbon(
        place([(-0.06, -0.1), (0, 0.02), (0.05, 0.22)], x, y, size),
        [size * 0.05, size * 0.17, 0.5],
        fill,
    )


def flock(canvas: Canvas, x: float, y: float, size: float, fill: str, count: int = 5) -> None:
    """A loose, slanting company of birds."""
    for i in range(count):
        side = 1 if i % 2 else -1
        step = (i + 1) // 2
        bird(
            canvas,
            x + side * step * size * 2.3 + canvas.random.uniform(-0.5, 0.5) * size,
            y + step * size * 0.9 + canvas.random.uniform(-0.4, 0.4) * size,
            size * canvas.random.uniform(0.75, 1.1),
            fill,
            canvas.random.uniform(0.3, 0.7),
        )


def scene_base(canvas: Canvas, horizon: float, tones: Sequence[str], steps: int = 7) -> None:
    """Sky and water: (sky top, sky low, water far, water near, sky middle if wanted)."""
    sky(canvas, horizon, tones[0], tones[1], steps, tones[4] if len(tones) > 4 else "")
    water(canvas, horizon, canvas.height, tones[2], tones[3], max(4, steps - 2), 6)
