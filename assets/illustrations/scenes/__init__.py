"""All scenes by the name of their file."""

from __future__ import annotations

from collections.abc import Callable

from kit.core import Canvas

from . import (
    articles_land,
    articles_river,
    articles_room,
    articles_town,
    articles_water,
    opener_hands,
    opener_mat,
    openers_land,
    openers_water,
)

SCENES: dict[str, Callable[[Canvas], None]] = {
    **openers_water.SCENES,
    **openers_land.SCENES,
    **opener_hands.SCENES,
    **opener_mat.SCENES,
    **articles_room.SCENES,
    **articles_land.SCENES,
    **articles_town.SCENES,
    **articles_water.SCENES,
    **articles_river.SCENES,
}
