"""image.*: pictures are there, described in both languages, credited, sharp enough to print; maps
are reviewed."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from songngu.check.printed import covering_ppi, pixels_for, printed_size
from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Article, Issue, Lang, Pair
from songngu.source.articles import resolve
from songngu.source.file_names import unfit
from songngu.source.links import is_ours
from songngu.source.publication import CONFIG
from songngu.source.records import CREDITS

# Effective pixels per inch at the printed size: below the first a picture shows its pixels, below
# the second fine lines suffer (press.resolution of the preflight measures the same in the PDF).
LEAST_PPI, GOOD_PPI = 200, 300


@dataclass(frozen=True)
class Use:
    """A picture where it is used. `place` is its part in the book (check/printed.py)."""

    path: str
    file: str
    line: int
    place: str
    lang: Lang | None = None
    pair: str | None = None
    block: int | None = None

    @property
    def written(self) -> str:
        """The path as it is written there: from the file's folder, in publication.yml from the
        root."""
        folder = "" if self.file == CONFIG else posixpath.dirname(self.file)
        return self.path.removeprefix(f"{folder}/")

    def told(self, code: str, detail: str = "", /, **values: object) -> Diagnostic:
        return diagnose(
            code,
            self.file,
            self.line,
            detail,
            lang=self.lang,
            pair=self.pair,
            block=self.block,
            path=self.path,
            **values,
        )


def check(subject: Subject) -> Iterator[Diagnostic]:
    first: dict[str, Use] = {}
    uses = tuple(_uses(subject))
    for use in uses:
        faults = list(_missing(subject, use))
        yield from faults
        if not faults:
            first.setdefault(use.path, use)
    yield from filter(None, map(unfit, first))
    yield from _credits(subject, first)
    yield from _resolutions(subject, [use for use in uses if use.path in first])
    for pair in subject.issue.pairs:
        yield from _descriptions(subject, pair)


def _uses(subject: Subject) -> Iterator[Use]:
    """Every use of a picture in the order of the issue."""
    yield from _configured(subject.issue)
    for pair, article in subject.articles():
        if article.picture:
            picture = article.picture
            yield Use(picture.path, article.path, picture.line, "horizon", article.lang, pair.id)
        for found in subject.references(article):
            if found.kind == "picture":
                path = resolve(article.path, found.target)
                yield Use(
                    path, article.path, found.line, "figure", article.lang, pair.id, found.block
                )


def _configured(issue: Issue) -> Iterator[Use]:
    """The pictures that publication.yml names."""
    if issue.picture:
        yield Use(issue.picture, CONFIG, issue.line_of("picture"), "cover")
    for at, section in enumerate(issue.sections):
        if section.picture:
            line = issue.line_of(f"sections.{at}.picture")
            yield Use(section.picture, CONFIG, line, "opener")


def _missing(subject: Subject, use: Use) -> Iterator[Diagnostic]:
    if "\\" in use.path:
        meant = use.written.replace("\\", "/")
        yield use.told("image.missing", "backslash", found=use.written, meant=meant)
    elif not _there(subject, use.path):
        alike = subject.alike(use.path)
        yield use.told("image.missing", "" if alike in ("", use.path) else "spelt", meant=alike)
    elif subject.pixels(use.path) is None:
        yield use.told("image.missing", "unreadable")


def _there(subject: Subject, path: str) -> bool:
    """A file of the publication. What lies outside its root is never read, let alone published."""
    return is_ours(path) and subject.exists(path)


def _credits(subject: Subject, first: Mapping[str, Use]) -> Iterator[Diagnostic]:
    """Each picture has its entry; a file that is not there is one finding."""
    if CREDITS in subject.publication.unread:
        return
    if first and not subject.exists(CREDITS):
        name = PurePosixPath(next(iter(first))).name
        yield diagnose("image.credit", CREDITS, 1, "no-file", count=len(first), name=name)
        return
    for use in first.values():
        yield from _credit(subject, use)


def _credit(subject: Subject, use: Use) -> Iterator[Diagnostic]:
    """Told once for a picture: where it is used first, or at its entry."""
    known = subject.publication.credits.get(use.path)
    name = PurePosixPath(use.path).name
    if known is None:
        yield use.told("image.credit", name=name)
        return
    if not (known.credit.vi.strip() and known.credit.en.strip()):
        yield diagnose("image.credit", CREDITS, known.line, "blank", name=name, key="credit")
    if not known.licence:
        yield diagnose("image.credit", CREDITS, known.line, "blank", name=name, key="licence")
    if known.map and known.review is None:
        yield diagnose("image.map-unreviewed", CREDITS, known.line, name=name)


def _resolutions(subject: Subject, uses: Iterable[Use]) -> Iterator[Diagnostic]:
    """Each picture at the largest size it is printed in, told once, where it is that large."""
    if subject.profile is None:
        return
    worst: dict[str, tuple[float, Use, tuple[int, int]]] = {}
    by_place = {(use.path, use.place): use for use in reversed(tuple(uses))}
    for use in reversed(by_place.values()):
        size = subject.pixels(use.path)
        if size is None:
            continue
        printed = printed_size(subject.profile, use.place)
        ppi = covering_ppi(size, printed)
        if use.path not in worst or ppi < worst[use.path][0]:
            worst[use.path] = (ppi, use, pixels_for(printed, GOOD_PPI))
    for ppi, use, needed in worst.values():
        if ppi < GOOD_PPI:
            width, height = subject.pixels(use.path) or (0, 0)
            yield use.told(
                "image.resolution",
                "low" if ppi >= LEAST_PPI else "",
                found=int(ppi),
                least=LEAST_PPI if ppi < LEAST_PPI else GOOD_PPI,
                size=f"{width} × {height}",
                meant=" × ".join(str(side) for side in needed if side),
            )


# --- alternative text -------------------------------------------------------------------------


def _descriptions(subject: Subject, pair: Pair) -> Iterator[Diagnostic]:
    """What is said of a picture to those who do not see it, in both languages and in words."""
    for article in (pair.vi, pair.en):
        if article is not None:
            for path, alt, line, block in _described(subject, article):
                if detail := _no_description(alt, path):
                    yield _alt(article, pair, line, block, detail, path, alt)
    if pair.vi is None or pair.en is None:
        return
    for (path, alt, *_), (other, same, line, block) in _side_by_side(subject, pair):
        if path == other and alt == same and _is_sentence(alt) and not _no_description(alt, path):
            yield _alt(pair.en, pair, line, block, "same", path, alt)


Described = tuple[str, str, int, int | None]


def _described(subject: Subject, article: Article) -> Iterator[Described]:
    """Path, alternative text, line and block of each picture of an article."""
    if article.picture:
        picture = article.picture
        line = article.lines.get("picture.alt", picture.line)
        yield picture.path, picture.alt, line, None
    for found in subject.references(article):
        if found.kind == "picture":
            yield resolve(article.path, found.target), found.text, found.line, found.block


def _side_by_side(subject: Subject, pair: Pair) -> Iterator[tuple[Described, Described]]:
    """The pictures that stand beside each other: of the front matter, and of each row."""
    left, right = (
        {(one[3], one[0]): one for one in _described(subject, article)}
        for article in (pair.vi, pair.en)
        if article is not None
    )
    rows = {row.vi.index: row.en.index for row in pair.rows if row.vi and row.en}
    for (block, path), one in left.items():
        beside = right.get((None if block is None else rows.get(block), path))
        if beside:
            yield one, beside


def _no_description(alt: str, path: str) -> str:
    """Why these words describe nothing; empty when they do."""
    name = PurePosixPath(path)
    if not alt.strip():
        return "empty"
    folded = alt.strip().lower().replace(" ", "-").replace("_", "-")
    return "file-name" if folded in (name.name.lower(), name.stem.lower()) else ""


def _is_sentence(alt: str) -> bool:
    """Whether the words could be told in another language: a name alone could not."""
    return any(word[:1].islower() for word in alt.split())


def _alt(
    article: Article,
    pair: Pair,
    line: int,
    block: int | None,
    detail: str,
    path: str,
    alt: str,
) -> Diagnostic:
    return diagnose(
        "image.alt",
        article.path,
        line,
        detail,
        lang=article.lang,
        pair=pair.id,
        block=block,
        path=path,
        found=alt,
    )
