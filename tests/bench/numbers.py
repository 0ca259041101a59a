"""How long the numbers of 1,000 pairs take, against Python-Markdown's conversion of the same text.

Run it: python -m tests.bench.numbers. The text is the 2024 issue, repeated until there are 1,000
pairs of 800 words a side; both are measured in one process, each with its caches warm. What is
measured of ours is reading the blocks' text and comparing every row. The limit for all checks
together is 1.5 times the conversion.
"""

import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from markdown import Markdown

from songngu.check.numbers.comparing import differences
from songngu.check.passages import Level, levels
from songngu.model import LANGS, Pair
from songngu.source.publication import read

PAIRS = 1000
WORDS = 800
LIMIT = 1.5


def main() -> int:
    publication = read(Path(__file__).resolve().parents[2]).value
    assert publication is not None
    material = [_material(pair) for pair in publication.newest.pairs if pair.complete]
    chosen = list(_pairs(material))
    words = sum(len(text.split()) for _, texts in chosen for text in texts)
    facts = publication.facts
    ours = _seconds(lambda: [differences(rows, facts) for rows, _ in chosen])
    markdown = Markdown(extensions=["tables", "footnotes", "sane_lists"])
    theirs = _seconds(
        lambda: [markdown.reset().convert(text) for _, texts in chosen for text in texts]
    )
    print(f"{len(chosen)} pairs, {words // len(chosen) // 2} words a side on average")
    print(f"numbers          {ours:7.2f} s")
    print(f"Python-Markdown  {theirs:7.2f} s")
    print(f"ratio            {ours / theirs:7.2f}   (limit {LIMIT} for all checks)")
    return 0 if ours <= LIMIT * theirs else 1


def _material(pair: Pair) -> tuple[tuple[Level, ...], tuple[str, ...]]:
    texts = []
    for lang in LANGS:
        article = pair[lang]
        assert article is not None
        texts.append("\n\n".join(block.text for block in article.blocks))
    return tuple(levels(pair)), tuple(texts)


def _pairs(
    material: list[tuple[tuple[Level, ...], tuple[str, ...]]],
) -> Iterator[tuple[tuple[Level, ...], tuple[str, ...]]]:
    """1,000 pairs, each of as many articles as make 800 words a side."""
    source = cycle(material)
    for _ in range(PAIRS):
        rows: tuple[Level, ...] = ()
        texts = ("", "")
        while min(len(text.split()) for text in texts) < WORDS:
            more, said = next(source)
            rows += more
            texts = (f"{texts[0]}\n\n{said[0]}", f"{texts[1]}\n\n{said[1]}")
        yield rows, texts


def _seconds(job: Callable[[], object]) -> float:
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
