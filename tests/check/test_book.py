"""Faults that show only when the book is about to be printed, or is set: the imprint against it."""

from pathlib import Path

import pytest

from songngu.check import imprint
from songngu.cli import main
from songngu.messages import hint, message
from songngu.model import LANGS
from songngu.pipeline import building
from songngu.press.copyfit_note import Copyfit
from songngu.press.interior import Interior
from songngu.progress import Progress
from songngu.source.publication import read
from tests.support import Publication

LINE = "    figures: [mua-2018]\n"
CONFIG = "content/publication.yml"
AT = 12


def with_line(root: Path, key: str, vi: str, en: str) -> Publication:
    """The tiny publication with one imprint line, on line 12 of publication.yml."""
    publication = Publication(root)
    label = f"label: {{vi: {key}, en: {key}}}"
    line = f'      - {{key: {key}, {label}, value: {{vi: "{vi}", en: "{en}"}}}}\n'
    publication.replace(CONFIG, LINE, f"{LINE}    imprint:\n{line}")
    return publication


@pytest.mark.parametrize(
    ("vi", "en", "wrong"),
    [
        ("24 trang", "24 pages", 0),
        ("24 trang ruột + 4 trang bìa", "24 pages + 4 of cover", 0),
        ("28 trang kể cả bìa", "28 pages with the cover", 0),
        ("28 trang", "28 pages", 2),
        ("24 trang", "16 pages", 1),
        ("nhiều trang", "24 pages", 1),
    ],
)
def test_the_imprint_counts_the_pages_that_there_are(
    tmp_path: Path, vi: str, en: str, wrong: int
) -> None:
    """("imprint.conflict/extent")"""
    found = read(with_line(tmp_path, "extent", vi, en).root).value
    assert found is not None
    told = list(imprint.extent(found.newest, 24))
    assert [(one.key, one.place.path, one.place.line) for one in told] == (
        [("imprint.conflict/extent", CONFIG, AT)] * wrong
    )


def test_it_tells_the_number_to_write(tmp_path: Path) -> None:
    found = read(with_line(tmp_path, "extent", "16 trang", "16 pages").root).value
    assert found is not None
    vi, en = imprint.extent(found.newest, 24)
    assert (vi.lang, message(vi, "vi"), hint(vi, "vi")) == (
        "vi",
        "Phần xuất bản (imprint) ghi “16 trang”, nhưng ruột sách có 24 trang.",
        "Ghi 24 vào dòng này ở cả hai ngôn ngữ rồi in lại.",
    )
    assert (en.lang, message(en, "en"), hint(en, "en")) == (
        "en",
        "The imprint says “16 pages”, but the interior has 24 pages.",
        "Write 24 in this line, in both languages, and print again.",
    )


@pytest.fixture
def set_at_once(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A press that sets 24 pages in no time, and fails when it is asked for more than that."""
    asked: list[str] = []

    def set_interior(shop: object, target: Path, progress: Progress) -> Interior:
        asked.append(target.name)
        return Interior(24, Copyfit(100, 33, 0, 0, ()))

    monkeypatch.setattr("songngu.press.delivery.set_interior", set_interior)
    monkeypatch.setattr(building, "prepare", lambda *given: None)
    return asked


@pytest.mark.parametrize("lang", LANGS)
def test_print_stops_at_a_wrong_number_and_keeps_the_last_book(
    tmp_path: Path, set_at_once: list[str], capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    root = with_line(tmp_path, "extent", "16 trang", "16 pages").root
    kept = root / "dist/print/so-1/kept.txt"
    kept.parent.mkdir(parents=True)
    (kept.parent / ".songngu-output").write_text("Songngu\n")
    kept.write_text("the last good one")
    assert main(["print", "--root", str(root), "--lang", lang]) == 3
    told = capsys.readouterr()
    assert told.out.count(f"{CONFIG}:{AT}  imprint.conflict") == 2
    assert "24" in told.out and "Traceback" not in told.out + told.err
    assert set_at_once == ["interior.pdf"]
    assert kept.read_text() == "the last good one"


@pytest.mark.parametrize("value", ["[…]", "...", "TODO", "xxx/GP-XXX", "[tên nhà in]"])
def test_no_book_is_printed_with_a_placeholder(
    tmp_path: Path, set_at_once: list[str], capsys: pytest.CaptureFixture[str], value: str
) -> None:
    """Not even a specimen, which may leave the line out; the check alone lets it be."""
    root = with_line(tmp_path, "printer", value, value).root
    assert main(["check", "--root", str(root)]) == 0
    assert main(["print", "--root", str(root), "--format", "github"]) == 3
    assert set_at_once == []
    assert f"::error file={CONFIG},line={AT}" in capsys.readouterr().out


def test_the_copy_that_asks_for_a_licence_may_hold_one(
    tmp_path: Path, set_at_once: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    publication = with_line(tmp_path, "extent", "… trang", "… pages")
    assert main(["print", "--root", str(publication.root), "--for-licence"]) == 3
    assert set_at_once == ["interior.pdf"], "the line is held against the book all the same"


def test_pdf_x_1a_is_refused_before_any_work(
    tmp_path: Path, set_at_once: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    publication = Publication(tmp_path)
    publication.replace("print/press.yml", "variant: x-4", "variant: x-1a")
    assert main(["print", "--root", str(tmp_path), "--lang", "en"]) == 3
    told = capsys.readouterr().out
    assert "flatten every transparency" in told and "Set variant: x-4" in told
    assert set_at_once == []
