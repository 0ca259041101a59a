"""More than any article is, which no folder need hold: told at its line, and never rendered."""

from pathlib import Path

import pytest

from songngu.source import bounds
from tests.support import Publication, article_text

ARTICLE = "content/vi/so-1/ben.md"
WORD = "chữ "


@pytest.mark.parametrize(
    ("body", "key", "line"),
    [
        ("\n\n".join([WORD * 5_000] * 21), "source.markdown/too-long", 7),
        (
            "\n\n".join(["a"] * (bounds.MOST_BLOCKS + 1)),
            "source.markdown/too-many",
            7 + 2 * bounds.MOST_BLOCKS,
        ),
        ("a\n\n" + WORD * 16_000, "source.markdown/block-too-long", 9),
        ("a\n\n" + "[" * 21, "source.markdown/too-deep", 9),
        ("a\n\n" + "[a](" * 21, "source.markdown/too-deep", 9),
        ("a\n\n|" + "a|" * 101 + "\n|" + "-|" * 101, "source.markdown/too-wide", 9),
        ("- a\n" + " " * 84 + "- b", "source.markdown/too-deep", 7),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("source") else "",
)
def test_more_than_can_be_carried(tmp_path: Path, body: str, key: str, line: int) -> None:
    publication = Publication(tmp_path)
    publication.write(ARTICLE, article_text(body))
    (found,) = publication.examine().diagnostics
    assert (found.key, found.place.line) == (key, line)
    assert found.place.path == ARTICLE


@pytest.mark.parametrize(
    "body",
    [
        "[a](b.md)" * 30 + "1) [a, b] (c)",
        "```\n" + "[" * 99 + "\n```",
        "\n".join("    " * level + "- a" for level in range(12)),
    ],
)
def test_what_editors_write_is_within(tmp_path: Path, body: str) -> None:
    publication = Publication(tmp_path)
    publication.write(ARTICLE, article_text(body))
    assert "source.markdown" not in {one.code for one in publication.examine().diagnostics}
