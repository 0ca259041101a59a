"""How bad input is put into the good tiny publication: each returns what plants it."""

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from tests.support import GOOD, PICTURE, Publication, article_text

VI, EN = "content/vi/so-1/ben.md", "content/en/so-1/ben.md"
CONFIG = "content/publication.yml"
Plant = Callable[[Publication], object]


@dataclass(frozen=True)
class Case:
    """Bad input, what it gets, and where.

    `gets` is the key of a sentence of the check; with none the input is carried, and `so` says
    what becomes of it. `at` is `path:line`.
    """

    what: str
    plant: Plant
    gets: str = ""
    at: str = ""
    so: str = ""


def put(path: str, content: str | bytes) -> Plant:
    """A whole file."""
    return lambda publication: publication.write(path, content)


def swap(path: str, old: str, new: str) -> Plant:
    """Some words of a good file."""
    return lambda publication: publication.replace(path, old, new)


def within(new: str) -> Plant:
    """In the Vietnamese article, before the last paragraph's first word; line 19."""
    return swap(VI, "Xem ", f"{new} Xem ")


def body(text: str) -> Plant:
    """The text of the article, in both languages; it begins on line 7."""

    def plant(publication: Publication) -> None:
        for path in (VI, EN):
            publication.write(path, article_text(text))

    return plant


def named(name: str | bytes) -> Plant:
    """A good pair under a name of its own."""

    def plant(publication: Publication) -> None:
        for lang in ("vi", "en"):
            text = GOOD[f"content/{lang}/so-1/nguoi-lai.md"]
            publication.write(f"content/{lang}/so-1/{os.fsdecode(name)}", text)

    return plant


def beside(vi: str, en: str) -> Plant:
    """A pair whose two files are named differently."""

    def plant(publication: Publication) -> None:
        for lang, name in (("vi", vi), ("en", en)):
            text = GOOD[f"content/{lang}/so-1/nguoi-lai.md"]
            publication.write(f"content/{lang}/so-1/{name}", text)

    return plant


def called(name: str) -> Plant:
    """The picture under a name of its own, wherever it is used."""

    def plant(publication: Publication) -> None:
        picture = publication.root / PICTURE
        picture.rename(picture.with_name(name))
        for path in (CONFIG, VI, EN, "assets/images/credits.yml"):
            publication.replace(path, "ben.png", name)

    return plant


def link(path: str, target: str) -> Plant:
    """A symbolic link in the place of a file or folder; `../` leads out of the publication."""

    def plant(publication: Publication) -> None:
        place = publication.root / path
        if place.is_dir():
            shutil.move(place, publication.root.parent / "outside")
        elif place.exists():
            place.rename(publication.root.parent / "outside")
        place.symlink_to(target)

    return plant


def pipe(path: str) -> Plant:
    """A named pipe: whoever opens it waits for ever."""

    def plant(publication: Publication) -> None:
        (publication.root / path).unlink(missing_ok=True)
        os.mkfifo(publication.root / path)

    return plant


def sparse(path: str, size: int) -> Plant:
    """A file that claims to be very large."""

    def plant(publication: Publication) -> None:
        with (publication.root / path).open("r+b") as handle:
            handle.truncate(size)

    return plant


def saved(form: str, size: tuple[int, int] = (300, 200), **options: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "white").save(made, form, **options)
    return made.getvalue()


def picture(content: bytes) -> Plant:
    """The one picture of the publication, which is the cover's too."""
    return put(PICTURE, content)


def broken_off(form: str, part: float = 0.5) -> Plant:
    """A picture whose copy broke off."""

    def plant(publication: Publication) -> None:
        whole = saved(form)
        publication.write(PICTURE, whole[: int(len(whole) * part)])

    return plant


def turned(publication: Publication) -> None:
    """A photograph whose camera was held upright: its pixels lie on their side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    publication.write(PICTURE, saved("JPEG", (200, 300), exif=exif))
