"""The publication's colours: a name, a CMYK recipe for paper, twins for both kinds of screen."""

from dataclasses import dataclass
from pathlib import Path

from songngu.source.palette import PALETTE
from songngu.tables import table


@dataclass(frozen=True)
class Colour:
    """`cmyk` in percent; `light` and `dark` are #rrggbb for the two schemes of a screen."""

    name: str
    cmyk: tuple[float, float, float, float]
    light: str
    dark: str

    @property
    def device_cmyk(self) -> str:
        """As CSS writes it for print."""
        return "device-cmyk({} {} {} {})".format(*(f"{part / 100:g}" for part in self.cmyk))


Palette = dict[str, Colour]


def read_palette(root: Path) -> Palette:
    """theme/palette.yml; its faults were told when the publication was read."""
    data = table((root / PALETTE).read_text("utf-8"))
    return {
        name: Colour(name, tuple(one["cmyk"]), one["light"], one["dark"])
        for name, one in data.items()
    }
