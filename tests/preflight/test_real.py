"""The real interior: no error, and independent readers see what the preflight sees."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from songngu.model import PressProfile
from songngu.press.preflight.facts import PageFacts
from songngu.press.preflight.pikepdf_ import Document


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(tool), reason=f"not run: {tool} is not installed")


def said(*words: str | Path) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def interior(press_folder: Path) -> Path:
    return press_folder / "interior.pdf"


@pytest.fixture(scope="module")
def pages(interior: Path, profile: PressProfile) -> list[PageFacts]:
    """What our own reader sees, read once."""
    with Document(interior) as document:
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


@needs("gs")
def test_gs_inkcov_agrees(interior: Path, profile: PressProfile) -> None:
    """Ink on four plates together, on average over a page, is within the limit."""
    out = said(
        "gs", "-q", "-dSAFER", "-o", "-", "-sDEVICE=ink_cov", "-r20", "-dLastPage=16", interior
    )
    plates = [
        [float(n) for n in re.findall(r"\d+\.\d+", row)[:4]]
        for row in out.splitlines()
        if "CMYK" in row
    ]
    assert len(plates) == 16
    assert max(map(sum, plates)) <= profile.ink_limit
