"""Parts that were set once are kept, by everything that shapes them: a save sets one article anew.

A part's page numbers lie in the layer of furniture and in the contents, so an article that grows
moves the folios of the others without setting them again.
"""

import hashlib
import importlib.metadata
import io
import json
import platform
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.request import url2pathname

from pikepdf import Pdf

from songngu.cache_ import Cache, digest
from songngu.press.overprint_ import overprint_black
from songngu.press.weasyprint_ import ASSET, SetPart, Typesetter, portable, text_engines
from songngu.workers_ import workers as pool_of

# A new number when what this room does to a part changes.
FORM = 3
# Characters of HTML for which a process more is worth its start (measured: 1.2 s against 1.6 s).
WORTH = 50_000
# What shapes a part beside its text; of Pango and HarfBuzz the typesetter knows the versions.
ENGINES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "pyphen", "fonttools", "pikepdf")


@dataclass(frozen=True)
class Setter:
    """Sets HTML texts with one style sheet, each once. `folders` are where files may be read,
    `workers` how many processes a cold run may use."""

    css: str
    folders: tuple[Path, ...]
    cache: Cache
    workers: int = 1

    def one(self, html: str) -> SetPart:
        return self.all((html,))[0]

    def all(self, htmls: Sequence[str]) -> tuple[SetPart, ...]:
        """Every text as a lean part, black overprinting; what is kept is not set again."""
        keys = [self.key(html) for html in htmls]
        found = {key: self._kept(key) for key in keys}
        missing = {key: html for key, html in zip(keys, htmls, strict=True) if not found[key]}
        made = dict(zip(missing, self._set(tuple(missing.values())), strict=True))
        for key, part in made.items():
            self._keep(key, part)
        return tuple(made.get(key) or found[key] for key in keys)  # type: ignore[misc]

    def _set(self, htmls: tuple[str, ...]) -> tuple[SetPart, ...]:
        given = (self.css, self.folders)
        workers = min(self.workers, len(htmls), sum(map(len, htmls)) // WORTH)
        if workers < 2:
            return tuple(_finished(self._typesetter, html) for html in htmls)
        with pool_of(workers, _load, given) as pool:
            return tuple(pool.map(_set_one, htmls))

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(self.css, self.folders)

    @cached_property
    def _shape(self) -> tuple[object, ...]:
        """What all parts share: the look, its files, the engines."""
        versions = tuple(importlib.metadata.version(name) for name in ENGINES)
        engines = (platform.python_version(), *versions, text_engines())
        return (FORM, *engines, portable(self.css, self.folders), self._files(self.css))

    @cached_property
    def _shape_mark(self) -> str:
        return hashlib.sha256(repr(self._shape).encode()).hexdigest()

    def key(self, html: str, *more: str) -> tuple[object, ...]:
        """Everything that shapes what an HTML text becomes; `more` tells what is made of it when
        it is no lean part."""
        shape = (self._shape_mark, portable(html, self.folders), self._files(html))
        return (*(more or ("part",)), *shape)

    def _files(self, text: str) -> tuple[str, ...]:
        """What the files are that a text names. Those of the cache are named by their content."""
        named = sorted(
            set(re.findall(rf"{ASSET}(\d+)/([^\"'()<>\s]+)", portable(text, self.folders)))
        )
        paths = [self.folders[int(at)] / url2pathname(name) for at, name in named]
        return tuple(
            "" if path.is_relative_to(self.cache.folder) or not path.is_file() else digest(path)
            for path in paths
        )

    def _kept(self, key: tuple[object, ...]) -> SetPart | None:
        data = self.cache.read(key, ".part")
        if data is None:
            return None
        head, _, pdf = data.partition(b"\n")
        values = json.loads(head)
        heights = tuple(tuple(one) for one in values.pop("heights"))
        return SetPart(pdf, heights=heights, **values)

    def _keep(self, key: tuple[object, ...], part: SetPart) -> None:
        values = asdict(part)
        pdf = values.pop("pdf")
        self.cache.write(key, ".part", json.dumps(values).encode() + b"\n" + pdf)


def _finished(typesetter: Typesetter, html: str) -> SetPart:
    """A lean part whose black letters overprint."""
    part = typesetter.set(html, uncompressed_pdf=True)
    return replace(part, pdf=overprinting(part.pdf))


def overprinting(data: bytes) -> bytes:
    """The PDF with overprint set where its letters are black alone."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        overprint_black(pdf)
        done = io.BytesIO()
        pdf.save(done, compress_streams=False, deterministic_id=True)
        return done.getvalue()


_LOADED: list[Typesetter] = []


def _load(css: str, folders: tuple[Path, ...]) -> None:
    _LOADED[:] = [Typesetter(css, folders)]


def _set_one(html: str) -> SetPart:
    return _finished(_LOADED[0], html)
