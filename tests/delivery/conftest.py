"""A small made-up interior and a workshop for it, so that no test has to set a book."""

import shutil
from pathlib import Path

import pytest

from songngu.cache_ import Cache
from songngu.geometry import Sheet
from songngu.model import PressProfile
from songngu.press.pdf_ import Leaves, marks_form
from songngu.press.pdf_writer_ import PdfWriter
from songngu.press.workshop import Workshop
from songngu.source.press import read_press
from songngu.source.publication import read
from tests.conftest import ROOT
from tests.tiny import copy_tiny


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("delivery") / "tiny")
    shutil.copytree(ROOT / "assets/icc", root / "assets/icc", dirs_exist_ok=True)
    return root


@pytest.fixture
def shop(tiny: Path) -> Workshop:
    return workshop(tiny)


def workshop(root: Path, name: str | None = None) -> Workshop:
    """The tiny publication's newest issue, printed by a profile of the checkout's press.yml."""
    publication, profile = read(root).value, read_press(root, name).value
    assert publication is not None and profile is not None
    return Workshop(root, Cache(ROOT), publication, publication.newest, profile)


def fake_interior(
    path: Path, profile: PressProfile, pages: int, blanks: tuple[int, ...] = (), word: str = "a"
) -> Path:
    """An interior of numbered grey shapes with crop marks; `word` changes page 3 alone."""
    width, height = profile.trim
    sheet = Sheet(width, height, profile.bleed, profile.slug)
    with path.open("wb") as file:
        pdf = PdfWriter(file)
        leaves = Leaves(pdf, sheet, marks_form(pdf, sheet, sheet.crop_marks()))
        for number in range(1, pages + 1):
            drawn = "" if number in blanks else f"0 0 0 {number / 1000:.3f} k 90 90 200 300 re f"
            if number == 3:
                drawn += f" % {word}"
            form = {"Type": "/XObject", "Subtype": "/Form", "BBox": sheet.media.in_points}
            leaves.add([(pdf.add(form, drawn.encode()), sheet.edge)])
        pdf.end({}, {})
    return path
