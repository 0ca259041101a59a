"""A good tiny publication, written into a folder of the test's own, to be spoilt one thing a time.

Nothing of it is ever built: its picture is an empty sheet. (The one that is built is
tests/tiny.py.)
"""

import contextlib
import os
import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from songngu.figures.markdown_ import render
from songngu.figures.written import Figures, Rendered
from songngu.model import Article, Fact, Lang, PictureUse, Series
from songngu.pipeline import Job, Reading, examine
from songngu.source.articles import read_article

CHECKOUT = Path(__file__).resolve().parent.parent

PICTURE = "assets/images/ben.png"
NOBODY = 65534
# For what asks a process to copy itself, which workers_._way allows on Linux alone; and both ways
# in which other processes begin.
COPIES = pytest.mark.skipif(
    sys.platform != "linux", reason="not run: only on Linux does a process copy itself"
)
WAYS = (pytest.param("fork", marks=COPIES), "spawn")


def blank_png(width: int, height: int) -> bytes:
    """What a picture of that size begins with; the pixels themselves are left out. The same bytes
    on every machine: signatures of the tests rest on them."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


# Large enough to be printed over two pages.
SHEET = blank_png(5000, 3600)
GOOD = {
    "mkdocs.yml": """\
site_name: Tập san Bến Gỗ
site_url: https://ben-go.example/
docs_dir: content
""",
    "content/publication.yml": """\
name: {vi: Tập san Bến Gỗ, en: Ben Go Review}
publisher: {vi: Nhà Bến Gỗ, en: Ben Go House}
url: https://ben-go.example/
issues:
  - id: so-1
    title: {vi: Số một, en: Number one}
    date: 2019-05-01
    status: specimen
    picture: assets/images/ben.png
    figures: [mua-2018]
    sections:
      - id: dong-song
        title: {vi: Dòng sông, en: The river}
      - id: con-nguoi
        title: {vi: Con người, en: People}
""",
    "content/facts.yml": """\
sources:
  tram-do:
    title: {vi: Trạm đo mưa, en: The rain gauge}
    date: 2019-01-15
facts:
  mua-2018:
    value: 1410.50
    unit: {vi: milimét, en: millimetres}
    label: {vi: Mưa cả năm, en: Rain in the year}
    as_of: 2018-12-31
    source: tram-do
""",
    "content/series/mua.yml": """\
title: {vi: Mưa theo mùa, en: Rain by season}
unit: mm
source: tram-do
as_of: 2018-12-31
key: {vi: Mùa, en: Season}
columns:
  - id: do-duoc
    label: {vi: Đo được, en: Measured}
""",
    "content/series/mua.csv": """\
vi,en,do-duoc
Mùa mưa,Rainy season,1210.5
Mùa khô,Dry season,200
""",
    "content/vi/so-1/ben.md": """\
---
title: Bến đò
type: article
section: dong-song
sources: [tram-do]
---

Bến nằm ở cuối làng, mưa {{ fact:mua-2018 }} một năm.

## Con đò

- Đò sớm
- Đò trưa

```chart
series: mua
```

