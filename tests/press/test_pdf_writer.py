"""Parts become one file: objects renumbered, equal ones once, pictures put back."""

import io
from pathlib import Path

import pikepdf
import pydyf
import pytest

from songngu.press.lean_ import PICTURE, finish
from songngu.press.pdf_writer_ import PdfWriter, text, whole

# Four bytes as they are.
PIXELS = b"\x03four\x80"


def part(*pages: bytes, picture: bytes = b"pixels", font: bytes = b"program") -> bytes:
    """A part as the engine would write it; every page shows the picture and one letter."""
    pdf = pydyf.PDF()
    image = pydyf.Stream(
        [picture], {"Type": "/XObject", "Subtype": "/Image", "Filter": "/RunLengthDecode"}
    )
    program = pydyf.Stream([font], {"Length1": len(font)})
    pdf.add_object(image)
    pdf.add_object(program)
    descriptor = pydyf.Dictionary({"Type": "/FontDescriptor", "FontFile2": program.reference})
    pdf.add_object(descriptor)
    inner = pydyf.Dictionary({"Type": "/Font", "FontDescriptor": descriptor.reference})
    pdf.add_object(inner)
    told = {"Type": "/Font", "BaseFont": b"/SAMETA+Serif", "DescendantFonts": [inner.reference]}
    outer = pydyf.Dictionary({**told, "DescendantFonts": pydyf.Array([inner.reference])})
    pdf.add_object(outer)
    fonts = pydyf.Dictionary({"f0": outer.reference})
    pdf.add_object(fonts)
    for code in pages:
        stream = pydyf.Stream([b"/i0 Do", b"/f0 9 Tf", code])
        stream._resources = {
            "XObject": {"i0": image.reference},
            "Font": fonts.reference,
            "ExtGState": pydyf.Dictionary(),
        }
        pdf.add_object(stream)
        box = pydyf.Array([0, 0, 10.5, 20])
        pdf.add_page(
            pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": box,
                              "Contents": stream.reference})
        )  # fmt: skip
    pdf.info["Producer"] = pydyf.String("engine")
    finish(pdf, lambda data: data.decode())
    made = io.BytesIO()
    pdf.write(made)
    return made.getvalue()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    (tmp_path / "pixels").write_bytes(PIXELS)
    return tmp_path


def bound(folder: Path, *parts: bytes) -> Path:
    target = folder / "bound.pdf"
    with target.open("wb") as file:
        pdf = PdfWriter(file, lambda mark: folder / mark)
        for one in parts:
            for form in pdf.forms(one):
                said = pdf.add({}, b"/P0 Do")
                pdf.page({"MediaBox": [0, 0, 10.5, 20], "Contents": said,
                          "Resources": {"XObject": {"P0": form}}})  # fmt: skip
        pdf.end({"Lang": text("vi")}, {"Title": text("Bến (đò)")})
    return target


def test_pages_become_forms_of_one_file(picture: Path) -> None:
    with pikepdf.open(bound(picture, part(b"1 0 0 1 k", b"2 w"), part(b"3 w"))) as pdf:
        assert pdf.check_pdf_syntax() == []
        drawn = [page.Resources.XObject.P0 for page in pdf.pages]
        assert [one.read_bytes().split(b"\n")[-1] for one in drawn] == [
            b"1 0 0 1 k",
            b"2 w",
            b"3 w",
        ]
        assert [float(side) for side in drawn[2].BBox] == [0, 0, 10.5, 20]
        assert str(pdf.docinfo["/Title"]) == "Bến (đò)" and str(pdf.Root.Lang) == "vi"
        assert len({page.Contents.objgen for page in pdf.pages}) == 1, "equal contents are one"


def test_equal_fonts_and_pictures_are_one(picture: Path) -> None:
    other = part(b"2 w", font=b"another program")
    with pikepdf.open(bound(picture, part(b"1 w"), part(b"2 w"), other)) as pdf:
        forms = [page.Resources.XObject.P0.Resources for page in pdf.pages]
        assert len({one.XObject.i0.objgen for one in forms}) == 1
        first, second, third = (one.Font.f0 for one in forms)
        assert first.objgen == second.objgen != third.objgen


def test_a_subset_is_named_by_its_content(picture: Path) -> None:
    """The engine's tags ignore content; a printer's system goes by them."""
    other = part(b"2 w", font=b"another program")
    with pikepdf.open(bound(picture, part(b"1 w"), other)) as pdf:
        fonts = [page.Resources.XObject.P0.Resources.Font.f0 for page in pdf.pages]
        names = [str(font.BaseFont) for font in fonts]
        assert len(set(names)) == 2 and all(name.endswith("+Serif") for name in names)
        for name, font in zip(names, fonts, strict=True):
            inner = font.DescendantFonts[0]
            assert str(inner.BaseFont) == str(inner.FontDescriptor.FontName) == name


def test_pictures_that_were_left_out_are_put_back(picture: Path) -> None:
    lean = part(b"1 w")
    assert PICTURE.encode() in lean
    for done in (bound(picture, lean), io.BytesIO(whole(lean, lambda mark: picture / mark))):
        with pikepdf.open(done) as pdf:
            assert pdf.check_pdf_syntax() == []
            images = [
                one
                for one in pdf.objects
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
            ]
            assert [one.read_raw_bytes() for one in images] == [PIXELS]
            assert PICTURE not in images[0]


def test_same_parts_same_bytes_and_another_part_another_mark(picture: Path) -> None:
    def ends(*parts: bytes) -> bytes:
        return bound(picture, *parts).read_bytes().rpartition(b"/ID")[2]

    assert ends(part(b"1 w")) == ends(part(b"1 w")) != ends(part(b"2 w"))


def test_a_page_is_never_one_with_an_equal_page(picture: Path) -> None:
    with pikepdf.open(bound(picture, part(b"1 w"), part(b"1 w"))) as pdf:
        assert len({page.objgen for page in pdf.pages}) == len(pdf.pages) == 2
