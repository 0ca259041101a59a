"""An issue of any size, made of the sample's own paragraphs, tables, pictures and charts.

Each pair has some 800 words a side, an opening picture, a picture in the text, a table and, every
fourth time, a chart. Two issues of the same size are the same bytes.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

import yaml

from songngu.cache_ import FOLDER, SPARE
from songngu.check import Subject, terms
from songngu.model import LANGS, BlockKind, Issue, Lang, Pair, Publication, Row
from songngu.source.publication import read

CHECKOUT = Path(__file__).resolve().parents[2]
ID = "2031"
NAME = {"vi": "Ấn phẩm đo", "en": "Measured review"}
# The article that is edited.
EDITED = f"content/vi/{ID}/bai-003.md"
# What stays of the cache in a cold run: pictures, cards, charts, fonts and their sums.
WARM = frozenset((".webp", ".avif", ".jpg", ".png", ".ttf", ".woff2", ".svg", ".sum"))
WORDS = 800
SECTIONS = 5
CHART_EVERY = 4
# What stands alone in a paragraph: no links, notes or pictures, which need their article.
BOUND = ("](", "[^", "![", "<", "{#")
TABLE: dict[Lang, str] = {
    "vi": """\
| Tháng | Chuyến | Khách |
|---|---:|---:|
| Một | 120 | 1.250 |
| Hai | 98 | 2.400 |""",
    "en": """\
| Month | Trips | Guests |
|---|---:|---:|
| One | 120 | 1,250 |
| Two | 98 | 2,400 |""",
}
SAID: dict[Lang, tuple[str, str, str]] = {
    "vi": ("Bài", "Ảnh", "Một bài để đo, như mọi bài khác trong số này."),
    "en": ("Article", "Picture", "An article to measure by, like all others of this issue."),
}


@dataclass(frozen=True)
class Material:
    """What articles are made of: paragraphs in both languages, pictures, ids of series."""

    rows: tuple[Row, ...]
    pictures: tuple[str, ...]
    series: tuple[str, ...]


def make(root: Path, pairs: int) -> None:
    """Write a publication with one issue of so many pairs into the folder `root`."""
    found = read(CHECKOUT).value
    assert found is not None
    material = _material(found, found.newest)
    for folder in ("theme", "print", "assets/icc", "assets/images", "content/series"):
        _copy(folder, root)
    for file in ("content/facts.yml", "content/termbase.csv", "content/names.yml"):
        if (CHECKOUT / file).is_file():
            shutil.copyfile(CHECKOUT / file, root / file)
    settings = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    # publication.yml says what they are.
    settings = re.sub(r"(?m)^site_(name|url):.*\n", "", settings)
    settings = re.sub(r", site_name: [^}]*", "", settings)
    _write(root / "mkdocs.yml", f"site_name: {NAME['vi']}\n{settings}")
    said = yaml.safe_dump(_publication(found), allow_unicode=True)
    _write(root / "content/publication.yml", said)
    rows = cycle(material.rows)
    for number in range(pairs):
        chosen = tuple(_enough(rows))
        for lang in LANGS:
            path = root / f"content/{lang}/{ID}/bai-{number:03}.md"
            _write(path, article(material, chosen, number, lang))


class Issues:
    """Made issues below one folder, by their number of pairs: each is made when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getitem__(self, pairs: int) -> Path:
        root = self.folder / str(pairs)
        if not root.is_dir():
            make(root, pairs)
        return root