Xem [người lái](nguoi-lai.md#ten) và ![Bến](../../../assets/images/ben.png).
""",
    "content/en/so-1/ben.md": """\
---
title: The landing
type: article
section: dong-song
sources: [tram-do]
---

The landing lies below the village; it rains {{ fact:mua-2018 }} a year.

## The ferry

- The early one
- The one at noon

```chart
series: mua
```

See [the ferryman](nguoi-lai.md#ten) and ![The landing](../../../assets/images/ben.png).
""",
    "content/vi/so-1/nguoi-lai.md": """\
---
title: Người lái đò
type: interview
section: con-nguoi
---

Hỏi: Ông tên gì?

Đáp: Tên tôi là Gỗ.
{#ten}
""",
    "content/en/so-1/nguoi-lai.md": """\
---
title: The ferryman
type: interview
section: con-nguoi
---

Q: What is your name?

A: My name is Go.
{#ten}
""",
    "assets/images/credits.yml": """\
ben.png:
  credit: {vi: Nhà Bến Gỗ, en: Ben Go House}
  licence: CC BY 4.0
""",
}


class Publication:
    """The tiny publication below `root`; every path is relative to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in GOOD.items():
            self.write(path, text)
        self.write(PICTURE, SHEET)
        (root / "print").mkdir()
        (root / "theme").mkdir()
        for look in ("print/press.yml", "theme/palette.yml"):
            shutil.copyfile(CHECKOUT / look, root / look)
        shutil.copytree(CHECKOUT / "assets/icc", root / "assets/icc")

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, text with LF and in UTF-8."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def replace(self, path: str, old: str, new: str) -> None:
        """Put `new` for `old`, which must be there."""
        text = (self.root / path).read_text("utf-8")
        assert old in text, (path, old)
        self.write(path, text.replace(old, new))

    def lay(self, folder: Path) -> None:
        """Lay the files of a folder over the publication."""
        shutil.copytree(folder, self.root, dirs_exist_ok=True)

    def patch(self, text: str) -> None:
        """Replace lines: a path, then `- old` lines with the `+ new` lines that come for them."""
        path, olds, news = "", [""], [""]
        for line in [*text.splitlines(), ""]:
            if line.startswith("+ "):
                news.append(line[2:])
                continue
            if news[1:]:
                self.replace(path, "\n".join(olds[1:]), "\n".join(news[1:]))
                olds, news = [""], [""]
            if line.startswith("- "):
                olds.append(line[2:])
            elif line:
                path = line

    def delete(self, path: str) -> None:
        (self.root / path).unlink()

    def examine(self, issue: str | None = None) -> Reading:
        """Read and check it as `check` does."""
        job = Job(root=self.root, out=self.root / "dist", issue=issue)
        return examine(job, every_issue=issue is None)

    def keys(self, issue: str | None = None) -> list[str]:
        """The keys of what the check finds."""
        return [one.key for one in self.examine(issue).diagnostics]


@contextlib.contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """As a user who owns nothing: root, who may do everything, puts its rights aside for a while.
    `folder` may be entered, whatever the folders above it allow."""
    if not hasattr(os, "geteuid"):
        # Windows: rights are lists there, which chmod neither takes away nor gives back.
        pytest.skip("not run: Windows has no user whose rights a test can put aside")
    if os.geteuid() != 0:
        yield
        return
    for above in (folder, *folder.parents):
        if above.is_relative_to(tempfile.gettempdir()) and above != Path(tempfile.gettempdir()):
            above.chmod(above.stat().st_mode | 0o055)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


class PlainMedium:
    """Answers the renderer in the plainest way, so that a golden text shows what was asked."""

    def picture(self, use: PictureUse, lang: Lang) -> str:
        return f"<figure>[{use.path}|{use.alt}|{use.caption}]</figure>"

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        return f"/{path}#{anchor}" if path.endswith(".md") else None

    def fact(self, fact: Fact, lang: Lang) -> str | None:
        return f"#source-{fact.source}"

    def chart(self, series: Series, lang: Lang) -> str:
        return f"<figure>[chart {series.id}]</figure>"

    def table(self, series: Series, lang: Lang) -> str:
        return f"<figure>[table {series.id}]</figure>"


def article_text(body: str) -> str:
    """A file with the least front matter; its body begins on line 7."""
    return f"---\ntitle: Bài\ntype: article\nsection: dong-song\n---\n\n{body}"


def article_of(root: Path, body: str, lang: Lang = "vi", name: str = "bai.md") -> Article:
    """An article with that body, as the reader reads it from `root`/content/<lang>/so-1/<name>."""
    path = root / f"content/{lang}/so-1/{name}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(article_text(body).encode())
    article = read_article(path, root, lang).value
    assert article is not None
    return article


def rendered(article: Article, figures: Figures | None = None, prefix: str = "") -> Rendered:
    """The article as HTML, in the plainest medium."""
    return render(article, PlainMedium(), figures or Figures({}, {}), prefix)
