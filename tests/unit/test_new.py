"""`new`: both files of an article, good as they are."""

from pathlib import Path

import pytest

from songngu.desk.new import Asked, scaffold
from songngu.model import BlockKind
from tests.support import Publication


@pytest.mark.parametrize("kind", ["article", "interview", "statistics"])
def test_what_is_made_passes_the_check(tmp_path: Path, kind: str) -> None:
    publication = Publication(tmp_path)
    issue = publication.examine().issue
    assert issue is not None
    files = scaffold(Asked(kind, "bai-moi", "dong-song", issue, "tram-do"))
    articles = ["content/vi/so-1/bai-moi.md", "content/en/so-1/bai-moi.md"]
    assert list(files)[:2] == articles
    assert (list(files)[2:] == ["content/series/bai-moi.yml"]) == (kind == "statistics")
    for path, text in files.items():
        publication.write(path, text)
    reading = publication.examine()
    assert reading.diagnostics == ()
    assert reading.issue is not None
    pair = next(pair for pair in reading.issue.pairs if pair.id == "bai-moi")
    assert pair.lead.type == kind and pair.lead.status == "draft" and pair.lead.order == 1
    assert all(row.vi and row.en for row in pair.rows)
    kinds = {row.kind for row in pair.rows}
    assert (
        kinds
        >= {
            "article": {BlockKind.HEADING},
            "interview": {BlockKind.QUESTION, BlockKind.ANSWER},
            "statistics": {BlockKind.SERIES},
        }[kind]
    )
