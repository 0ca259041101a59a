"""A picture that broke off while it was copied, or that claims to be larger than any memory."""

import logging
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from songngu.cache_ import Cache
from songngu.figures.pictures_ import pixels, press_picture, screen_picture, web_picture
from songngu.output_ import MachineError
from tests.support import CHECKOUT, blank_png


@pytest.mark.parametrize("lenient", [False, True], ids=["strict", "after WeasyPrint"])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_copy_that_broke_off_is_named(
    tmp_path: Path, form: str, lenient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    path = tmp_path / "ben.jpg"
    Image.effect_noise((300, 200), 90).convert("RGB").save(path, form)
    path.write_bytes(path.read_bytes()[:5000])
    for make in (screen_picture, web_picture):
        with pytest.raises(MachineError) as caught:
            make(path, Cache(tmp_path))
        assert caught.value.key == "machine.picture"
        assert caught.value.values["path"] == path


@pytest.mark.parametrize("packed", [None, "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
def test_a_tiff_that_broke_off_is_told_by_its_header(tmp_path: Path, packed: str | None) -> None:
    """Before anything is made of it: Pillow opens it, for its directory may stand in front."""
    path = tmp_path / "ben.tif"
    Image.effect_noise((300, 200), 90).convert("RGB").save(path, compression=packed)
    assert pixels(path) == (300, 200)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert pixels(path) is None


ICC = CHECKOUT / "assets/icc/FOGRA39L_TAC300.icc"


def test_a_profile_that_is_none_spoils_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "ben.jpg"
    Image.new("RGB", (300, 200), "#284f7c").save(path, "JPEG", icc_profile=b"no profile")
    cache = Cache(tmp_path)
    made = (screen_picture(path, cache), press_picture(path, ICC, cache), *web_picture(path, cache))
    for one in made:
        with Image.open(one) as image:
            assert image.size == (300, 200) and "icc_profile" not in image.info


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_set_as_the_camera_was_held(tmp_path: Path, form: str) -> None:
    """Its pixels lie on their side: the blue left half is the upper one (Exif 6: to be turned by
    90 degrees clockwise)."""
    path, exif = tmp_path / "ben.jpg", Image.Exif()
    exif[0x0112] = 6
    lying = Image.new("RGB", (300, 200), "yellow")
    lying.paste("blue", (0, 0, 150, 200))
    lying.save(path, form, exif=exif)
    assert pixels(path) == (200, 300)
    cache = Cache(tmp_path)
    made = (screen_picture(path, cache), press_picture(path, ICC, cache), *web_picture(path, cache))
    for one in made:
        with Image.open(one) as image:
            assert image.size == (200, 300)
            upper, lower = (image.convert("RGB").getpixel((100, y)) for y in (20, 280))
            assert isinstance(upper, tuple) and isinstance(lower, tuple)
            assert upper[2] > upper[0] and lower[0] > lower[2], one


@pytest.mark.parametrize(
    "content",
    [
        blank_png(60_000, 60_000),
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"<!DOCTYPE s [<!ENTITY a 'aa'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        b"GIF89a",
        b"",
    ],
    ids=["3.6 gigapixels", "half a header", "SVG with entities", "GIF", "empty"],
)
def test_what_no_stage_could_carry_is_no_picture(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ben.png"
    path.write_bytes(content)
    assert pixels(path) is None


def test_what_pillow_says_of_a_header_reaches_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # as outside of pytest
    path = tmp_path / "ben.tif"
    Image.new("RGB", (30, 20)).save(path)
    # The tag of the samples a pixel has (277): 2,048 of them.
    path.write_bytes(
        path.read_bytes().replace(
            b"\x15\x01\x03\x00\x01\0\0\0\x03\x00", b"\x15\x01\x03\x00\x01\0\0\0\x00\x08"
        )
    )
    assert pixels(path) is None
    assert capsys.readouterr() == ("", "")
