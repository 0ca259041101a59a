"""Parts that were set once are kept, by everything that shapes them: a save sets one article anew.

A part's page numbers lie in the layer of furniture and in the contents, so an article that grows
moves the folios of the others without setting them again. The pictures of a lean part and the
fonts of a tagged one are files of their own beside it, each once, however many parts show it.
"""

import functools
import gc
import hashlib
import importlib.metadata
import json
import platform
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, partial
from itertools import count
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.request import url2pathname

from songngu.cache_ import Cache, digest
from songngu.press import copyfitting, shared_fonts_
from songngu.press.libraries_ import loaded
from songngu.press.pdf_writer_ import whole
from songngu.press.weasyprint_ import (
    ASSET,
    SetPart,
    Typesetter,
    load,
    portable,
    text_engines,
)
from songngu.progress import SILENT, Progress
from songngu.workers_ import workers as pool_of

R = TypeVar("R")
# A new number when what this room does to a part changes.
FORM = 7
# Characters of HTML for which a process more is worth its start (measured: 1.2 s against 1.6 s).
WORTH = 50_000
# A process looks for garbage after so many texts: the engine leaves circles of boxes, and to look
# for them all the while takes a fifth of its time.
SWEEP = 8
# The kind of file that what parts leave out is kept as: pictures, fonts.
LEFT_OUT = ".left-out"
# What shapes a part beside its text; of Pango and HarfBuzz the typesetter knows the versions.
ENGINES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "pyphen", "fonttools", "pikepdf")
# The files of this house that shape a tagged part.
TAGGED = ("shared_fonts_.py", "tag_notes_.py", "tagging_.py")
# How a text is set: as a lean part, black overprinting; so and at the step of copyfitting that
# suits it; as a tagged part without its fonts; without tags and fonts, as what is laid over pages.
Way = Literal["part", "fitted", "tagged", "folios"]


