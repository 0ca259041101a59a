"""A copy of the real publication that can be spoilt and put right again."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from songngu.check.terms import Lexicon, lexicon
from songngu.check.text.prose import stretches
from songngu.check.text.repair import HIDDEN
from songngu.diagnostics import Diagnostic
from songngu.model import Issue, Lang, Pair
from songngu.pipeline import Job, examine
from songngu.source.addresses import LIST as ADDRESSES
from songngu.source.publication import read
from tests.support import CHECKOUT

Spot = tuple[str, str, int]


@dataclass
class Tree:
    """The publication below `root`; `pairs` are those that nothing was planted into yet, `known`
    is what its termbase and register name."""

    root: Path
    issue: Issue
    known: Lexicon
    chance: random.Random
    pairs: list[Pair] = field(default_factory=list)
    kept: dict[str, bytes | None] = field(default_factory=dict)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, content: str | bytes | None) -> None:
        """Put other content into a file (None: take it away), keeping what was there, if it was."""
        target = self.root / path
        self.kept.setdefault(path, target.read_bytes() if target.exists() else None)
        if content is None:
            target.unlink()
        else:
            target.write_bytes(content.encode() if isinstance(content, str) else content)

    def put(self, path: str, start: int, end: int, new: str) -> int:
        """Put `new` between two characters of a file; the line on which it begins."""
        text = self.text(path)
        self.write(path, text[:start] + new + text[end:])
        return text.count("\n", 0, start) + 1

    def restore(self) -> None:
        for path, content in self.kept.items():
            if content is None:
                (self.root / path).unlink()
            else:
                (self.root / path).write_bytes(content)
        self.kept.clear()
        self.pairs = list(self.issue.pairs)

    def found(self) -> tuple[Diagnostic, ...]:
        job = Job(root=self.root, out=self.root / "dist", cache=False)
        return examine(job, every_issue=True).diagnostics

    def spots(self) -> set[Spot]:
        return {(one.code, one.place.path, one.place.line) for one in self.found()}

    def in_prose(self, path: str, lang: Lang, pattern: str) -> list[tuple[int, int]]:
        """Where the pattern stands in the body's prose of an article, nothing hidden within it."""
        text = self.text(path)
        body = text.index("\n---\n") + 5
        return [
            (stretch.start + found.start(), stretch.start + found.end())
            for stretch in stretches(path, text, lang)
            for found in re.finditer(pattern, stretch.text)
            if HIDDEN not in found[0] and stretch.start >= body
        ]

    def any_in_prose(self, path: str, lang: Lang, pattern: str) -> tuple[int, int] | None:
        places = self.in_prose(path, lang, pattern)
        return self.chance.choice(places) if places else None


def copy_real(target: Path) -> Tree:
    """The real publication below `target`, without its looks, and before readers know any of its
    addresses."""
    for folder in ("content", "assets/images", "assets/icc", "assets/licences"):
        if (CHECKOUT / folder).is_dir():
            shutil.copytree(CHECKOUT / folder, target / folder)
    (target / ADDRESSES).unlink(missing_ok=True)
    for folder in ("print", "theme"):
        (target / folder).mkdir()
    for file in ("mkdocs.yml", "print/press.yml", "theme/palette.yml"):
        shutil.copyfile(CHECKOUT / file, target / file)
    publication = read(target).value
    assert publication is not None
    issue = publication.newest
    known = lexicon(publication.terms, publication.names, issue.date)
    return Tree(target, issue, known, random.Random(0), list(issue.pairs))


def lines_of(text: str, pattern: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each line (1-based) that the pattern matches at its beginning."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := re.match(pattern, line):
            yield number, found
