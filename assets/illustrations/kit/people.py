"""Small figures in conical hats, never with a face."""

from __future__ import annotations

from .core import (
    GOLD,
    LACQUER,
    SAND,
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

SKIN = mix(GOLD, shade(LACQUER, 0.5), 0.5)
STRAW = mix(SAND, GOLD, 0.35)
OAR = mix(SAND, shade(mix(GOLD, LACQUER, 0.3), 0.5), 0.8)


def arms(canvas: Canvas, x: float, y: float, size: float, shirt: str, mirror: bool) -> None:
    """Both arms of a rower, hands on the oar."""
    back = place([(-0.12, -0.76), (-0.24, -0.64), (-0.11, -0.69)], x, y, size, mirror)
    canvas.ribbon(back, [size * 0.1, size * 0.09, size * 0.06], shade(shirt, 0.1))
    front = place(arc((0.13, -0.76), (0.34, -0.56), (0.11, -0.51), 8), x, y, size, mirror)
    canvas.ribbon(front, [size * 0.1, size * 0.1, size * 0.06], shade(shirt, 0.24))
    for px, py in place([(-0.1, -0.72), (0.1, -0.505)], x, y, size, mirror):
        canvas.dot(px, py, size * 0.036, SKIN)


def rower(canvas: Canvas, x: float, y: float, size: float, shirt: str, side: int = 1) -> None:
    """A standing figure in a conical hat, at the oar; feet at (x, y)."""
    mirror = side < 0

    def put(points: Points) -> Points:
        return place(points, x, y, size, mirror)

    legs = spots("-0.12,0 -0.13,-0.4 0.13,-0.4 0.15,0 0.03,0 0.01,-0.24 -0.02,0")
    canvas.poly(put(legs), shade(shirt, 0.5))
    canvas.line(put([(-0.2, -0.84), (0.95, 0.42)]), OAR, size * 0.032)
    blade = put([(0.8, 0.26), (1.0, 0.46), (1.14, 0.62)])
    canvas.ribbon(blade, [size * 0.04, size * 0.12, size * 0.08], OAR)
    tunic = [
        *arc((-0.16, -0.3), (-0.1, -0.55), (-0.16, -0.74), 6),
        *arc((-0.15, -0.77), (-0.08, -0.86), (0.02, -0.85), 5),
        *arc((0.02, -0.85), (0.14, -0.84), (0.16, -0.72), 5)[1:],
        *arc((0.16, -0.72), (0.1, -0.55), (0.17, -0.3), 6)[1:],
    ]
    canvas.poly(put(tunic), shirt)
    fold = spots("0.05,-0.3 0.05,-0.6 0.1,-0.82 0.16,-0.72 0.11,-0.52 0.17,-0.3")
    canvas.poly(put(fold), shade(shirt, 0.16))
    arms(canvas, x, y, size, shirt, mirror)
    canvas.dot(x + side * size * 0.02, y - size * 0.91, size * 0.08, SKIN)
    scarf = put([(-0.09, -0.845), (0.02, -0.82), (0.11, -0.84)])
    canvas.ribbon(scarf, [size * 0.05, size * 0.06, size * 0.05], tint(shirt, 0.8))
    canvas.poly(put([(-0.27, -0.9), (0.02, -1.13), (0.3, -0.87), (0.02, -0.86)]), STRAW)
    canvas.poly(put([(0.07, -0.86), (0.02, -1.13), (0.3, -0.87)]), shade(STRAW, 0.17))


def person(canvas: Canvas, x: float, y: float, size: float, shirt: str) -> None:
    """A small seated figure with a hat, seen from behind."""
    canvas.path(
        smooth(
            place(
                spots("-0.2,0 -0.22,-0.36 -0.08,-0.55 0.08,-0.55 0.22,-0.36 0.2,0"),
                x,
                y,
                size,
            )
        ),
        shirt,
    )
    canvas.poly(place([(-0.3, -0.58), (0, -0.86), (0.3, -0.58)], x, y, size), mix(SAND, GOLD, 0.35))
    canvas.poly(
        place([(0.04, -0.58), (0, -0.86), (0.3, -0.58)], x, y, size),
        shade(mix(SAND, GOLD, 0.35), 0.17),
    )
