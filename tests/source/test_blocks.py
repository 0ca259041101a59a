"""The cut is the truth: it loses nothing, its lines are true, and it is what is rendered."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings

from songngu.model import Article, Block, BlockKind
from songngu.source.articles import split
from songngu.source.blocks import cut
from songngu.source.files import read_text
from songngu.source.publication import read
from tests.source import dialect
from tests.source.elements import top_level
from tests.support import CHECKOUT, rendered

TAGS = {
    BlockKind.HEADING: {"h1", "h2", "h3", "h4", "h5", "h6"},
    BlockKind.PARAGRAPH: {"p"},
    BlockKind.QUESTION: {"p"},
    BlockKind.ANSWER: {"p"},
    BlockKind.LIST: {"ul", "ol"},
    BlockKind.TABLE: {"table"},
    BlockKind.FIGURE: {"figure"},
    BlockKind.QUOTE: {"blockquote", "p"},
    BlockKind.PULL: {"blockquote"},
    BlockKind.CHART: {"figure", "pre"},
    BlockKind.SERIES: {"figure", "pre"},
    BlockKind.CODE: {"pre"},
    BlockKind.RULE: {"hr"},
}


def article(text: str) -> Article:
    return Article("content/vi/so-1/bai.md", "vi", "article", "dong-song", "Bài", cut(text))


def real_articles() -> Iterator[Article]:
    publication = read(CHECKOUT).value
    assert publication is not None
    for issue in publication.issues:
        for pair in issue.pairs:
            yield from (side for side in (pair.vi, pair.en) if side)


REAL = list(real_articles())


def check_cover(text: str, blocks: tuple[Block, ...], first_line: int = 1) -> None:
    """Every line that is not blank stands in one block, at the line that the block says."""
    lines = text.expandtabs(4).split("\n")
    rest = dict(enumerate(lines, first_line))
    for block in blocks:
        for at, line in enumerate(block.text.split("\n"), block.line):
            assert rest.pop(at) == line
    assert not [line for line in rest.values() if line.strip()]
    assert [block.index for block in blocks] == list(range(len(blocks)))


def check_rendered(one: Article) -> None:
    """Each block is one element of its tag; a note is none."""
    found = rendered(one)
    shown = [block for block in one.blocks if block.kind is not BlockKind.NOTE]
    assert sorted(found.blocks) == [block.index for block in shown]
    for block in shown:
        tags = top_level(found.blocks[block.index])
        assert len(tags) == 1, (block.text, found.blocks[block.index])
        assert tags[0] in TAGS[block.kind], (block.text, found.blocks[block.index])
    assert top_level(found.notes) in ([], ["div"])


@settings(deadline=None, max_examples=120)
@given(text=dialect.document)
def test_a_document_of_the_dialect_is_rendered_as_cut(text: str) -> None:
    one = article(text)
    check_cover(text, one.blocks)
    check_rendered(one)


@settings(deadline=None, max_examples=120)
@given(text=dialect.wild)
@example("#ha\n#tag")
@example("- x\n#tag")
@example("```\n# x\n\n> y\n```")
@example("{#id}")
@example(">")
@example("| a |\n---")
@example("|\n-|\n{#}")
@example("- x\n\n* * *")
@example("- ")
@example("1. \n\nx")
def test_lines_that_look_like_markdown_are_rendered_as_cut(text: str) -> None:
    one = article(text)
    check_cover(text, one.blocks)
    check_rendered(one)


@settings(deadline=None, max_examples=60)
@given(text=dialect.anything)
def test_any_text_is_covered(text: str) -> None:
    check_cover(text, cut(text))


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.path)
def test_a_real_article_is_covered_and_rendered_as_cut(one: Article) -> None:
    text = read_text(CHECKOUT / one.path, CHECKOUT).value
    assert text is not None
    _, body, first_line = split(text)
    check_cover(body, one.blocks, first_line)
    check_rendered(one)


def shapes(text: str) -> list[tuple[str, int, str | None, int, int]]:
    return [(b.kind.value, b.line, b.id, b.extent, b.width) for b in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Một {#mot}", [("heading", 1, "mot", 2, 0)]),
        ("## Một ##", [("heading", 1, None, 2, 0)]),
        ("#Một", [("paragraph", 1, None, 0, 0)]),
        ("chữ\n## Một\nchữ", [("paragraph", 1, None, 0, 0), ("heading", 2, None, 2, 0),
                              ("paragraph", 3, None, 0, 0)]),
        ("\n\nchữ\n{#cho}", [("paragraph", 3, "cho", 0, 0)]),
        ("> lời\n{.pull #loi}", [("pull", 1, "loi", 0, 0)]),
        ("> lời\n> {.pull}", [("pull", 1, None, 0, 0)]),
        ("> lời\n\n> nữa\n\nchữ", [("quote", 1, None, 0, 0), ("paragraph", 5, None, 0, 0)]),
        ("- a\n- b\n    - c\n\n- d\n{#ds}", [("list", 1, "ds", 3, 0)]),
        ("- a\n\n1. b", [("list", 1, None, 1, 0), ("list", 3, None, 1, 0)]),
        ("- a\n\n---", [("list", 1, None, 1, 0), ("rule", 3, None, 0, 0)]),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n{#bang}", [("table", 1, "bang", 2, 2)]),
        ("a | b \\| c\n--- | ---\n`1|2` | 3", [("table", 1, None, 2, 2)]),
        ("| a | b |\n| --- |", [("paragraph", 1, None, 0, 0)]),
        ("![Tranh (nhỏ)](a/b(1).png)", [("figure", 1, None, 0, 0)]),
        ("chữ ![Tranh](a.png)", [("paragraph", 1, None, 0, 0)]),
        ("Hỏi: Gì?\n\n**Đáp:** Đó.", [("question", 1, None, 0, 0), ("answer", 3, None, 0, 0)]),
        ("Q: What?\n\nA: That.", [("question", 1, None, 0, 0), ("answer", 3, None, 0, 0)]),
        ("```chart\nseries: a\n\n\n```\nchữ", [("chart", 1, None, 0, 0),
                                               ("paragraph", 6, None, 0, 0)]),
        ("~~~\n```\n~~~", [("code", 1, None, 0, 0)]),
        ("[^1]: một\n    hai\n\n    ba\nchữ", [("note", 1, None, 0, 0)]),
        ("[a]: b.md\n\n[^1]: một", [("note", 1, None, 0, 0), ("note", 3, None, 0, 0)]),
    ],
)  # fmt: skip
def test_shapes(text: str, expected: list[tuple[str, int, str | None, int, int]]) -> None:
    assert shapes(text) == expected
