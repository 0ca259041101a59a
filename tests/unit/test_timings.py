"""How long steps took the last time: kept by root and verb, and never in the way."""

from pathlib import Path

import pytest

from songngu.timings_ import FILE, last_time, remember


def test_each_verb_has_its_own(tmp_path: Path) -> None:
    (tmp_path / ".songngu").mkdir()
    remember(tmp_path, "site vi", {"Đọc": 1.234})
    remember(tmp_path, "print vi", {"Ảnh": 5.0})
    assert last_time(tmp_path, "site vi") == {"Đọc": 1.23}
    assert last_time(tmp_path, "print vi") == {"Ảnh": 5.0}
    assert last_time(tmp_path, "all vi") == {}


@pytest.mark.parametrize("spoilt", ["", "[]", "{", '{"site": 3}', '{"site": {"Ảnh": "x"}}'])
def test_a_spoilt_file_is_no_fault(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / ".songngu").mkdir()
    (tmp_path / ".songngu" / FILE).write_text(spoilt, "utf-8")
    assert last_time(tmp_path, "site") == {}
    remember(tmp_path, "all", {"Ảnh": 1.0})


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    remember(tmp_path, "all", {"Ảnh": 1.0})
    assert last_time(tmp_path, "all") == {}
