"""The pages of each language, and who makes them: what was made before is taken from the cache, a
few edited texts are set here with the engine's own templates, anything more is the engine's, one
process per language side by side.

Whoever makes a page, its bytes are the same: the view, the frame and the template are.
"""

import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from jinja2 import Environment

import songngu
from songngu.figures.texts_ import Hands, hands
from songngu.model import Lang
from songngu.site import cover
from songngu.site.edition import Edition, Page
from songngu.site.frame import Stand
from songngu.site.made_ import Handed, Keeper, Made
from songngu.site.pages_ import engine, language_pages, write
from songngu.site.search_index import index_files
from songngu.site.searching import Doc
from songngu.site.showing import framed, searched, template_of, view_of

# A start of the engine costs as much as so many pages.
FEW = 60
# What the engine writes of its own accord where a publication asks it to.
UNUSED = "search/search_index.json"
LOST = "404.html"


class EngineFailed(Exception):  # noqa: N818 - it is told as what happened
    """MkDocs gave up: its exit code, and the last it said."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"mkdocs ended with {code}: {reason}")
        self.code, self.reason = code, reason


@dataclass
class Languages:
    """The languages of a site while they are made: what was found, and the engines at work."""

    root: Path
    edition: Edition
    keeper: Keeper
    out: Path
    desk: Path
    kept: Mapping[Lang, dict[str, Made]]
    runs: dict[Lang, subprocess.Popen[bytes]] = field(default_factory=dict)

    def begin(self) -> None:
        """Start an engine for each language of which more than a few texts are missing."""
        missing = {lang: frozenset(self.missing(lang)) for lang in self.edition.pages}
        wanted = [lang for lang in missing if not self.few(lang)]
        if not wanted:
            return
        answer = str(self.desk / "docs-{lang}.json")
        handed = self.desk / "edition"
        handed.write_bytes(pickle.dumps(Handed(self.edition, self.keeper, missing, answer)))
        for lang in wanted:
            self.runs[lang] = _start(self.root, lang, self.out, handed, self.edition)

    def missing(self, lang: Lang) -> dict[str, Page]:
        kept = self.kept[lang]
        return {page.path: page for page in self.edition.every(lang) if page.path not in kept}

    def few(self, lang: Lang) -> bool:
        """Whether only a few texts were edited."""
        missing = self.missing(lang).values()
        return len(missing) <= FEW and all(page.pair is not None for page in missing)

    def ended(self) -> Iterator[Lang]:
        """Each language when all of it lies in the site's folder. Raises EngineFailed."""
        for lang in self.edition.pages:
            if lang in self.runs:
                self._finish(lang)
            else:
                self._set(lang)
            yield lang

    def _finish(self, lang: Lang) -> None:
        running, folder = self.runs[lang], self.out / lang
        code = running.wait()
        if code:
            said = (self.desk / lang).read_text("utf-8", "replace").strip().splitlines()
            raise EngineFailed(code, said[-1] if said else "no message")
        fresh = json.loads((self.desk / f"docs-{lang}.json").read_text("utf-8"))
        (folder / UNUSED).unlink(missing_ok=True)
        write(folder, {f"{path}index.html": made.html for path, made in self.kept[lang].items()})
        self._index(lang, {path: made.doc for path, made in self.kept[lang].items()} | fresh)

    def _set(self, lang: Lang) -> None:
        folder, made = self.out / lang, self.kept[lang]
        maker = _Maker(self.edition, hands(self.keeper.cache), engine(self.root))
        for path, page in self.missing(lang).items():
            made[path] = maker.page(lang, page)
            self.keeper.keep_page(self.edition, lang, page, made[path])
        texts = {f"{path}index.html": one.html for path, one in made.items()}
        others = language_pages(self.root, self.edition, lang, maker.hands.write, self.keeper)
        write(folder, {**texts, **others, LOST: maker.lost(lang)})
        self._index(lang, {path: one.doc for path, one in made.items()})

    def _index(self, lang: Lang, docs: Mapping[str, Doc | None]) -> None:
        """In the order of the pages, whoever made them."""
        every = (docs[page.path] for page in self.edition.every(lang))
        write(self.out / lang, index_files(doc for doc in every if doc))


@contextlib.contextmanager
def languages(root: Path, edition: Edition, keeper: Keeper, out: Path) -> Iterator[Languages]:
    """The languages, begun: while their engines work, there is time for the rest of the site."""
    kept = {
        lang: {
            page.path: made
            for page in edition.every(lang)
            if (made := keeper.page(edition, lang, page))
        }
        for lang in edition.pages
    }
    with tempfile.TemporaryDirectory() as desk:
        found = Languages(root, edition, keeper, out, Path(desk), kept)
        try:
            found.begin()
            yield found
        finally:
            for running in found.runs.values():
                running.kill()
                running.wait()


@dataclass(frozen=True)
class _Maker:
    """Sets a page by itself, without the engine."""

    edition: Edition
    hands: Hands
    theme: Environment

    def page(self, lang: Lang, page: Page) -> Made:
        stand = Stand(self.edition, lang, page.issue, page.path)
        view = view_of(stand, page, self.hands)
        frame = framed(self.edition, stand, page, view)
        html = self.theme.get_template(template_of(page)).render(view=view, frame=frame)
        return Made(html, searched(page, view))

    def lost(self, lang: Lang) -> str:
        view = cover.lost(Stand(self.edition, lang, self.edition.publication.newest, "", True))
        return self.theme.get_template(LOST).render(view=view, frame=view.frame)


def _start(
    root: Path, lang: Lang, out: Path, handed: Path, edition: Edition
) -> subprocess.Popen[bytes]:
    """One language's engine. What it says goes to a file, so that it never waits for a reader."""
    folder = out / lang
    folder.mkdir()
    command = [sys.executable, "-m", "songngu.site.mkdocs_", str(root), lang, str(folder)]
    with handed.open("rb") as given, handed.with_name(lang).open("wb") as said:
        return subprocess.Popen(
            command,
            stdin=given,
            stdout=said,
            stderr=said,
            env=_environment(lang, edition),
        )


def _environment(lang: Lang, edition: Edition) -> dict[str, str]:
    """What the engine must not take from the machine: its clock, its encoding, its order."""
    day = datetime.combine(edition.publication.newest.date, time(), UTC)
    package = str(Path(songngu.__file__).parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "SONGNGU_LOCALE": lang,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(paths),
    }
