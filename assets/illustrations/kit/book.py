"""An open book and its leaves."""

from __future__ import annotations

from collections.abc import Sequence

from .core import (
    LACQUER,
    SAND,
    WHITE,
    Canvas,
    Points,
    arc,
    mix,
    shade,
    straight,
)
from .desk import PAPER


def open_book(canvas: Canvas, x: float, y: float, w: float, cover: str) -> None:
    """The left half of an open book; (x, y) is the near end of its spine."""
    canvas.poly(
        [
            (x - w * 0.53, y + 18),
            (x - w * 0.45, y - w * 0.13),
            (x + 6, y - w * 0.08),
            (x + 10, y + 30),
        ],
        cover,
    )
    for i in range(5):
        lift = i * w * 0.011
        left = arc(
            (x, y + 22 - lift),
            (x - w * 0.2, y - w * 0.09 - lift * 1.6),
            (x - w * 0.5, y + 8 - lift),
            14,
        )
        rear = arc(
            (x - w * 0.43, y - w * 0.15 - lift),
            (x - w * 0.19, y - w * 0.24 - lift * 1.6),
            (x, y - w * 0.12 - lift),
            14,
        )
        canvas.poly(left + rear, PAPER if i == 4 else shade(PAPER, 0.07 + 0.05 * (i % 2)))
    lift = w * 0.044
    for i in range(7):
        t = 0.14 + i * 0.115
        start = (x - w * 0.47 + w * 0.06 * t, y - lift - w * 0.16 * t + 2)
        end = (x - w * 0.05, y - lift - w * 0.13 * t + 4)
        row = arc(start, (x - w * 0.22, y - lift - w * (0.075 + 0.15 * t)), end, 10)
        canvas.line(
            row[: 7 if i == 3 else 11],
            LACQUER if i == 6 else mix(PAPER, shade(SAND, 0.6), 0.45),
            5 if i == 6 else 3,
            True,
        )


def wavy_leaf(canvas: Canvas, x: float, y: float, tones: Sequence[str]) -> None:
    """Leaves that rise from the spine at (x, y), curl, and run to the right edge as waves."""
    for i, tone in enumerate(tones):
        peak = (x + 250 - 34 * i, y - 330 + 52 * i)
        dip = (x + 480 - 50 * i, y - 96 + 18 * i)
        edge: Points = arc((x, y + 16), (x + 40, peak[1] - 10), peak, 16)
        edge += arc(
            peak,
            (peak[0] + 110, peak[1] + 16),
            ((peak[0] + dip[0]) / 2 + 26, (peak[1] + dip[1]) / 2),
            8,
        )[1:]
        edge += arc(edge[-1], (dip[0] - 20, dip[1] + 26), (dip[0] + 90, dip[1]), 8)[1:]
        swell = dip[1] - 54 + 10 * i
        edge += arc(edge[-1], (edge[-1][0] + 120, swell - 30), (edge[-1][0] + 230, swell + 40), 10)[
            1:
        ]
        edge += arc(edge[-1], (1560, swell + 100), (1700, swell + 30), 8)[1:]
        canvas.path(straight([*edge, (1700, 740), (x + 330 - 30 * i, 740), (x + 40, y + 40)]), tone)
        canvas.ribbon(edge, [2, 7, 6, 5, 6], mix(tone, WHITE, 0.55))
        if i < 4:
            canvas.ribbon(
                [(px + 10, py + 20) for px, py in edge[6:34]],
                [0.4, 2.6, 0.4],
                mix(tone, WHITE, 0.3),
            )
