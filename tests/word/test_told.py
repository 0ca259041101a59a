"""One folder per thing that a Word file can hold and an article cannot: what is said of it, to the
letter, in both languages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx.document import Document

from songngu.desk.word.intake import take_in
from songngu.desk.word.reading_ import read_docx
from songngu.diagnostics import SEVERITIES, Diagnostic, in_order
from songngu.messages import sentences
from songngu.model import LANGS
from songngu.report import as_text
from tests.word.making import (
    add,
    deleted,
    in_font,
    inserted,
    new,
    run,
    save,
    textbox,
)
from tests.word.support import asked

HERE = Path(__file__).parent
FORMAT = '<w:pPr><w:pPrChange w:id="1" w:author="Lan"><w:pPr/></w:pPrChange></w:pPr>'
OBJECT = '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'
ART = '<w:pict><v:shape><v:textpath string="Chào mừng"/></v:shape></w:pict>'
DRAWN = '<w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{}"/>{}</wp:inline></w:drawing>'
CHART = DRAWN.format("Lượng mưa", "<c:chart/>")
GRAPH = DRAWN.format("Sơ đồ", "<dgm:relIds/>")
EQUATION = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu kín</w:t></w:r>"
SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
LINKED = '<w:drawing><a:blip r:link="{key}"/></w:drawing>'


def change(inside: str) -> Callable[[Document], None]:
    return lambda document: add(document, run("Bến đò ") + inside + run(" cuối làng"))


def plain(inside: str) -> Callable[[Document], None]:
    return lambda document: add(document, run("Bến đò cuối làng ") + f"<w:r>{inside}</w:r>")


def comment(document: Document) -> None:
    paragraph = document.add_paragraph("Bến đò cuối làng")
    document.add_comment(paragraph.runs, text="Xem lại năm", author="Hoa", initials="H")


def header(document: Document) -> None:
    document.add_paragraph("Bến đò")
    document.sections[0].header.paragraphs[0].text = "Làng Gỗ"


def merged(document: Document) -> None:
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Mùa mưa"
    table.cell(1, 0).text, table.cell(1, 1).text = "Đò sớm", "Đò trưa"


def nested(document: Document) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Đò"
    table.cell(0, 1).add_table(1, 2).cell(0, 0).text = "Đò sớm"


def linked(document: Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    key = document.part.relate_to("https://ben.example/a.png", kind, is_external=True)
    add(document, f"<w:r>{LINKED.format(key=key)}</w:r>")


def two_languages(document: Document) -> None:
    rows = [
        ("Tiếng Việt", "English"),
        ("Bến đò nằm ở cuối làng.", "The landing lies below the village."),
    ]
    table = document.add_table(0, 2)
    for row in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = row


def unclear(document: Document) -> None:
    document.add_paragraph("Ben Go 2019")
    two_languages(document)


CASES: dict[str, Callable[[Document], object]] = {
    "docx.change--inserted": change(inserted("mới")),
    "docx.change--deleted": change(deleted("cũ")),
    "docx.change--moved": change(inserted("dời", how="moveTo") + deleted("dời", how="moveFrom")),
    "docx.change--format": lambda document: add(document, FORMAT + run("Bến đò")),
    "docx.comment": comment,
    "docx.legacy": lambda document: add(document, in_font("ViÖt Nam Åd", ".VnTime")),
    "docx.legacy--converted": lambda document: add(document, in_font("ViÖt Nam", ".VnTime")),
    "docx.legacy--looks": lambda document: add(document, run("Céng hoµ x· héi chñ nghÜa")),
    "docx.lost--text-box": lambda document: add(document, textbox("Trong khung") + run("Bến")),
    "docx.lost--object": plain(OBJECT),
    "docx.lost--word-art": plain(ART),
    "docx.lost--chart": plain(CHART),
    "docx.lost--diagram": plain(GRAPH),
    "docx.lost--shape": plain("<w:drawing><wp:inline/></w:drawing>"),
    "docx.lost--equation": change(EQUATION),
    "docx.lost--hidden": change(HIDDEN),
    "docx.lost--symbol": change(SYMBOL),
    "docx.lost--linked-picture": linked,
    "docx.lost--furniture": header,
    "docx.lost--merged": merged,
    "docx.lost--flat": nested,
    "docx.sides": unclear,
    "docx.sides--head": two_languages,
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Diagnostic, ...]]:
    """What each case is told, sorted as it is printed."""
    found = {}
    folder = tmp_path_factory.mktemp("told")
    for case, build in CASES.items():
        document = new()
        build(document)
        manuscript = read_docx(save(document, folder)).value
        assert manuscript is not None
        found[case] = in_order(take_in([manuscript], asked()).diagnostics)
    return found


Told = dict[str, tuple[Diagnostic, ...]]


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case: str, told: Told) -> None:
    for lang in LANGS:
        expected = (HERE / case / f"expected.{lang}.txt").read_text("utf-8")
        assert as_text(told[case], lang) + "\n" == expected


@pytest.mark.parametrize(
    ("case", "content"),
    [("docx.unreadable", b"PK\x03\x04 no package"), ("docx.unreadable--old", bytes.fromhex(
        "d0cf11e0a1b11ae1"))],
)  # fmt: skip
def test_what_cannot_be_opened(case: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bai.docx").write_bytes(content)
    found = read_docx(tmp_path / "bai.docx")
    assert found.value is None
    for lang in LANGS:
        expected = (HERE / case / f"expected.{lang}.txt").read_text("utf-8")
        assert as_text(found.diagnostics, lang) + "\n" == expected


def test_every_sentence_of_the_family_has_a_folder(told: Told) -> None:
    said = {key for key in sentences("vi") if key.startswith("docx.")}
    reached = {one.key for found in told.values() for one in found}
    assert said == reached | {"docx.unreadable", "docx.unreadable/old"}
    folders = {folder.parent.name.partition("--")[0] for folder in HERE.glob("*/expected.vi.txt")}
    codes = {key.partition("/")[0] for key in SEVERITIES if key.startswith("docx.")}
    assert folders == codes


def words_told() -> Iterator[str]:
    """The names of what is lost, as the reader tells them."""
    source = HERE.parent.parent / "songngu/desk/word"
    for path in source.glob("*.py"):
        yield from (part.partition('"')[0] for part in path.read_text("utf-8").split('kind="')[1:])


def test_what_is_lost_has_a_name_in_both_languages() -> None:
    kinds = {*words_told(), "docx-header", "docx-footer", "docx-nested-table"} - {""}
    for lang in LANGS:
        assert {f"word.{kind}" for kind in kinds} <= set(sentences(lang))
