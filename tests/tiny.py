"""A whole small publication of another place and year, made anew for the tests that build it."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw

from songngu.cache_ import SUM, Cache
from songngu.figures.fonts_ import print_fonts, web_fonts
from songngu.figures.pictures_ import web_picture

CHECKOUT = Path(__file__).parent.parent
TINY = Path(__file__).parent / "publications/tiny"


def copy_tiny(target: Path) -> Path:
    """The tiny publication below `target`, with drawn pictures and the checkout's own looks."""
    shutil.copytree(TINY, target, dirs_exist_ok=True)
    for look in ("theme", "print", "assets/icc"):
        shutil.copytree(
            CHECKOUT / look, target / look, ignore=shutil.ignore_patterns("__pycache__")
        )
    _draw(target / "assets/images/ben.png", (1400, 1000), "#284f7c")
    _draw(target / "assets/images/cheo.png", (400, 300), "#598746")
    lend_fonts(target)
    return target


def lend_fonts(target: Path) -> None:
    """The fonts, made once for all tests: cutting them takes some ten seconds each time."""
    made = Cache(CHECKOUT)
    _lend((*print_fonts(made).values(), *web_fonts(made).values()), target)


def lend_drawings(target: Path) -> None:
    """The charts and cards that were ever drawn in the checkout, by whatever publication: the
    engine of charts takes a second to start."""
    made = CHECKOUT / ".songngu/cache"
    _lend((*made.glob("*/*.svg"), *made.glob("*/*.png")), target)


def lend_pictures(target: Path) -> None:
    """Its pictures' files for the web, made once for all tests of other things: encoding them takes
    longer than the rest of a tiny website."""
    made = Cache(CHECKOUT)
    for path in (target / "assets/images").glob("*.png"):
        _lend(web_picture(path, made), target)


def _lend(paths: Iterable[Path], target: Path) -> None:
    """Files of the checkout's cache, with their sums, into that of `target`."""
    for path in (file for one in paths for file in (one, one.with_name(one.name + SUM))):
        kept = target / path.relative_to(CHECKOUT)
        kept.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not kept.exists():
            _link(path, kept)


def _draw(path: Path, size: tuple[int, int], colour: str) -> None:
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((size[0] // 4, 20, size[0] // 2, size[0] // 4), "#edb323")
    image.save(path)


def make_printable(target: Path, width: int = 2500) -> None:
    """On a small trim that asks for little, pictures that the press takes: of 2500 pixels it says
    that they are few, of 3700 nothing."""
    make_small(target)
    _draw(target / "assets/images/ben.png", (width, width * 7 // 10), "#284f7c")
    _draw(target / "assets/images/cheo.png", (width, width * 13 // 30), "#598746")


def make_small(target: Path) -> None:
    """On the smallest trim of the checkout's own press.yml."""
    press = target / "print/press.yml"
    text = press.read_text("utf-8")
    press.write_text(re.sub(r"(?m)^profile: \S+", "profile: A5", text), "utf-8")


def _link(source: Path, target: Path) -> None:
    """One file in two places where the disk can, else a copy of it."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
