"""A publication of as many pairs as wanted, made of the checkout's own articles, for measuring."""

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

from songngu.model import LANGS

CHECKOUT = Path(__file__).resolve().parents[2]
COPIED = ("theme", "print", "assets/images", "assets/icc", "mkdocs.yml")
WORDS = 800


def make(target: Path, pairs: int) -> Path:
    """The newest issue with `pairs` articles of about 800 words a side: each begins as one of the
    real ones and goes on with the paragraphs of those after it, under a title of its own."""
    for name in COPIED:
        _copy(CHECKOUT / name, target / name)
    for path in sorted((CHECKOUT / "content").glob("*.*")):
        _copy(path, target / "content" / path.name)
    _copy(CHECKOUT / "content/series", target / "content/series")
    (target / "content/addresses.txt").unlink(missing_ok=True)
    for lang in LANGS:
        folder = next(one for one in sorted((CHECKOUT / "content" / lang).iterdir()))
        texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
        for at in range(pairs):
            path = target / "content" / lang / folder.name / f"bai-{at:04}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_article(texts, at), "utf-8", newline="\n")
    return target


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _article(texts: list[str], at: int) -> str:
    front, _, body = texts[at % len(texts)].removeprefix("---\n").partition("\n---\n")
    front = re.sub(r"(?m)^title: *[\"']?(.*?)[\"']?$", rf'title: "\1 ({at})"', front)
    front = re.sub(r"(?m)^(aliases|order):.*\n?", "", front)
    words = len(body.split())
    for more in islice(cycle(texts), at + 1, at + 1 + len(texts)):
        if words >= WORDS:
            break
        plain = more.removeprefix("---\n").partition("\n---\n")[2]
        body += "\n\n" + "\n\n".join(filter(_plain, re.split(r"\n{2,}", plain)))
        words = len(body.split())
    return f"---\n{front}\n---\n{_unlinked(body)}"


def _plain(block: str) -> bool:
    """A paragraph that may stand in any article: no heading, id, turn, note, figure or fence."""
    return not re.search(r"[#{}\[\]|`>]|^(Hỏi|Đáp|Q|A):|^\s*[-*\d]", block, re.M)


def _unlinked(body: str) -> str:
    return re.sub(r"(?<!!)\[([^\]^]+)\]\([^)]*\.md[^)]*\)", r"\1", body)
