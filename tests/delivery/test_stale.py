"""The bond of cover and interior, through the door: `preflight cover.pdf` beside an interior."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from songngu.cli import OK, PREFLIGHT, main
from songngu.press.cover import set_cover
from songngu.press.preflight import ghostscript_
from songngu.press.workshop import Workshop
from tests.delivery.conftest import fake_interior, workshop

PAGES = 64
Judged = Callable[[Path], tuple[int, list[str]]]


def bare(root: Path) -> Workshop:
    """A workshop for a cover without a picture: the tiny one's is too coarse for the press."""
    shop = workshop(root)
    return replace(shop, issue=replace(shop.issue, picture=""))


@pytest.fixture(autouse=True)
def _no_plates(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plates take a second, and are measured in tests/preflight/test_plates.py."""
    monkeypatch.setattr(ghostscript_, "version", lambda: "")


@pytest.fixture
def judged(tiny: Path, capsys: pytest.CaptureFixture[str]) -> Judged:
    def judge(file: Path) -> tuple[int, list[str]]:
        capsys.readouterr()
        code = main(["preflight", str(file), "--format", "json", "--root", str(tiny)])
        found = json.loads(capsys.readouterr().out)["diagnostics"]
        return code, sorted({one["code"] for one in found if one["severity"] == "error"})

    return judge


@pytest.fixture(scope="module")
def book(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stale")
    shop = bare(tiny)
    fake_interior(folder / "interior.pdf", shop.profile, PAGES)
    set_cover(shop, folder / "interior.pdf", PAGES, folder / "cover.pdf")
    return folder


def test_a_changed_interior_makes_the_cover_stale_until_it_is_built_again(
    book: Path, judged: Judged, tiny: Path, tmp_path: Path
) -> None:
    shop = bare(tiny)
    cover = shutil.copyfile(book / "cover.pdf", tmp_path / "cover.pdf")
    interior = shutil.copyfile(book / "interior.pdf", tmp_path / "interior.pdf")
    assert judged(cover) == (OK, [])
    fake_interior(interior, shop.profile, PAGES, word="b")
    assert judged(cover) == (PREFLIGHT, ["press.stale-cover"])
    set_cover(shop, interior, PAGES, cover)
    assert judged(cover) == (OK, [])


def test_more_pages_ask_for_a_wider_spine(
    book: Path, judged: Judged, shop: Workshop, tmp_path: Path
) -> None:
    cover = shutil.copyfile(book / "cover.pdf", tmp_path / "2031_bia_v01.pdf")
    fake_interior(tmp_path / "2031_ruot_v01.pdf", shop.profile, PAGES + 32)
    assert judged(cover) == (PREFLIGHT, ["press.spine", "press.stale-cover"])


def test_without_its_interior_the_bond_is_not_measured_and_said_so(
    book: Path, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cover = shutil.copyfile(book / "cover.pdf", tmp_path / "cover.pdf")
    assert main(["preflight", str(cover), "--lang", "en", "--root", str(tiny)]) == OK
    told = capsys.readouterr().out
    assert "NOT measured" in told and "the bond with its interior" in told