class Crew:
    """Up to `workers` processes that set side by side. They begin when there is enough to do, and
    end with the context."""

    def __init__(self, workers: int, progress: Progress = SILENT) -> None:
        self.workers, self.progress = workers, progress
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def wake(self) -> None:
        """One of them loads the engine, which takes as long as most of what is done before the
        first text is known."""
        if self.workers > 1 and not loaded():
            self._called().submit(_awake)

    def called(self, htmls: Sequence[str]) -> tuple[ProcessPoolExecutor | None, bool]:
        """The processes, if they are there or worth their start for these texts; and whether the
        texts are worth all of them."""
        worth = min(self.workers, len(htmls), sum(map(len, htmls)) // WORTH) >= 2
        return (self._called() if worth else self._pool), worth

    def apart(self, work: Callable[..., R], *given: Any) -> R:
        """What comes of some work, done in a process if there are any: what it takes of memory,
        this one need not keep, nor who is copied from it."""
        return self._pool.submit(work, *given).result() if self._pool else work(*given)

    def _called(self) -> ProcessPoolExecutor:
        self._pool = self._pool or pool_of(self.workers, _ready, copies=True)
        return self._pool


@dataclass(frozen=True)
class Setter:
    """Sets HTML texts with one style sheet, each once. `folders` are where files may be read."""

    css: str
    folders: tuple[Path, ...]
    cache: Cache
    crew: Crew = field(default_factory=lambda: Crew(1))

    def one(self, html: str, way: Way = "part") -> SetPart:
        return self.all((html,), way)[0]

    def all(self, htmls: Sequence[str], way: Way = "part") -> tuple[SetPart, ...]:
        """Every text as a part of that kind; what is kept is not set again."""
        return self.begun(htmls, way)()

    def begun(self, htmls: Sequence[str], way: Way = "part") -> Callable[[], tuple[SetPart, ...]]:
        """As `all`, the crew at work already when this returns; what it returns waits for the
        parts."""
        keys = [self.key(html, way) for html in htmls]
        found = {key: self._kept(key) for key in keys}
        missing = {key: html for key, html in zip(keys, htmls, strict=True) if not found[key]}
        under_way = self._set(tuple(missing.values()), way)

        def ended() -> tuple[SetPart, ...]:
            wanted = tuple(missing)
            for at, part in self.crew.progress.counted(under_way, len(wanted)):
                self._keep(wanted[at], part)
                found[wanted[at]] = part
            return tuple(found[key] for key in keys)  # type: ignore[misc]  # none is missing now

        return ended

    def _set(self, htmls: tuple[str, ...], way: Way) -> Iterable[tuple[int, SetPart]]:
        """Each with its place, as they come. The longest are begun first, so that no process is
        left with a long one at the end."""
        pool, worth = self.crew.called(htmls)
        if pool is None:
            return enumerate(_made(self._typesetter, self.cache, html, way) for html in htmls)
        order = sorted(range(len(htmls)), key=lambda at: -len(htmls[at]))
        given = (self.css, self.folders, self.cache, way)
        begun = {
            pool.submit(_set_some, given, [htmls[at] for at in job]): job
            for job in ([[at] for at in order] if worth else [order])
        }
        return (
            came
            for done in as_completed([*begun])
            for came in zip(begun.pop(done), done.result(), strict=True)
        )

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

    def key(self, html: str, way: Way = "part") -> tuple[object, ...]:
        """Everything that shapes what an HTML text becomes."""
        shape = (self._shape_mark, portable(html, self.folders), self._files(html))
        return (way, *_forms(way), *shape)

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
        files = tuple(values.pop("files"))
        if not all(map(self._has, files)):
            return None
        return SetPart(pdf, heights=heights, files=files, **values)

    def _keep(self, key: tuple[object, ...], part: SetPart) -> None:
        values = asdict(part)
        pdf = values.pop("pdf")
        self.cache.write(key, ".part", json.dumps(values).encode() + b"\n" + pdf)

    def _has(self, mark: str) -> bool:
        if mark not in self._whole and self.cache.held((LEFT_OUT, mark), LEFT_OUT):
            self._whole.add(mark)
        return mark in self._whole

    @cached_property
    def _whole(self) -> set[str]:
        """The files that were found undamaged."""
        return set()

    def file(self, mark: str) -> Path:
        """The file of what a part leaves out."""
        return self.cache.path((LEFT_OUT, mark), LEFT_OUT)

    def fonts(self, asked: Mapping[str, shared_fonts_.Font]) -> bytes:
        """The fonts that tagged parts ask for, as a file of their own (shared_fonts_.cut)."""
        key = ("fonts", *_forms("tagged"), self._shape_mark, repr(asked))
        data = self.cache.read(key, ".fonts")
        if data is None:
            load()
            data = shared_fonts_.cut(asked, self.file)
            self.cache.write(key, ".fonts", data)
        return data

    def complete(self, html: str) -> SetPart:
        """One text as a part with its pictures, for who does not join it to others."""
        part = self.one(html)
        return replace(part, pdf=whole(part.pdf, self.file), files=())


def _made(typesetter: Typesetter, cache: Cache, html: str, way: Way) -> SetPart:
    """A part whose pictures, or fonts, are kept."""
    keep = partial(_keep_file, cache)
    if way == "tagged":
        # It loads pikepdf: a tenth of a second that the interior shall not wait for.
        from songngu.press.tagging_ import finish

        part = typesetter.set_tagged(html, keep)
        return replace(part, pdf=finish(part.pdf))
    if way == "folios":
        return typesetter.set_unlettered(html, keep)
    step: copyfitting.Step = 0
    if way == "fitted" and copyfitting.is_fitted(html):
        step, laid = copyfitting.fitted(lambda one: typesetter.lay(copyfitting.at_step(html, one)))
    else:
        laid = typesetter.lay(html)
    return replace(laid.lean(keep), step=step)


def _keep_file(cache: Cache, data: bytes) -> str:
    mark = hashlib.sha256(data).hexdigest()

    def write(path: Path) -> None:
        path.write_bytes(data)

    cache.file((LEFT_OUT, mark), LEFT_OUT, write)
    return mark


@functools.cache
def _forms(way: Way) -> tuple[str, ...]:
    """What this house does to parts of a kind, beside what it does to all."""
    if way in ("tagged", "folios"):
        return tuple(digest(Path(__file__).with_name(name)) for name in TAGGED)
    return (str(copyfitting.FORM),) if way == "fitted" else ()


# What a process has loaded, and how many texts it has set.
_LOADED: dict[str, Typesetter] = {}
_DONE = count(1)


def _ready() -> None:
    """What a process of the crew does first. Fonts want to be put away before the engine goes."""
    gc.disable()
    Finalize(None, _LOADED.clear, exitpriority=0)


def _awake() -> None:
    """Load the engine, and what it takes its own style from."""
    Typesetter("", ())


def _set_some(
    given: tuple[str, tuple[Path, ...], Cache, Way], htmls: Sequence[str]
) -> list[SetPart]:
    css, folders, cache, way = given
    if css not in _LOADED:
        _LOADED[css] = Typesetter(css, folders)
        gc.freeze()
    return [_swept(_made(_LOADED[css], cache, html, way)) for html in htmls]


def _swept(part: SetPart) -> SetPart:
    if not next(_DONE) % SWEEP:
        gc.collect()
    return part
