"""Pictures for screens (AVIF, WebP, JPEG) and for the press (CMYK by profile). Knows Pillow."""

import contextlib
import hashlib
import io
import logging
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps
from PIL.TiffImagePlugin import TiffImageFile

from songngu.cache_ import Cache, digest
from songngu.output_ import MachineError
from songngu.progress import Progress
from songngu.source.slugs import slug
from songngu.workers_ import workers as pool_of

WEB_WIDTHS = (480, 800, 1280, 1920)
SCREEN_WIDTH = 1200
SCREEN_QUALITY = 80
PRESS_QUALITY = 92
# A press picture may be no larger than a spread of A4 with bleed at 300 ppi needs it.
PRESS_LONGEST = 5200
# Pillow refuses what decompresses to twice as much, and warns of the rest, which `pixels` tells; a
# bomb must not take the machine down.
MOST_PIXELS = Image.MAX_IMAGE_PIXELS = 60_000_000
# So many pixels may be open at a time in all processes: each takes some ten bytes while it is
# decoded, narrowed and encoded, and a build shall stay within a gigabyte on any number of cores.
IN_FLIGHT = 60_000_000
# What Pillow says of odd headers, in English and to nobody, is no message for editors.
warnings.filterwarnings("ignore", module=r"PIL\.")
logging.getLogger("PIL").addHandler(logging.NullHandler())
# Photographs and drawings as cameras and editors save them. Pillow knows some forty more kinds: one
# of them runs a program, and nobody misses the others.
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "TIFF", "GIF")
# The tag that says how a camera was held, and its values for a picture that lies on its side
# (Exif 2.32, 4.6.4).
ORIENTATION, ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
# How a whole file ends, and within how many bytes of its end; others know their own length, or tell
# where their parts lie. (MPO is what Pillow calls the JPEG of some telephones.)
JPEG_END = (b"\xff\xd9", 2**16)
ENDS = {
    "PNG": (b"IEND\xaeB`\x82", 64),
    "JPEG": JPEG_END,
    "MPO": JPEG_END,
    "GIF": (b";", 16),
}
# Where the parts of a TIFF begin and how long they are: strips, tiles (TIFF 6.0, sections 8, 15).
TIFF_PARTS = ((273, 279), (324, 325))


@dataclass(frozen=True)
class Kind:
    """A kind of file for screens: its media type, how its names end, how Pillow is asked for it."""

    media: str
    suffix: str
    options: tuple[tuple[str, int | bool], ...]


# In the order in which a browser is to choose; the last one is read by all of them. Chosen by eye
# on flat shapes and woven patterns: below these the edges begin to fray. AVIF by one thread alone,
# since it cuts its tiles by the number of threads, and the bytes would be the machine's.
KINDS = (
    Kind("image/avif", ".avif", (("quality", 50), ("speed", 8), ("max_threads", 1))),
    Kind("image/webp", ".webp", (("quality", 70), ("method", 4))),
    Kind("image/jpeg", ".jpg", (("quality", 76), ("optimize", True), ("progressive", True))),
)


@dataclass(frozen=True)
class WebFiles:
    """The files of one kind, as (width in pixels, name) by growing width."""

    media: str
    files: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class WebPlan:
    """What a page must know of a picture before its files are made: its size in pixels and its
    files by kind, the names telling the content apart."""

    width: int
    height: int
    kinds: tuple[WebFiles, ...]

    @property
    def largest(self) -> str:
        """The name of the largest file that every browser reads."""
        return self.kinds[-1].files[-1][1]


def pixels(path: Path) -> tuple[int, int] | None:
    """Width and height from the header; None for what is no picture, for one too large to work
    on, or one whose end is missing."""
    try:
        with _open(path) as image:
            found = _upright(image)
            whole = _has_its_end(path, str(image.format)) and _has_its_parts(path, image)
        fits = min(found) > 0 and found[0] * found[1] <= MOST_PIXELS
        return found if fits and whole else None
    except (OSError, ValueError, TypeError, SyntaxError, Image.DecompressionBombError):
        return None


def size(path: Path) -> tuple[int, int]:
    """Width and height in pixels as it is looked at, from the header alone."""
    with _open(path) as image:
        return _upright(image)


def _upright(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    return (height, width) if _held(image) in ON_ITS_SIDE else (width, height)


def _held(image: Image.Image) -> int:
    """How the camera was held, as far as the header says; asking more would read all pixels."""
    known = image.format != "PNG" or "exif" in image.info
    return int(image.getexif().get(ORIENTATION, 1)) if known else 1


def _open(path: Path) -> Image.Image:
    return Image.open(path, formats=FORMATS)


def _has_its_end(path: Path, kind: str) -> bool:
    """Whether the file ends as its kind does: a copy that broke off has a good header."""
    end, within = ENDS.get(kind, (b"", 0))
    with path.open("rb") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(max(0, length - within))
        return end in file.read()


def _has_its_parts(path: Path, image: Image.Image) -> bool:
    """Whether the parts of a TIFF lie within the file; other kinds have none."""
    if not isinstance(image, TiffImageFile):
        return True
    tags = image.tag_v2
    ends = [
        begin + long
        for begins, lengths in TIFF_PARTS
        for begin, long in zip(tags.get(begins, ()), tags.get(lengths, ()), strict=True)
    ]
    return bool(ends) and max(ends) <= path.stat().st_size


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture, its pixels read. Raises MachineError for one whose header promises more than
    the file holds (a copy that broke off)."""
    try:
        with _open(path) as image:
            # WeasyPrint, once loaded, tells Pillow to fill what is missing with grey.
            held = _held(image)
            lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
            try:
                image.load()
            finally:
                ImageFile.LOAD_TRUNCATED_IMAGES = lenient
            yield _in_srgb(image if held == 1 else ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        if isinstance(error, OSError) and error.errno:
            raise  # of the disk, not of the picture
        raise MachineError("machine.picture", path=path, reason=error) from error


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours that all its files are in, without a profile of its own: one kind
    of file would carry it on, another not. A profile that cannot be read is passed over."""
    profile = image.info.pop("icc_profile", None)
    if not profile or image.mode not in ("RGB", "RGBA"):
        return image
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(given):
            return image
        ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), inPlace=True)
    except (ImageCms.PyCMSError, OSError):
        pass
    return image


