"""A picture that broke off while it was copied, or that claims to be larger than any memory."""

from pathlib import Path

import pytest
from PIL import Image, ImageFile

from songngu.cache_ import Cache
from songngu.figures.pictures_ import pixels, screen_picture, web_picture
from songngu.output_ import MachineError
from tests.support import blank_png


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
