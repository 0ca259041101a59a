"""The real issue in the layouts that are not its own: some minutes of work, so `test --audit` alone
does it. The issue's own layout is judged by every run of the suite (tests/press, tests/preflight).
"""

import json
from pathlib import Path

import pikepdf
import pytest

from songngu.model import LANGS, Issue, Layout
from tests.conftest import call_songngu
from tests.press.pages import Book
from tests.press.test_interior import opening

pytestmark = pytest.mark.audit
OTHERS = [layout for layout in Layout if layout is not Layout.FACING]


@pytest.fixture(scope="module", params=OTHERS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp(request.param)
    done = call_songngu("print", "--layout", request.param, "--out", out)
    assert done.returncode == 0, done.stderr
    return next((out / "print").iterdir())


def test_every_entry_of_the_contents_is_true(folder: Path, issue: Issue) -> None:
    book = Book(folder / "interior.pdf")
    contents = {lang: book.text(page) for lang, page in zip(LANGS, (3, 4), strict=True)}
    for pair in issue.in_order:
        for lang in LANGS:
            article = pair[lang]
            assert article is not None
            title = " ".join(article.title.split())
            assert f"{opening(book, pair, lang)} {title}" in contents[lang]


def test_the_preflight_finds_nothing(folder: Path) -> None:
    told = json.loads((folder / "preflight.json").read_text("utf-8"))
    assert told["diagnostics"] == []


@pytest.mark.parametrize("name", ["interior", "cover"])
def test_the_files_are_sound(folder: Path, name: str) -> None:
    """What `qpdf --check` says, by its library."""
    with pikepdf.open(folder / f"{name}.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
