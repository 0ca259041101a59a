"""What a Word file becomes: golden Markdown, and a pair that passes the check."""

from pathlib import Path

from docx.document import Document

from songngu.cli import main
from tests.support import Publication
from tests.word.making import (
    add,
    dot,
    footnotes,
    in_font,
    item,
    link,
    new,
    note,
    numbered,
    run,
    save,
)
from tests.word.support import body, taken_in

TEXT = """\
Bến nằm **ở cuối** *làng*.

## Con đò

Đò sớm[^1] và [đò trưa](https://ben.example/a%28b%29).[^2]

- Sớm
- Trưa
    - Trưa hè

1. Lên
2. Xuống

Điều 1. Phạm vi

Điều 2. Đối tượng

- Một
- Hai
    - Ba

1. Chèo
2. Neo

2019\\. năm \\* đầu\\_tiên \\[một\\]

\\# không phải đề mục

### Giá đò

> Qua sông lụy đò.

| Mùa | Giá\\|đồng |
| --- | --- |
| Mưa | 1.210,5 |

![Chiếc đò](../../../assets/images/so-1/bai-moi-1.png "Đò ở bến ”Gỗ”")

[^1]: Năm giờ.

[^2]: Mười một giờ.
"""


def rich() -> Document:
    document = new()
    document.add_heading("Bến đò: làng Gỗ", 0)
    document.add_paragraph("Một chuyến đò", style="Subtitle")
    paragraph = document.add_paragraph("Bến nằm ")
    paragraph.add_run("ở ").bold = True
    paragraph.add_run("cuối ").bold = True
    paragraph.add_run("làng").italic = True
    paragraph.add_run(".")
    document.add_heading("Con đò", 1)
    footnotes(document, ["Năm giờ.", "Mười một giờ."])
    where = link(document, "đò trưa", "https://ben.example/a(b)")
    add(document, run("Đò sớm") + note(1) + run(" và ") + where + run(".") + note(2))
    for text, style in (("Sớm", "List Bullet"), ("Trưa", "List Bullet"),
                        ("Trưa hè", "List Bullet 2"), ("Lên", "List Number"),
                        ("Xuống", "List Number")):  # fmt: skip
        document.add_paragraph(text, style=style)
    articles = numbered(document, "Điều %1.")
    item(document, articles, "Phạm vi")
    item(document, articles, "Đối tượng")
    for text in ("- Một", "– Hai", "+ Ba", "1. Chèo", "2. Neo", "2019. năm * đầu_tiên [một]",
                 "# không phải đề mục"):  # fmt: skip
        document.add_paragraph(text)
    document.add_paragraph().add_run("Giá đò").bold = True
    document.add_paragraph("Qua sông lụy đò.", style="Quote")
    table = document.add_table(2, 2)
    for at, text in enumerate(("Mùa", "Giá|đồng", "Mưa", "1.210,5")):
        table.cell(at // 2, at % 2).text = text
    document.add_picture(dot())
    document.inline_shapes[0]._inline.docPr.set("descr", "Chiếc đò")
    document.add_paragraph('Đò ở bến "Gỗ"', style="Caption")
    return document


def test_everything_that_departments_send(tmp_path: Path) -> None:
    intake = taken_in(tmp_path, rich())
    assert intake.diagnostics == ()
    assert body(intake, "vi") == TEXT
    head = str(intake.files["content/vi/so-1/bai-moi.md"]).partition("\n---\n")[0]
    assert 'title: "Bến đò: làng Gỗ"\n' in head and "standfirst: Một chuyến đò\n" in head
    assert intake.files["assets/images/so-1/bai-moi-1.png"] == dot().getvalue()
    assert intake.credits == ("so-1/bai-moi-1.png",)


def test_legacy_letters_become_unicode(tmp_path: Path) -> None:
    document = new()
    add(document, in_font("Céng hoµ x· héi chñ nghÜa ViÖt Nam", ".VnTime"))
    add(document, in_font("§éc lËp", ".VnTimeH"))
    add(document, in_font("Coäng ho", "VNI-Times") + in_font("øa ÑOÄC LAÄP", "VNI-Times"))
    add(document, in_font("Việt Nam 2019", ".VnTime"))
    intake = taken_in(tmp_path, document)
    assert body(intake, "vi").split("\n\n") == [
        "Cộng hoà xã hội chủ nghĩa Việt Nam",
        "ĐỘC LẬP",
        "Cộng hòa ĐỘC LẬP",
        "Việt Nam 2019\n",
    ]
    assert [one.key for one in intake.diagnostics] == ["docx.legacy/converted"] * 3


def side(words: tuple[str, ...], colour: int = 0) -> Document:
    title, first, heading, one, two, cell, said = words
    document = new()
    document.add_heading(title, 1)
    document.add_paragraph(first)
    document.add_heading(heading, 2)
    document.add_paragraph(one, style="List Bullet")
    document.add_paragraph(two, style="List Bullet")
    table = document.add_table(2, 2)
    for at, text in enumerate((cell, "2018", cell, "1200")):
        table.cell(at // 2, at % 2).text = text
    document.add_picture(dot(colour))
    footnotes(document, [said])
    add(document, run(first) + note(1))
    return document


VI = ("Bến đò", "Bến nằm ở cuối làng.", "Con đò", "Đò sớm", "Đò trưa", "Mưa", "Trạm đo mưa.")
EN = ("The landing", "The landing lies below the village.", "The ferry", "The early one",
      "The one at noon", "Rain", "The rain gauge.")  # fmt: skip


def test_two_files_make_a_pair_that_passes(tmp_path: Path) -> None:
    """Through the door; in the wrong order, too: the words tell the languages."""
    publication = Publication(tmp_path / "root")
    vi, en = save(side(VI), tmp_path, "vi.docx"), save(side(EN), tmp_path, "en.docx")
    call = ["new", "article", "bai-moi", "--root", str(publication.root), "--from"]
    assert main([*call, str(en), str(vi)]) == 0
    reading = publication.examine()
    assert [one.code for one in reading.diagnostics if not one.code.startswith("image.")] == []
    assert reading.issue
    pair = next(pair for pair in reading.issue.pairs if pair.id == "bai-moi")
    assert pair.vi and pair.en and (pair.vi.title, pair.en.title) == ("Bến đò", "The landing")
    assert all(row.vi and row.en for row in pair.rows)
    credits = (publication.root / "assets/images/credits.yml").read_text("utf-8")
    assert credits.startswith("ben.png:") and '"so-1/bai-moi-1.png":' in credits
    assert main([*call, str(vi), str(en)]) == 2, "nothing is written over"


def test_a_table_of_two_languages_makes_a_pair(tmp_path: Path) -> None:
    document = new()
    rows = [("English", "Tiếng Việt"), (EN[0], VI[0]), (EN[1], VI[1]), (EN[5], VI[5])]
    table = document.add_table(0, 2)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = ""
            cell.paragraphs[0].add_run(text).bold = text in (EN[0], VI[0])
    document.add_paragraph("Làng nằm ở dưới bến sông này.")
    intake = taken_in(tmp_path, document)
    assert body(intake, "vi") == f"{VI[1]}\n\n{VI[5]}\n\nLàng nằm ở dưới bến sông này.\n"
    assert body(intake, "en") == f"{EN[1]}\n\n{EN[5]}\n"
    assert "title: Bến đò\n" in str(intake.files["content/vi/so-1/bai-moi.md"])
    assert "title: The landing\n" in str(intake.files["content/en/so-1/bai-moi.md"])


def test_one_file_leaves_the_other_side_to_be_translated(tmp_path: Path) -> None:
    intake = taken_in(tmp_path, side(EN))
    assert "title: The landing\n" in str(intake.files["content/en/so-1/bai-moi.md"])
    assert "title: Tiêu đề bài\n" in str(intake.files["content/vi/so-1/bai-moi.md"])


def test_what_is_not_settled_is_not_brought_in(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "root")
    document = new()
    add(document, '<w:ins w:id="1" w:author="Lan">' + run("Bến đò") + "</w:ins>")
    path = save(document, tmp_path)
    call = ["new", "article", "bai-moi", "--root", str(publication.root), "--from", str(path)]
    assert main(call) == 3
    assert not (publication.root / "content/vi/so-1/bai-moi.md").exists()


def test_a_picture_that_only_word_draws_is_told(tmp_path: Path) -> None:
    document = new()
    document.add_picture(dot())
    shape = next(one for one in document.part.rels.values() if one.reltype.endswith("/image"))
    shape.target_part._partname = type(shape.target_part.partname)("/word/media/image1.emf")
    intake = taken_in(tmp_path, document)
    assert [one.key for one in intake.diagnostics] == ["docx.lost"]
    assert intake.diagnostics[0].values["text"] == "image1.emf"
    assert intake.credits == ()


def test_from_takes_one_or_two_files_that_exist(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "root")
    path = str(save(side(VI), tmp_path))
    call = ["new", "article", "bai-moi", "--root", str(publication.root), "--from"]
    assert main([*call, path, path, path]) == 2
    assert main([*call, str(tmp_path / "khong-co.docx")]) == 2
    assert main([*call, str(Path(__file__))]) == 3, "a file that is no Word file"
    assert not (publication.root / "content/vi/so-1/bai-moi.md").exists()


def test_the_rest_of_the_credits_stays_to_the_byte(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "root")
    path = publication.root / "assets/images/credits.yml"
    before = path.read_bytes().replace(b"\n", b"\r\n").rstrip()
    path.write_bytes(before)
    document = str(save(side(VI), tmp_path))
    call = ["new", "article", "bai-moi", "--root", str(publication.root), "--from", document]
    assert main(call) == 0
    after = path.read_bytes()
    assert after.startswith(before + b'\r\n"so-1/bai-moi-1.png":\r\n')
    assert after.count(b"\n") == after.count(b"\r\n")
