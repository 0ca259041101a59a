"""Pictures for screens (WebP, JPEG) and for the press (CMYK by profile): Pillow's room."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms

from songngu.cache_ import Cache, digest
from songngu.source.slugs import slug
from songngu.workers_ import workers as pool_of

WEB_WIDTHS = (640, 1280, 1920)
WEB_QUALITY = 78
SCREEN_WIDTH = 1200
SCREEN_QUALITY = 80
PRESS_QUALITY = 92
# A press picture may be no larger than a spread of A4 with bleed at 300 ppi needs it.
PRESS_LONGEST = 5200
# Pillow refuses what decompresses to more; a bomb must not take the machine down.
Image.MAX_IMAGE_PIXELS = 60_000_000


@dataclass(frozen=True)
class WebPicture:
    """A picture for screens. `files` are (width, file) by growing width; sizes in pixels."""

    width: int
    height: int
    files: tuple[tuple[int, Path], ...]


@dataclass(frozen=True)
class WebPlan:
    """What a page must know of a picture before its files are made: its size in pixels and the
    (width, file name) of each file, names telling the content apart."""

    width: int
    height: int
    files: tuple[tuple[int, str], ...]


def pixels(path: Path) -> tuple[int, int] | None:
    """Width and height from the header; None for what is no picture, or one too large to work
    on."""
    try:
        found = size(path)
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return found if min(found) > 0 else None


def size(path: Path) -> tuple[int, int]:
    """Width and height in pixels, from the header alone."""
    with Image.open(path) as image:
        return image.size


def web_plan(path: Path) -> WebPlan:
    """The names that `web_picture`'s files have on the site, in the same order."""
    width, height = size(path)
    mark = digest(path)[:10]
    stem = slug(path.stem) or "picture"
    return WebPlan(
        width,
        height,
        tuple((wanted, f"{stem}-{wanted}.{mark}.webp") for wanted in _widths(width)),
    )


def _widths(width: int) -> list[int]:
    return [wanted for wanted in WEB_WIDTHS if wanted < width] or [width]


def _web_key(mark: str, width: int) -> tuple[object, ...]:
    return ("webp", 2, mark, width, WEB_QUALITY)


def web_missing(path: Path, cache: Cache) -> bool:
    """Whether `web_picture` would have to make a file."""
    mark, widths = digest(path), _widths(size(path)[0])
    return not all(cache.path(_web_key(mark, width), ".webp").exists() for width in widths)


def web_picture(path: Path, cache: Cache) -> WebPicture:
    """WebP files in the widths that the picture can fill, made once per content."""
    width, height = size(path)
    mark = digest(path)
    files = tuple(
        (wanted, cache.file(_web_key(mark, wanted), ".webp", _Webp(path, wanted)))
        for wanted in _widths(width)
    )
    return WebPicture(width, height, files)


@dataclass(frozen=True)
class _Webp:
    path: Path
    width: int

    def __call__(self, target: Path) -> None:
        with Image.open(self.path) as image:
            rgb = _flat(image)
            height = round(rgb.height * self.width / rgb.width)
            rgb = rgb.resize((self.width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
            rgb.save(target, "WEBP", quality=WEB_QUALITY, method=4)


def screen_picture(path: Path, cache: Cache) -> Path:
    """The picture as an RGB JPEG for PDFs that are read on a screen."""
    return cache.file(_screen_key(path), ".jpg", _ScreenJpeg(path))


def screen_missing(path: Path, cache: Cache) -> bool:
    """Whether `screen_picture` would have to make the file."""
    return not cache.path(_screen_key(path), ".jpg").exists()


def _screen_key(path: Path) -> tuple[object, ...]:
    return ("screen", 2, digest(path), SCREEN_WIDTH, SCREEN_QUALITY)


@dataclass(frozen=True)
class _ScreenJpeg:
    path: Path

    def __call__(self, target: Path) -> None:
        with Image.open(self.path) as image:
            rgb = _flat(image)
            rgb.thumbnail((SCREEN_WIDTH, SCREEN_WIDTH), Image.Resampling.LANCZOS)
            rgb.save(target, "JPEG", quality=SCREEN_QUALITY, optimize=True, progressive=True)


def press_picture(path: Path, icc: Path, cache: Cache) -> Path:
    """The picture as a CMYK JPEG: converted from sRGB by the press profile, perceptually."""
    key = ("cmyk", digest(path), digest(icc), PRESS_QUALITY, PRESS_LONGEST)
    return cache.file(key, ".jpg", _Cmyk(path, icc))


@dataclass(frozen=True)
class _Cmyk:
    path: Path
    icc: Path

    def __call__(self, target: Path) -> None:
        with Image.open(self.path) as image:
            if image.mode == "CMYK":
                cmyk = image.copy()
            else:
                rgb = _flat(image)
                rgb.thumbnail((PRESS_LONGEST, PRESS_LONGEST), Image.Resampling.LANCZOS)
                cmyk = _transform(self.icc)(rgb)
            cmyk.save(target, "JPEG", quality=PRESS_QUALITY, dpi=(300, 300), subsampling=0)


def _transform(icc: Path) -> Callable[[Image.Image], Image.Image]:
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.getOpenProfile(io.BytesIO(icc.read_bytes())),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.PERCEPTUAL,
    )

    def apply(image: Image.Image) -> Image.Image:
        done = ImageCms.applyTransform(image, transform)
        assert done is not None
        return done

    return apply


def _flat(image: Image.Image) -> Image.Image:
    """RGB on white paper: no transparency, no palette."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return Image.alpha_composite(paper, rgba).convert("RGB")
    return image.convert("RGB")


def prepare(paths: Iterable[Path], make: Callable[[Path], object], workers: int) -> None:
    """Fill the cache with several processes; what is asked for later is only looked up."""
    wanted = sorted(set(paths))
    if workers < 2 or len(wanted) < 2:
        for path in wanted:
            make(path)
        return
    with pool_of(workers) as pool:
        list(pool.map(make, wanted))
