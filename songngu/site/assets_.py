"""The files that pages share: pictures, fonts, style, script. Named by their content, so that a
host may keep them for ever and a changed file is never mistaken for the old one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from songngu.cache_ import Cache
from songngu.figures.fonts_ import web_fonts
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import (
    WebPlan,
    prepare,
    web_key,
    web_missing,
    web_picture,
    web_plan,
)
from songngu.model import LANGS, Publication
from songngu.progress import Progress
from songngu.site.addresses import ASSETS
from songngu.site.edition import Furniture
from songngu.site.folder_ import Folder
from songngu.site.stylesheet import stylesheet
from songngu.source.articles import pictures_shown
from songngu.source.links import is_ours
from songngu.source.slugs import slug
from songngu.workers_ import cores

# Reads what search_index.py writes, and so stands beside it.
WORKER = Path(__file__).with_name("search-worker.js")
NAME = attrgetter("name")
# The faces that the first screen needs: the rest may come when it is wanted.
FIRST = {("Be Vietnam Pro", 800, False), ("Source Serif 4", 400, False)}


def furnish(root: Path, cache: Cache) -> tuple[Furniture, Mapping[str, bytes]]:
    """What every page uses, and the files by their names below assets/."""
    files: dict[str, bytes] = {}
    fonts = {}
    for face, path in web_fonts(cache).items():
        data = path.read_bytes()
        fonts[face] = f"fonts/{_named(slug(face.name), '.woff2', data)}"
        files[fonts[face]] = data
    theme = root / "theme"
    # By names: the paths of Windows know no capitals, and would stand in another order.
    styles = [one.read_text("utf-8") for one in sorted((theme / "styles").glob("*.css"), key=NAME)]
    scripts = [one.read_text("utf-8") for one in sorted((theme / "scripts").glob("*.js"), key=NAME)]
    names = []
    for stem, ending, text in (
        ("site", ".css", stylesheet(read_palette(root), fonts, styles)),
        ("site", ".js", "\n".join(scripts)),
        ("mark", ".svg", (theme / "mark.svg").read_text("utf-8")),
        ("search/worker", ".js", WORKER.read_text("utf-8")),
    ):
        data = text.encode()
        names.append(_named(stem, ending, data))
        files[names[-1]] = data
    first = tuple(
        name for face, name in fonts.items() if (face.family, face.weight, face.italic) in FIRST
    )
    return Furniture(names[0], names[1], names[2], first, names[3]), files


def _named(stem: str, ending: str, data: bytes) -> str:
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}{ending}"


def plan_pictures(root: Path, publication: Publication) -> Mapping[str, WebPlan]:
    """Every picture that a page shows and that is there, by its path relative to the root."""
    wanted: set[str] = set()
    for issue in publication.issues:
        wanted |= {issue.picture, *(section.picture for section in issue.sections)}
        articles = [article for pair in issue.pairs for lang in LANGS if (article := pair[lang])]
        wanted |= {use.path for article in articles for use in pictures_shown(article)}
    return {path: web_plan(root / path) for path in sorted(wanted) if _is_picture(root, path)}


def _is_picture(root: Path, path: str) -> bool:
    """Only pictures of the publication itself: a path that leads outside is not one."""
    if not path or not is_ours(path):
        return False
    whole = (root / path).resolve()
    return whole.is_relative_to(root.resolve()) and whole.is_file()


@dataclass(frozen=True)
class _Make:
    """Fills the cache with one picture's files, in whatever process it runs."""

    cache: Cache

    def __call__(self, path: Path) -> object:
        return web_picture(path, self.cache)


def write_assets(
    root: Path,
    plans: Mapping[str, WebPlan],
    files: Mapping[str, bytes],
    cache: Cache,
    folder: Folder,
    progress: Progress,
) -> None:
    """Everything below assets/ of the site's folder."""
    folder.write({ASSETS + name: data for name, data in files.items()})
    keys = {path: web_key(root / path) for path in plans}
    left = [path for path in plans if not folder.takes(keys[path])]
    if cache.enabled:
        missing = [root / path for path in left if web_missing(root / path, cache)]
        prepare(missing, _Make(cache), cores(), progress)
    for path in left:
        names = [ASSETS + name for kind in plans[path].kinds for _, name in kind.files]
        made = web_picture(root / path, cache)
        folder.copy(dict(zip(names, made, strict=True)), keys[path])
