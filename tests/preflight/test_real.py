"""The real interior: no error, and independent readers see what the preflight sees."""

import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from songngu.figures.fonts_ import FACES
from songngu.model import PressProfile
from songngu.press.preflight.judge_ import Report, judge
from songngu.press.preflight.pikepdf_ import Document
from songngu.press.preflight.wanted import Wanted
from tests.conftest import ROOT

FAMILIES = tuple(sorted({face.family.replace(" ", "-") for face in FACES}))


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
def report(interior: Path, profile: PressProfile) -> Report:
    wanted = Wanted.interior(profile, FAMILIES)
    return judge(interior, profile, root=ROOT, wanted=wanted)


def test_no_error(report: Report) -> None:
    assert [one for one in report.diagnostics if one.severity == "error"] == []
    assert report.unmeasured == ()


def test_objects_alone_are_quick(interior: Path, profile: PressProfile) -> None:
    """Measured: 5 s of a free core for 136 pages and 324 MP of pictures; the bound is generous."""
    began = time.process_time()
    judge(interior, profile, plates=False)
    assert time.process_time() - began < 20


@needs("pdffonts")
def test_pdffonts_agrees(interior: Path) -> None:
    rows = said("pdffonts", interior).splitlines()[2:]
    others = {row.split()[0].split("+")[-1] for row in rows}
    assert {row.split()[-5] for row in rows} == {"yes"}
    with Document(interior) as document:
        ours = {mark.font.name for page in document.pages(300) for mark in page.marks if mark.font}
    assert ours <= others


@needs("pdfimages")
def test_pdfimages_agrees(interior: Path) -> None:
    """Colour, and the effective resolution, page by page of those pictures that are seen."""
    rows = [row.split() for row in said("pdfimages", "-list", interior).splitlines()[2:]]
    assert {row[5] for row in rows} == {"cmyk"}
    theirs = {(int(row[0]), min(int(row[12]), int(row[13]))) for row in rows}
    with Document(interior) as document:
        ours = {
            (page.number, mark.image.ppi)
            for page in document.pages(300)
            for mark in page.marks
            if mark.image
        }
    for page, ppi in ours:
        assert any(one == page and abs(other - ppi) < 2 for one, other in theirs), (page, ppi)


@needs("gs")
def test_gs_inkcov_agrees(interior: Path, report: Report) -> None:
    """Ink on four plates on average is no more than the most that we measured."""
    out = said(
        "gs", "-q", "-dSAFER", "-o", "-", "-sDEVICE=ink_cov", "-r20", "-dLastPage=16", interior
    )
    pages = [
        [float(n) for n in re.findall(r"\d+\.\d+", row)[:4]]
        for row in out.splitlines()
        if "CMYK" in row
    ]
    assert len(pages) == 16
    for number, plates in enumerate(pages, 1):
        assert sum(plates) <= report.ink[number] + 1
