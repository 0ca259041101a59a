"""The real interior: no error, and independent readers see what the preflight sees."""

import json
import shutil
from pathlib import Path

import pytest

from songngu.geometry import Sheet
from songngu.model import PressProfile
from songngu.press.preflight import images_
from songngu.press.preflight.facts import PageFacts
from songngu.press.preflight.pikepdf_ import Document
from songngu.press.preflight.plates_ import STEP
from songngu.press.preflight.rules import ink
from tests.preflight.plates import body_text, boxes, most_ink, said, separated, text_inks


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(tool), reason=f"not run: {tool} is not installed")


@pytest.fixture(scope="module")
def interior(press_folder: Path) -> Path:
    return press_folder / "interior.pdf"


@pytest.fixture(scope="module")
def pages(interior: Path, profile: PressProfile) -> list[PageFacts]:
    """What our own reader sees, read once. The ink of pictures is measured by Ghostscript below,
    and has been by the gate of `print`: here no picture is unpacked for it."""
    with pytest.MonkeyPatch.context() as patch, Document(interior) as document:
        patch.setattr(images_, "MOST_PIXELS", 0)
        return list(document.pages(profile.ink_limit))


def test_no_error(press_folder: Path) -> None:
    """The gate of `print` has judged both files; its report lies beside them."""
    told = json.loads((press_folder / "preflight.json").read_text("utf-8"))
    assert told["summary"]["errors"] == 0
    assert [one["code"] for one in told["diagnostics"] if one["severity"] == "error"] == []


@needs("pdffonts")
def test_pdffonts_agrees(interior: Path, pages: list[PageFacts]) -> None:
    rows = said("pdffonts", interior).splitlines()[2:]
    others = {row.split()[0].split("+")[-1] for row in rows}
    assert {row.split()[-5] for row in rows} == {"yes"}
    assert {mark.font.name for page in pages for mark in page.marks if mark.font} <= others


@needs("pdfimages")
def test_pdfimages_agrees(interior: Path, pages: list[PageFacts]) -> None:
    """Colour, and the effective resolution, page by page of those pictures that are seen."""
    rows = [row.split() for row in said("pdfimages", "-list", interior).splitlines()[2:]]
    assert {row[5] for row in rows} == {"cmyk"}
    theirs = {(int(row[0]), min(int(row[12]), int(row[13]))) for row in rows}
    ours = {(page.number, mark.image.ppi) for page in pages for mark in page.marks if mark.image}
    for page, ppi in ours:
        assert any(one == page and abs(other - ppi) < 2 for one, other in theirs), (page, ppi)


@needs("pdfinfo")
def test_pdfinfo_agrees(interior: Path, pages: list[PageFacts], profile: PressProfile) -> None:
    """Boxes: what pdfinfo reads on every page is what the job asks for, and what we read."""
    theirs = boxes(interior)
    sheet = Sheet(*profile.trim, profile.bleed, profile.slug)
    for page in pages:
        for name, wanted in (
            ("Media", sheet.media),
            ("Bleed", sheet.bleed_box),
            ("Trim", sheet.trim),
        ):
            assert theirs[page.number, name] == pytest.approx(wanted.in_points, abs=0.02)
        assert (page.boxes.trim.width, page.boxes.trim.height) == pytest.approx(
            profile.trim, abs=0.01
        )


@needs("gs")
def test_tiffsep_agrees(
    interior: Path, pages: list[PageFacts], profile: PressProfile, tmp_path: Path
) -> None:
    """Reading text is on the black plate alone, no pixel is over the ink limit: some pages with
    text and some with pictures (what its pages' objects do
    not tell is measured by the gate of `print`)."""
    texts = [page for page in pages if len(body_text(page)) > 30][:2]
    pictures = [page for page in pages if any(mark.image for mark in page.marks)][:2]
    chosen = [page for page in pages if page in texts or page in pictures]
    plates = separated(interior, [page.number for page in chosen], tmp_path)
    for page, four in zip(chosen, plates, strict=True):
        places, black, others = text_inks(four, page)
        assert black == places and others == 0, page.number
        assert most_ink(four, page) <= profile.ink_limit
        told = ink.told(page)
        assert told is None or most_ink(four, page) <= told + STEP


@needs("qpdf")
@pytest.mark.parametrize(
    "name", [pytest.param("interior", marks=pytest.mark.audit), "cover", "screen-vi"]
)
def test_qpdf_finds_nothing(press_folder: Path, name: str) -> None:
    assert "No syntax or stream encoding errors" in said(
        "qpdf", "--check", press_folder / f"{name}.pdf"
    )
