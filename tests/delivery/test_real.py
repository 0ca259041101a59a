"""The real issue's delivery."""

import json
from pathlib import Path

import pikepdf
import pytest

from songngu.check import imprint
from songngu.model import LANGS, BlockKind, Issue, PressProfile
from songngu.press.cover import spine_of, stale
from songngu.press.pages_ import trim_of


@pytest.fixture(scope="session")
def delivery(press_folder: Path) -> Path:
    assert (press_folder / "cover.pdf").is_file()
    return press_folder


def test_the_cover_fits_its_interior(delivery: Path, profile: PressProfile) -> None:
    cover, interior = delivery / "cover.pdf", delivery / "interior.pdf"
    assert not stale(cover, interior)
    with pikepdf.open(interior) as pdf:
        pages = len(pdf.pages)
    width, height = trim_of(cover)
    assert width == pytest.approx(2 * profile.trim[0] + spine_of(profile, pages), abs=0.01)
    assert height == pytest.approx(profile.trim[1], abs=0.01)
    assert trim_of(interior) == pytest.approx(profile.trim, abs=0.01)


def test_the_ticket_counts_what_is_there(delivery: Path) -> None:
    ticket = json.loads((delivery / "job-ticket.json").read_text("utf-8"))
    with pikepdf.open(delivery / "interior.pdf") as pdf:
        assert ticket["inside"]["pages"] == len(pdf.pages)
    assert ticket["licence_no"]["stated"] is False


def test_imprint_ticket_and_file_say_one_trim(delivery: Path, issue: Issue) -> None:
    ticket = json.loads((delivery / "job-ticket.json").read_text("utf-8"))
    found = trim_of(delivery / "interior.pdf")
    assert ticket["trim_mm"] == pytest.approx(found, abs=0.01)
    (line,) = (line for line in issue.imprint.lines if line.key == "trim")
    for lang in LANGS:
        assert imprint.trim_mm(line.value[lang]) == pytest.approx(found, abs=imprint.TOLERANCE)


def test_the_copyfit_note_measured_the_rows_of_every_article(delivery: Path, issue: Issue) -> None:
    told = json.loads((delivery / "copyfit.json").read_text("utf-8"))
    level = [row for pair in issue.pairs for row in pair.rows if row.kind is not BlockKind.FIGURE]
    assert told["rows_measured"] >= len(level)
    assert all(row["apart_mm"] > told["limit_mm"] for row in told["rows"])
    assert 0 < told["largest_mm"] < told["text_mm"]
