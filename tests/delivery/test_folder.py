"""The folder: names, sums, the package that is the same twice, blanks, rounds."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from songngu.cache_ import digest
from songngu.press.changes import NoOldPagesError, compare, old_pages, runs
from songngu.press.cover import set_cover
from songngu.press.folder import SUMS, deliver
from songngu.press.pages_ import page_contents
from songngu.press.workshop import Workshop
from tests.delivery.conftest import fake_interior, workshop

PAGES, BLANKS = 24, (22, 23)


def made(shop: Workshop, folder: Path, word: str = "a", **options: object) -> Path:
    folder.mkdir()
    fake_interior(folder / "interior.pdf", shop.profile, PAGES, BLANKS, word)
    (folder / "preflight.json").write_text("{}\n", "utf-8")
    (folder / "copyfit.json").write_text("{}\n", "utf-8")
    (folder / ".songngu-output").write_text("Songngu\n", "utf-8")
    set_cover(shop, folder / "interior.pdf", PAGES, folder / "cover.pdf")
    deliver(shop, folder, PAGES, **options)  # type: ignore[arg-type]
    return folder


@pytest.fixture(scope="session")
def folder(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(workshop(tiny), tmp_path_factory.mktemp("press") / "2031")


def package(folder: Path) -> Path:
    return folder / "2031-press.zip"


def test_the_folder_holds_everything(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {
        ".songngu-output", "interior.pdf", "cover.pdf", "contact-sheet.pdf", "job-ticket.pdf",
        "job-ticket.json", "pages.json", "preflight.json", "copyfit.json", SUMS, "2031-press.zip",
    }  # fmt: skip


def test_the_sums_are_right_inside_and_outside(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package(folder)) as opened:
        opened.extractall(tmp_path)
    for place in (folder, tmp_path):
        lines = (place / SUMS).read_text("utf-8").splitlines()
        named = {line[66:]: line[:64] for line in lines}
        assert named == {name: digest(place / name) for name in named}
        own = {path.name for path in place.iterdir() if not path.name.startswith(".")}
        assert set(named) == own - {SUMS}
        if shutil.which("sha256sum"):
            done = subprocess.run(["sha256sum", "-c", "--strict", SUMS], cwd=place,
                                  capture_output=True)  # fmt: skip
            assert done.returncode == 0


def test_names_in_the_package_say_what_they_are(folder: Path) -> None:
    """What is the editor's own (copyfit.json) is no file of it."""
    with zipfile.ZipFile(package(folder)) as opened:
        names = opened.namelist()
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in opened.infolist())
    assert names == [
        SUMS,
        "2031_bia_205x290_gay2-31mm_v01.pdf",
        "2031_dau-trang_v01.json",
        "2031_kiem-tra-tep_v01.json",
        "2031_ma-ket_24tr_v01.pdf",
        "2031_phieu-san-xuat_v01.json",
        "2031_phieu-san-xuat_v01.pdf",
        "2031_ruot_205x290_24tr_v01.pdf",
    ]
    assert all(name.isascii() for name in names)


def test_the_ticket_names_the_files_of_the_package(folder: Path) -> None:
    ticket = json.loads((folder / "job-ticket.json").read_text("utf-8"))
    with zipfile.ZipFile(package(folder)) as opened:
        for file in ticket["files"]:
            data = opened.read(file["name"])
            assert hashlib.sha256(data).hexdigest() == file["sha256"]
            assert len(data) == file["bytes"]
    assert [file["part"] for file in ticket["files"]][:2] == ["inside", "cover"]


def test_same_bytes_when_built_again(shop: Workshop, folder: Path, tmp_path: Path) -> None:
    again = made(shop, tmp_path / "again")
    for path in folder.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_blanks_are_known_and_named(folder: Path) -> None:
    found = page_contents(folder / "interior.pdf")
    assert tuple(at + 1 for at, one in enumerate(found) if one.blank) == BLANKS
    sheet = pypdfium2.PdfDocument(folder / "contact-sheet.pdf")
    text = " ".join(sheet[0].get_textpage().get_text_range().split())
    assert "Pages intentionally blank: 22, 23" in text
    assert text.count("để trắng blank") == len(BLANKS)


def test_a_round_tells_the_pages_that_changed(shop: Workshop, folder: Path, tmp_path: Path) -> None:
    second = made(shop, tmp_path / "second", "b", round_number=2, since=package(folder))
    told = json.loads((second / "changes.json").read_text("utf-8"))
    assert told["changed"] == [3] and told["added"] == [] and told["moved"] == []
    assert "Trang đổi / Changed: 3\n" in (second / "changes.txt").read_text("utf-8")
    with zipfile.ZipFile(package(second)) as opened:
        assert "2031_trang-doi_v02.txt" in opened.namelist()
    assert len(old_pages(package(second))) == PAGES


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.zip").write_bytes(b"nothing")
    with pytest.raises(NoOldPagesError):
        old_pages(tmp_path / "old.zip")


@pytest.mark.parametrize("data", [b"", b"[1", b'"pages"', b"\xff"])
def test_a_damaged_package_is_refused(tmp_path: Path, data: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as made:
        made.writestr("2031_dau-trang_v01.json", data)
    with pytest.raises(NoOldPagesError):
        old_pages(tmp_path / "old.zip")


def test_moved_pages_are_not_new() -> None:
    found = compare(["a", "b", "c"], ["a", "x", "b", "c"])
    assert found.changed == (2, 3) and found.added == (4,)
    assert found.moved == ((2, 3), (3, 4))
    assert runs((3, 4, 5, 9)) == "3–5, 9" and runs(()) == "–"


def test_the_manuscript_copy_is_marked_on_every_page(shop: Workshop, tmp_path: Path) -> None:
    folder = made(shop, tmp_path / "filed", for_licence=True)
    pdf = pypdfium2.PdfDocument(folder / "manuscript.pdf")
    assert len(pdf) == PAGES
    for page in pdf:
        text = page.get_textpage().get_text_range()
        assert "không dùng để in" in text and "not for printing" in text
    with zipfile.ZipFile(package(folder)) as opened:
        assert not any("manuscript" in name for name in opened.namelist())
    assert "manuscript.pdf" in (folder / SUMS).read_text("utf-8")


def test_a_licence_scan_goes_along(tiny: Path, tmp_path: Path) -> None:
    shop = workshop(tiny)
    scan = tiny / "assets/licences/2031.pdf"
    scan.parent.mkdir()
    scan.write_bytes(b"%PDF-1.4 a scan\n")
    try:
        folder = made(shop, tmp_path / "scanned")
    finally:
        shutil.rmtree(scan.parent)
    ticket = json.loads((folder / "job-ticket.json").read_text("utf-8"))
    assert ticket["licence_scan"] is True
    assert "2031_giay-phep_v01.pdf" in [file["name"] for file in ticket["files"]]