def web_plan(path: Path) -> WebPlan:
    """The plan of the picture's files on the site."""
    stat = path.stat()
    return _web_plan(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(4096)
def _web_plan(path: Path, changed: int, length: int) -> WebPlan:
    """For a file as it is now: the preview asks at every save."""
    width, height = size(path)
    mark = digest(path)[:10]
    stem = slug(path.stem) or "picture"
    return WebPlan(
        width,
        height,
        tuple(
            WebFiles(
                kind.media,
                tuple((one, f"{stem}-{one}.{mark}{kind.suffix}") for one in web_widths(width)),
            )
            for kind in KINDS
        ),
    )


def web_widths(width: int) -> tuple[int, ...]:
    """The widths that a picture of that width can fill, its own the last if it is a small one."""
    return (
        *(one for one in WEB_WIDTHS if one < width),
        *((width,) if width <= WEB_WIDTHS[-1] else ()),
    )


def _web_files(path: Path) -> list[tuple[int, Kind, tuple[object, ...]]]:
    mark, widths = digest(path), web_widths(size(path)[0])
    return [(width, kind, ("web", 2, kind, mark, width)) for kind in KINDS for width in widths]


def web_key(path: Path) -> str:
    """What tells the picture's files from all others: its name, its content, how they are made."""
    return hashlib.sha256(repr((web_plan(path), _web_files(path))).encode()).hexdigest()


def web_missing(path: Path, cache: Cache) -> bool:
    """Whether `web_picture` would have to make a file."""
    return not all(cache.path(key, kind.suffix).exists() for _, kind, key in _web_files(path))


def web_picture(path: Path, cache: Cache) -> tuple[Path, ...]:
    """The files of `web_plan`, kind by kind in the same order, made once per content."""
    drawn = _Drawn(path)
    return tuple(
        cache.file(key, kind.suffix, partial(drawn.save, kind, width))
        for width, kind, key in _web_files(path)
    )


def web_file(path: Path, cache: Cache, at: int) -> Path:
    """One file of `web_picture`, by its place among them."""
    width, kind, key = _web_files(path)[at]
    return cache.file(key, kind.suffix, partial(_Drawn(path).save, kind, width))


@dataclass(frozen=True)
class _Drawn:
    """A picture that is opened once for all its files: the smaller ones are made from the largest,
    which most of the work goes into."""

    path: Path

    @cached_property
    def largest(self) -> Image.Image:
        with opened(self.path) as image:
            return _narrowed(_flat(image), web_widths(image.width)[-1])

    @cached_property
    def made(self) -> dict[int, Image.Image]:
        return {}

    def save(self, kind: Kind, width: int, target: Path) -> None:
        if width not in self.made:
            self.made[width] = _narrowed(self.largest, width)
        self.made[width].save(target, kind.media.partition("/")[2].upper(), **dict(kind.options))


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def screen_picture(path: Path, cache: Cache) -> Path:
    """The picture as an RGB JPEG for PDFs that are read on a screen."""
    return cache.file(screen_key(path), ".jpg", _ScreenJpeg(path))


def screen_missing(path: Path, cache: Cache) -> bool:
    """Whether `screen_picture` would have to make the file."""
    return not cache.path(screen_key(path), ".jpg").exists()


def screen_key(path: Path) -> tuple[object, ...]:
    """What the file is made of, and how."""
    return ("screen", 3, digest(path), SCREEN_WIDTH, SCREEN_QUALITY)


@dataclass(frozen=True)
class _ScreenJpeg:
    path: Path

    def __call__(self, target: Path) -> None:
        with opened(self.path) as image:
            rgb = _flat(image)
            rgb.thumbnail((SCREEN_WIDTH, SCREEN_WIDTH), Image.Resampling.LANCZOS)
            rgb.save(target, "JPEG", quality=SCREEN_QUALITY, optimize=True, progressive=True)


def press_picture(path: Path, icc: Path, cache: Cache) -> Path:
    """The picture as a CMYK JPEG: converted from sRGB by the press profile, perceptually."""
    key = ("cmyk", 2, digest(path), digest(icc), PRESS_QUALITY, PRESS_LONGEST)
    return cache.file(key, ".jpg", _Cmyk(path, icc))


@dataclass(frozen=True)
class _Cmyk:
    path: Path
    icc: Path

    def __call__(self, target: Path) -> None:
        with opened(self.path) as image:
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


def prepare(
    paths: Iterable[Path],
    make: Callable[[Path], object],
    workers: int,
    progress: Progress,
) -> None:
    """Fill the cache with several processes; what is asked for later is only looked up."""
    wanted = sorted(set(paths))
    count = min(workers, len(wanted), _at_once(wanted))
    with contextlib.ExitStack() as stack:
        each = stack.enter_context(pool_of(count)).map if count > 1 else map
        for _ in progress.counted(each(make, wanted), len(wanted)):
            pass


def _at_once(paths: Iterable[Path]) -> int:
    """How many of these pictures may be open at a time, if all were as large as the largest."""
    sizes = [found for path in paths if (found := pixels(path))]
    largest = max((width * height for width, height in sizes), default=1)
    return max(1, IN_FLIGHT // largest)
