"""Pictures for screens: every kind in every width that fits, once per content."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from songngu.cache_ import Cache
from songngu.figures import pictures_
from songngu.figures.pictures_ import KINDS, web_missing, web_picture, web_plan, web_widths
from songngu.progress import SILENT


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Bến sông.png"
    gradient = Image.linear_gradient("L").resize((900, 600))
    Image.merge("RGB", (gradient, gradient.rotate(180), gradient)).save(path)
    return path


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, (1,)),
        (480, (480,)),
        (900, (480, 800, 900)),
        (1920, (480, 800, 1280, 1920)),
        (5000, (480, 800, 1280, 1920)),
    ],
)
def test_no_width_is_invented(width: int, widths: tuple[int, ...]) -> None:
    assert web_widths(width) == widths


def test_the_plan_names_what_is_made(picture: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    plan = web_plan(picture)
    assert web_missing(picture, cache)
    made = web_picture(picture, cache)
    assert not web_missing(picture, cache)
    assert (plan.width, plan.height) == (900, 600)
    assert [one.media for one in plan.kinds] == [kind.media for kind in KINDS]
    assert plan.largest.startswith("ben-song-900.") and plan.largest.endswith(".jpg")
    planned = [(w, name) for kind in plan.kinds for w, name in kind.files]
    for (width, name), path in zip(planned, made, strict=True):
        with Image.open(path) as image:
            assert image.size == (width, round(600 * width / 900))
            assert f"image/{(image.format or '').lower()}" in {kind.media for kind in KINDS}
            assert path.suffix == Path(name).suffix


def test_the_same_bytes_again(picture: Path, tmp_path: Path) -> None:
    first, second = (web_picture(picture, Cache(tmp_path / name)) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_see_through_picture_lies_on_white(tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(path)
    for made in web_picture(path, Cache(tmp_path)):
        with Image.open(made) as image:
            colour = image.convert("RGB").getpixel((4, 4))
            assert isinstance(colour, tuple) and min(colour) >= 250


def test_so_many_processes_as_memory_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Pool:
        def __init__(self, count: int) -> None:
            asked.append(count)

        def __enter__(self) -> "Pool":
            return self

        def __exit__(self, *told: object) -> None: ...

        def map(self, make: Callable[[Path], object], paths: list[Path]) -> Iterator[object]:
            return map(make, paths)

    monkeypatch.setattr(pictures_, "pool_of", Pool)
    monkeypatch.setattr(pictures_, "IN_FLIGHT", 10_000)
    done: list[Path] = []
    for side in (40, 50, 80):
        paths = [tmp_path / f"{side}-{at}.png" for at in range(5)]
        for path in paths:
            Image.new("RGB", (side, side)).save(path)
        pictures_.prepare(paths, done.append, 8, SILENT)
    assert asked == [5, 4]  # the largest go one by one, in this process
    assert len(done) == 15
