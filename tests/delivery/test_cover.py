"""The cover as a finished file: boxes, plates, bare strips, the bond with its interior."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from songngu.geometry import points
from songngu.model import Bilingual, Imprint, ImprintLine
from songngu.press.cover import set_cover, stale, wrap_of
from songngu.press.workshop import Workshop
from tests.delivery.conftest import fake_interior, workshop
from tests.press.pages import colour_operators, image_spaces

PAGES = 96


@pytest.fixture(scope="session")
def pair(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, Path, Path]:
    """A workshop, an interior and its cover."""
    shop, folder = workshop(tiny), tmp_path_factory.mktemp("cover")
    interior = fake_interior(folder / "interior.pdf", shop.profile, PAGES)
    set_cover(shop, interior, PAGES, folder / "cover.pdf")
    return shop, interior, folder / "cover.pdf"


def white(page: pypdfium2.PdfPage, left: float, right: float) -> bool:
    """Whether a page is white paper between two distances (mm) from the sheet's left edge, inside
    the trim."""
    scale = 2
    image = page.render(scale=scale).to_pil().convert("L")
    height = image.height
    strip = image.crop((int(points(left) * scale) + 2, 100, int(points(right) * scale) - 2,
                        height - 100))  # fmt: skip
    return bool(strip.getextrema()[0] == 255)


def test_boxes_are_those_of_the_flat_sheet(pair: tuple[Workshop, Path, Path]) -> None:
    shop, _, cover = pair
    sheet = wrap_of(shop.profile, PAGES).sheet
    with pikepdf.open(cover) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            for key, box in (("MediaBox", sheet.media), ("BleedBox", sheet.bleed_box),
                             ("TrimBox", sheet.trim)):  # fmt: skip
                found = [float(side) for side in page.obj[f"/{key}"]]
                assert found == pytest.approx(list(box.in_points), abs=0.01), key


def test_it_is_a_press_file_like_the_interior(pair: tuple[Workshop, Path, Path]) -> None:
    shop, _, cover = pair
    assert colour_operators(cover) == set()
    assert image_spaces(cover) <= {"/DeviceCMYK"}
    with pikepdf.open(cover) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == shop.profile.identifier
        assert b"PDF/X-4" in pdf.Root.Metadata.read_bytes()


def test_both_titles_stand_on_front_and_spine(pair: tuple[Workshop, Path, Path]) -> None:
    shop, _, cover = pair
    text = pypdfium2.PdfDocument(cover)[0].get_textpage().get_text_range()
    said = " ".join(text.split())
    assert said.count(shop.issue.title.vi) == 2
    assert "Season of Full Ferries" in said
    assert "Specimen, not an official publication" in said
    assert "licence" not in said.lower()


def test_spine_and_glue_are_bare_inside(pair: tuple[Workshop, Path, Path]) -> None:
    shop, _, cover = pair
    wrap = wrap_of(shop.profile, PAGES)
    left, right = wrap.folds[0] - wrap.glue, wrap.folds[-1] + wrap.glue
    inside = pypdfium2.PdfDocument(cover)[1]
    assert white(inside, left, right)
    assert not white(inside, left - 20, left)
    assert not white(pypdfium2.PdfDocument(cover)[0], left, right)


def test_a_thin_spine_carries_no_text(shop: Workshop, tmp_path: Path) -> None:
    interior = fake_interior(tmp_path / "interior.pdf", shop.profile, 64)
    set_cover(shop, interior, 64, tmp_path / "cover.pdf")
    text = pypdfium2.PdfDocument(tmp_path / "cover.pdf")[0].get_textpage().get_text_range()
    assert " ".join(text.split()).count(shop.issue.title.vi) == 1


def test_one_sided_colours_leave_the_inside_out(shop: Workshop, tmp_path: Path) -> None:
    plain = replace(shop, profile=replace(shop.profile, cover_colours="4/0"))
    interior = fake_interior(tmp_path / "interior.pdf", shop.profile, 16)
    set_cover(plain, interior, 16, tmp_path / "cover.pdf")
    with pikepdf.open(tmp_path / "cover.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_a_changed_interior_makes_the_cover_stale(
    pair: tuple[Workshop, Path, Path], tmp_path: Path
) -> None:
    shop, interior, cover = pair
    assert not stale(cover, interior)
    other = fake_interior(tmp_path / "interior.pdf", shop.profile, PAGES, word="b")
    assert stale(cover, other)
    assert stale(interior, interior)  # no cover of ours at all


def test_same_bytes_twice(pair: tuple[Workshop, Path, Path], tmp_path: Path) -> None:
    shop, interior, cover = pair
    set_cover(shop, interior, PAGES, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == cover.read_bytes()


def test_licence_and_barcode_only_when_the_issue_has_them(shop: Workshop, tmp_path: Path) -> None:
    word = Bilingual("12/GP-BN", "12/GP-BN")
    lines = (
        ImprintLine("licence_no", Bilingual("Giấy phép số", "Licence No."), word),
        ImprintLine("isbn", Bilingual("ISBN", "ISBN"), Bilingual(*["978-604-80-1234-2"] * 2)),
    )
    issue = replace(shop.issue, status="official", imprint=Imprint(lines))
    interior = fake_interior(tmp_path / "interior.pdf", shop.profile, 16)
    set_cover(replace(shop, issue=issue), interior, 16, tmp_path / "cover.pdf")
    text = pypdfium2.PdfDocument(tmp_path / "cover.pdf")[0].get_textpage().get_text_range()
    assert "Giấy phép số: 12/GP-BN" in text and "Licence No.: 12/GP-BN" in text
    assert "ISBN 978-604-80-1234-2" in text and "9786048012342" in "".join(text.split())
    assert "Specimen" not in text


@pytest.mark.parametrize("name", ["A5", "A4-saddle", "A4-perfect", "16x24", "19x27"])
def test_every_kind_of_preset_has_its_cover(tiny: Path, tmp_path: Path, name: str) -> None:
    shop = workshop(tiny, name)
    interior = fake_interior(tmp_path / "interior.pdf", shop.profile, 32)
    set_cover(shop, interior, 32, tmp_path / "cover.pdf")
    with pikepdf.open(tmp_path / "cover.pdf") as pdf:
        width = float(pdf.pages[0].trimbox[2]) - float(pdf.pages[0].trimbox[0])
    assert width == pytest.approx(points(wrap_of(shop.profile, 32).sheet.width), abs=0.01)
