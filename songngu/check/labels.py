"""Figures beside the name of a known one: fact.shadowed for the same figure written out,
number.mismatch for another.

Only what is plain is told. The label must stand in the sentence word for word (without what it
says in brackets), the figure must be the nearest one to it and of the same unit, and nothing may
say that it is rounded ("gần", "nearly") or of another year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from songngu.check.numbers.comparing import fact_text
from songngu.check.numbers.quantity import Quantity
from songngu.check.numbers.reading import read
from songngu.check.numbers.separators import write
from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Article, Block, BlockKind, Lang, Pair, Publication, Series
from songngu.source.links import FACT

_SPOKEN = (
    BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.PULL, BlockKind.QUESTION,
    BlockKind.ANSWER, BlockKind.NOTE,
)  # fmt: skip
# A figure that is told is written in digits.
_DIGIT = re.compile("[0-9]")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CLAUSE_END = re.compile(
    r"(?<=[.!?…])[\s”’)*]+(?=[^\W\d_a-z]|[“(*])|;|\n(?=[ \t>]*(?:[-*+]|\d+[.)])[ \t])"
)
# Words before a figure that say it is not exact; and a label shorter than this names too little.
_ABOUT = re.compile(
    r"(?:gần|hơn|khoảng|trên|dưới|xấp xỉ|ngót|nearly|over|about|some|around|almost|more than"
    r"|less than|under|approximately)\s*$",
    re.I,
)
SHORTEST_LABEL = 6
# Characters between a label and its figure.
NEAR = 48
# A figure of another size is another figure, no slip of the pen.
SLIP = (Decimal("0.5"), Decimal(2))


@dataclass(frozen=True)
class Known:
    """A figure that the publication knows: what it is called (`label` to find it in a text) and
    how it is written."""

    id: str
    name: str
    label: str
    written: str
    detail: str
    year: int


def check(subject: Subject) -> Iterator[Diagnostic]:
    facts = {lang: _facts(subject.publication, lang) for lang in LANGS}
    for pair, article in subject.articles():
        blocks = [one for one in article.blocks if one.kind in _SPOKEN and _DIGIT.search(one.text)]
        said = "\n".join(block.text for block in blocks).lower()
        known = (*facts[article.lang], *_cells(subject, article))
        named = [one for one in known if one.label in said]
        for block in blocks if named else ():
            yield from _in_block(pair, article, block, named)


def _facts(publication: Publication, lang: Lang) -> list[Known]:
    return [
        Known(
            fact.id,
            fact.label[lang],
            _bare(fact.label[lang]),
            fact_text(fact, lang),
            "fact",
            fact.as_of.year,
        )
        for fact in publication.facts.values()
        if len(_bare(fact.label[lang])) >= SHORTEST_LABEL
    ]


def _cells(subject: Subject, article: Article) -> Iterator[Known]:
    """The values of the series of one column that the article shows, by their rows’ labels."""
    known = subject.publication.series
    shown = {one.target for one in subject.references(article) if one.kind == "series"}
    for id in sorted(shown & known.keys()):
        series = known[id]
        if len(series.columns) == 1:
            yield from _rows(series, article.lang)


def _rows(series: Series, lang: Lang) -> Iterator[Known]:
    for row in series.rows:
        label, value = _bare(row.label[lang]), row.values[0] if row.values else None
        if value is not None and len(label) >= SHORTEST_LABEL:
            text = write(value, lang)
            unit = series.unit[lang]
            written = unit.replace("{}", text) if "{}" in unit else f"{text} {unit}".strip()
            year = series.as_of.year
            yield Known(series.id, row.label[lang], label, written, "series", year)


def _bare(label: str) -> str:
    return _BRACKETS.sub("", label).strip().lower()


def _in_block(
    pair: Pair, article: Article, block: Block, known: list[Known]
) -> Iterator[Diagnostic]:
    for start, sentence in _sentences(block.text):
        for one in known:
            found = _beside(sentence, one, article.lang)
            if found is None:
                continue
            figure, same = found
            line = block.line + block.text.count("\n", 0, start + figure.start)
            code, detail = ("fact.shadowed", "") if same else ("number.mismatch", one.detail)
            if same and one.detail == "series":
                continue
            yield diagnose(
                code,
                article.path,
                line,
                detail,
                lang=article.lang,
                pair=pair.id,
                block=block.index,
                found=" ".join(figure.text.split()),
                id=one.id,
                label=one.name,
                **({} if same else {"expected": one.written.replace("\u00a0", " ")}),
            )


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for end in (*_CLAUSE_END.finditer(text), None):
        yield at, text[at : end.start() if end else len(text)]
        at = end.end() if end else at


def _beside(sentence: str, known: Known, lang: Lang) -> tuple[Quantity, bool] | None:
    """The figure that stands for the known one in this clause, and whether it is the same."""
    at = sentence.lower().find(known.label)
    if at < 0 or any(found[1] == known.id for found in FACT.finditer(sentence)):
        return None
    wanted = next(iter(read(known.written, lang)), None)
    figures = read(sentence, lang)
    if wanted is None or _other_year(figures, known):
        return None
    end = at + len(known.label)
    outside = [one for one in figures if one.end <= at or one.start >= end]
    nearest = min(outside, key=lambda one: _gap(one, at, end), default=None)
    if nearest is None or _gap(nearest, at, end) > NEAR or nearest.fault:
        return None
    if nearest.key == wanted.key:
        return nearest, True
    slipped = _slip(nearest, wanted, sentence) and _same_unit(nearest, wanted, known, sentence)
    return (nearest, False) if slipped else None


def _gap(one: Quantity, start: int, end: int) -> int:
    return start - one.end if one.end <= start else one.start - end


def _other_year(figures: list[Quantity], known: Known) -> bool:
    years = {one.key[1] for one in figures if one.key[0] in ("year", "date")}
    return bool(years) and known.year not in years


def _slip(found: Quantity, wanted: Quantity, sentence: str) -> bool:
    """Whether a figure is meant for another one and misses it."""
    if found.key[0] != "n" or wanted.key[0] != "n":
        return False
    one, other = found.value, wanted.value
    if not one or not other or not SLIP[0] <= one / other <= SLIP[1]:
        return False
    return not _ABOUT.search(sentence[: found.start]) and not _rounded(one, other)


def _same_unit(found: Quantity, wanted: Quantity, known: Known, sentence: str) -> bool:
    """The same unit of measure, or the word that the known figure counts."""
    counted = known.written.partition(wanted.text)[2].strip().lower()
    follows = sentence[found.end :].lower().lstrip()
    return found.unit == wanted.unit and bool(
        found.unit or (counted and follows.startswith(counted))
    )


def _rounded(one: Decimal, other: Decimal) -> bool:
    """Whether `one` is `other` with fewer digits."""
    digits = len(one.normalize().as_tuple().digits)
    return digits < len(other.normalize().as_tuple().digits) and (
        abs(one - other) <= abs(other) * Decimal(5).scaleb(-digits)
    )
