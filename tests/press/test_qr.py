"""The code of an address, drawn from its outline and read by a reader that is not ours."""

import re

import pytest
import segno
import zxingcpp
from PIL import Image, ImageDraw

from songngu.press.qr import QUIET, SIDE, Code, code

ADDRESSES = (
    "https://ben-nang.example/so/vi/2031/do-dau-ngay/",
    "https://x.example/en/1/" + "mot-bai-co-ten-rat-dai-" * 6 + "het/",
)
SCALE = 6


def rings(made: Code) -> list[list[tuple[int, int]]]:
    return [
        [(int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", ring)]
        for ring in made.outline.strip("Z").split("Z")
    ]


def drawn(made: Code) -> Image.Image:
    """The outline filled by the even-odd rule, quiet zone included."""
    side = (made.size + 2 * QUIET) * SCALE
    image = Image.new("1", (side, side), 1)
    for ring in rings(made):
        mask = Image.new("1", image.size, 0)
        corners = [((x + QUIET) * SCALE, (y + QUIET) * SCALE) for x, y in ring]
        ImageDraw.Draw(mask).polygon(corners, fill=1)
        image.paste(Image.eval(image.convert("L"), lambda value: 255 - value).convert("1"), mask)
    return image.convert("L")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_reads_the_address(address: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(code(address)))
    assert found.text == address
    assert found.ec_level == "M"


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_outline_holds_the_dark_modules_and_no_others(address: str) -> None:
    made = code(address)
    dark = sum(map(sum, segno.make(address, error="M", micro=False, boost_error=False).matrix))
    area = 0.0
    for ring in rings(made):
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            assert (x0 == x1) != (y0 == y1)
            area += (x0 * y1 - x1 * y0) / 2
    assert area == dark


def test_its_size() -> None:
    made = code(ADDRESSES[0])
    assert made.side == SIDE >= 18
    assert made.quiet == pytest.approx(4 * SIDE / made.size)
