"""An ignore comment: what it covers, what it never covers, and that no reader meets it."""

from pathlib import Path

import pytest

from songngu import cli
from songngu.figures.written import Figures
from tests.support import Publication, article_of, rendered

VI, EN = "content/vi/so-1/ben.md", "content/en/so-1/ben.md"
FIRST_VI, FIRST_EN = "Bến nằm ở cuối làng,", "The landing lies below the village;"
WORD = "<!-- songngu: ignore number.mismatch because the reader counts otherwise -->"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """With 12 ferries in Vietnamese and 13 in English."""
    one = Publication(tmp_path)
    one.replace(VI, FIRST_VI, f"Bến có 12 con đò, {FIRST_VI}")
    one.replace(EN, FIRST_EN, f"The landing has 13 ferries; {FIRST_EN}")
    return one


def test_without_one_it_is_told(publication: Publication) -> None:
    assert publication.keys() == ["number.mismatch"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (EN, "The landing has", f"{WORD}\nThe landing has"),
        (EN, "The landing has", f"{WORD}\n\nThe landing has"),
        (EN, "a year.", f"a year. {WORD}"),
        (VI, "Bến có 12", f"{WORD}\nBến có 12"),
        (VI, "một năm.", f"một năm. {WORD}"),
    ],
)
def test_above_or_inside_on_either_side(
    publication: Publication, path: str, old: str, new: str
) -> None:
    publication.replace(path, old, new)
    reading = publication.examine()
    assert reading.diagnostics == ()
    assert [one.code for one in reading.ignored] == ["number.mismatch"]


def test_another_block_or_code_is_not_covered(publication: Publication) -> None:
    publication.replace(EN, "## The ferry", f"{WORD}\n## The ferry")
    assert publication.keys() == ["number.mismatch", "source.markdown/ignore-unused"]
    publication.replace(EN, f"{WORD}\n", "")
    publication.replace(
        EN, "The landing has", "<!-- songngu: ignore text.nfc because x -->\nThe landing has"
    )
    assert set(publication.keys()) == {"number.mismatch", "source.markdown/ignore-unused"}


def test_the_front_matter_has_its_own(publication: Publication) -> None:
    publication.replace(
        EN,
        "type: article",
        "# songngu: ignore parity.front-matter because x\ntype: article\norder: 3",
    )
    publication.replace(EN, "The landing has", f"{WORD}\nThe landing has")
    reading = publication.examine()
    assert reading.diagnostics == ()
    assert sorted(one.code for one in reading.ignored) == ["number.mismatch", "parity.front-matter"]


@pytest.mark.parametrize(
    "code", ["source.markdown", "config.invalid", "term.sovereignty", "clearance.stale"]
)
def test_what_is_never_hidden(publication: Publication, code: str) -> None:
    publication.replace(
        EN, "The landing has", WORD.replace("number.mismatch", code) + "\nThe landing has"
    )
    (told,) = (one for one in publication.examine().diagnostics if one.code == "source.markdown")
    assert told.detail in ("ignore-refused", "ignore-unknown")


def test_the_summary_counts_it(
    publication: Publication, capsys: pytest.CaptureFixture[str]
) -> None:
    publication.replace(EN, "The landing has", f"{WORD}\nThe landing has")
    words = ["check", "--root", str(publication.root), "--lang", "en"]
    assert cli.main(words) == cli.OK
    assert "Passed over as asked, with the reason in the article: 1." in capsys.readouterr().out
    assert cli.main([*words, "--format", "json"]) == cli.OK
    assert '"ignored": 1' in capsys.readouterr().out


@pytest.mark.parametrize(
    "body",
    [
        f"{WORD}\nĐò.",
        f"Đò. {WORD}\nBến.",
        f"- Đò {WORD}\n- Bến",
        f"| Đò | Bến |\n| --- | --- |\n| một | hai | {WORD}",
        f"> Đò\n> Bến {WORD}",
        f"## Đò {WORD}",
    ],
)
def test_no_reader_meets_it(tmp_path: Path, body: str) -> None:
    article = article_of(tmp_path, body)
    assert "songngu" not in rendered(article, Figures({}, {})).body
    assert "songngu" not in " ".join(block.text for block in article.blocks)
    assert len(article.blocks) == 1 and len(article.ignores) == 1


def test_in_code_it_is_code(tmp_path: Path) -> None:
    article = article_of(tmp_path, f"```\n{WORD}\n```")
    assert article.ignores == () and "songngu" in rendered(article, Figures({}, {})).body


def test_lines_stay_true(tmp_path: Path) -> None:
    article = article_of(tmp_path, f"Một.\n\n{WORD}\nHai.\n\nBa. {WORD}\n\nBốn.")
    assert [block.line for block in article.blocks] == [7, 10, 12, 14]
    assert [(one.line, one.block) for one in article.ignores] == [(9, 1), (12, 2)]
