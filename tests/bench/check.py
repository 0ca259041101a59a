"""How long `check` takes for 1,000 pairs of 800 words a side, against Python-Markdown for the
same text, converted once. The limit is 1.5 times.

Run it: python -m tests.bench.check [PAIRS]. The pairs are the publication's own articles, put
together until they are long enough and written to disk as an issue of 1,000; everything that the
verb does is measured: reading files, YAML, blocks, rows, every check. Both sides run in one
process, batch by batch in turn, and in the processor's time, so that a busy machine slows both; the
ratio is the median of the batches.
"""

import gc
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from markdown import Markdown

from songngu.model import LANGS, Lang
from songngu.pipeline import Job, examine
from songngu.source.articles import split
from songngu.source.publication import read

ROOT = Path(__file__).resolve().parents[2]
PAIRS, BATCH = 1000, 250
WORDS = 800
LIMIT = 1.5
# What may stand once in an article: an id, a footnote, a definition.
ONCE = re.compile(r"\s*\{:?\s*#[\w-]+\s*\}|\[\^[^\]]+\](?::.*)?|^\[[^\]]+\]: .*$", re.M)
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:)[^)]*\)")


@dataclass(frozen=True)
class Result:
    """Seconds of all batches, and the median of their ratios."""

    pairs: int
    words: int
    ours: float
    theirs: float
    ratio: float


def measure(pairs: int = PAIRS, root: Path = ROOT) -> Result:
    """Check and convert `pairs` pairs, in batches taken in turn."""
    texts = [*_pairs(root, min(pairs, BATCH))]
    markdown = Markdown(extensions=["tables", "footnotes", "sane_lists"])
    bodies = [split(text)[1] for both in texts for text in both.values()]
    with tempfile.TemporaryDirectory() as folder:
        job = Job(_publication(root, Path(folder), texts), Path(folder) / "dist")
        found = examine(job).diagnostics
        assert not found, found[:3]
        measured = [
            (_seconds(lambda: examine(job)), _seconds(lambda: _convert(markdown, bodies)))
            for _ in range(max(3, pairs // BATCH))
        ]
    return Result(
        pairs=len(texts) * len(measured),
        words=sum(len(text.split()) for text in bodies) // len(bodies),
        ours=sum(ours for ours, _ in measured),
        theirs=sum(theirs for _, theirs in measured),
        ratio=statistics.median(ours / theirs for ours, theirs in measured),
    )


def _convert(markdown: Markdown, bodies: list[str]) -> None:
    for text in bodies:
        markdown.reset().convert(text)


def _pairs(root: Path, count: int) -> Iterator[dict[Lang, str]]:
    """Both files of each pair: articles one after another until both sides have 800 words."""
    publication = read(root).value
    assert publication is not None
    found = [pair for pair in publication.newest.pairs if pair.complete]
    source = cycle(found)
    for _ in range(count):
        first = next(source)
        texts = {lang: _file(root, first[lang]) for lang in LANGS}
        while min(len(split(text)[1].split()) for text in texts.values()) < WORDS:
            more = next(source)
            for lang in LANGS:
                body = split(_file(root, more[lang]))[1]
                texts[lang] = f"{texts[lang].rstrip()}\n\n{ONCE.sub('', body).strip()}\n"
        yield texts


def _file(root: Path, article: object) -> str:
    """An article as it is on disk, without links that lead to its neighbours."""
    text = (root / article.path).read_text("utf-8")  # type: ignore[attr-defined]
    return LINK.sub(r"\1", text).replace("aliases:", "# aliases:")


def _publication(root: Path, folder: Path, texts: list[dict[Lang, str]]) -> Path:
    """A publication of these pairs; the rest of it is the real one's."""
    publication = read(root).value
    assert publication is not None
    issue = publication.newest.id
    for part in ("assets", "print"):
        (folder / part).symlink_to(root / part)
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(root / "content", folder / "content", ignore=shutil.ignore_patterns("*.md"))
    (folder / "content/addresses.txt").unlink(missing_ok=True)
    for at, both in enumerate(texts):
        for lang in LANGS:
            path = folder / f"content/{lang}/{issue}/bai-{at}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(both[lang], "utf-8", newline="\n")
    return folder


def _seconds(job: Callable[[], object]) -> float:
    gc.collect()
    begin = time.process_time()
    job()
    return time.process_time() - begin


def main() -> int:
    result = measure(int(sys.argv[1]) if sys.argv[1:] else PAIRS)
    print(f"{result.pairs} pairs, {result.words} words a side on average")
    print(f"check            {result.ours:7.2f} s")
    print(f"Python-Markdown  {result.theirs:7.2f} s")
    print(f"ratio            {result.ratio:7.2f}   (limit {LIMIT})")
    return 0 if result.ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