def article(material: Material, rows: tuple[Row, ...], number: int, lang: Lang) -> str:
    """One side of a pair."""
    said = SAID[lang]
    picture = "../../../" + material.pictures[number % len(material.pictures)]
    inside = "../../../" + material.pictures[(number + 1) % len(material.pictures)]
    head = {
        "title": f"{said[0]} {number + 1}",
        "type": "article",
        "section": f"phan-{number % SECTIONS + 1}",
        "order": number,
        "standfirst": said[2],
        "picture": {"src": picture, "alt": f"{said[1]} {number + 1}", "caption": said[1]},
    }
    parts = [text_of(row, lang) for row in rows]
    parts.insert(3, f"## {said[0]}")
    parts.insert(5, f"![{said[1]}]({inside})")
    parts.append(TABLE[lang])
    if number % CHART_EVERY == 0:
        series = material.series[number // CHART_EVERY % len(material.series)]
        parts.append(f"```chart\nseries: {series}\n```")
    front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\n" + "\n\n".join(parts) + "\n"


def unmade(root: Path) -> None:
    """Take away all that was made, but for pictures, charts and fonts: what they cost is told
    beside."""
    for path in _made(root):
        if path.suffix not in WARM:
            path.unlink()
    for folder in ("dist", f"{FOLDER}/cache/{SPARE}"):
        shutil.rmtree(root / folder, ignore_errors=True)


def lend(root: Path, other: Path) -> None:
    """Pictures, charts and fonts that were made for `root` need not be made for `other` again."""
    for path in _made(root):
        if path.suffix in WARM and SPARE not in path.parts:
            target = other / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def _made(root: Path) -> list[Path]:
    return [path for path in (root / FOLDER / "cache").rglob("*") if path.is_file()]


def edit(root: Path, word: str = "Thêm.") -> None:
    """A word more in one paragraph of the made issue."""
    path = root / EDITED
    front, mark, body = path.read_text("utf-8").partition("\n---\n\n")
    first, blank, rest = body.partition("\n\n")
    _write(path, f"{front}{mark}{first} {word}{blank}{rest}")


def text_of(row: Row, lang: Lang) -> str:
    block = row[lang]
    assert block is not None
    return block.text


def _material(publication: Publication, issue: Issue) -> Material:
    rows = _clean(publication, issue, [(pair, row) for pair in issue.pairs for row in pair.rows])
    pictures = sorted(
        {side.picture.path for pair in issue.pairs for side in (pair.vi,) if side and side.picture}
    )
    return Material(rows, tuple(pictures), tuple(sorted(publication.series)))


def _clean(publication: Publication, issue: Issue, rows: list[tuple[Pair, Row]]) -> tuple[Row, ...]:
    """The rows that can stand alone: none that leans on a term spelt out before it."""
    lone = {str(at): row for at, (_, row) in enumerate(rows) if _alone(row)}
    pairs = tuple(_only(rows[int(name)][0], name, row) for name, row in lone.items())
    subject = Subject(publication, replace(issue, pairs=pairs), lambda path: True)
    told = {one.pair for one in terms.check(subject)}
    return tuple(row for name, row in lone.items() if name not in told)


def _only(pair: Pair, name: str, row: Row) -> Pair:
    """A pair of this one row."""
    assert pair.vi and pair.en and row.vi and row.en
    vi, en = replace(pair.vi, blocks=(row.vi,)), replace(pair.en, blocks=(row.en,))
    return Pair(name, vi, en, (row,))


def _alone(row: Row) -> bool:
    return row.kind is BlockKind.PARAGRAPH and all(
        (block := row[lang]) is not None and not any(mark in block.text for mark in BOUND)
        for lang in LANGS
    )


def _enough(rows: Iterator[Row]) -> Iterator[Row]:
    """Paragraphs until there are as many words as an article has."""
    words = 0
    while words < WORDS:
        row = next(rows)
        words += len(text_of(row, "en").split())
        yield row


def _publication(found: Publication) -> dict[str, object]:
    sections = [
        {"id": f"phan-{at + 1}", "title": {"vi": f"Phần {at + 1}", "en": f"Part {at + 1}"},
         "picture": one.picture}
        for at, one in enumerate(found.newest.sections[:SECTIONS])
    ]  # fmt: skip
    issue = {
        "id": ID,
        "title": {"vi": "Số đo", "en": "Measured"},
        "date": found.newest.date.isoformat(),
        "status": "specimen",
        "picture": found.newest.picture,
        "sections": sections,
    }
    return {
        "name": NAME,
        "publisher": {"vi": "Nhà đo", "en": "Measuring house"},
        "url": "https://measured.example/",
        "issues": [issue],
    }


def _copy(folder: str, root: Path) -> None:
    shutil.copytree(
        CHECKOUT / folder,
        root / folder,
        ignore=shutil.ignore_patterns("__pycache__"),
        dirs_exist_ok=True,
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
