"""An editor's day on Windows, as far as Linux can play it (played.py): the same words, the same
bytes. A real machine of theirs is still to be asked; what it alone can tell stands in played.py."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import CHECKOUT
from tests.tiny import copy_tiny, lend_drawings, lend_pictures, make_printable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="not run: it is played on Linux")
TEXTS = {".md", ".yml", ".csv", ".css", ".html", ".js", ".svg", ".py"}


def checked_out(root: Path, crlf: bool) -> Path:
    """The tiny publication, on request as a git of Windows lays files without .gitattributes."""
    copy_tiny(root)
    make_printable(root)
    lend_drawings(root)
    lend_pictures(root)
    for path in root.rglob("*") if crlf else ():
        if path.suffix in TEXTS and path.is_file() and ".songngu" not in path.parts:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return root


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The day here, the day there, and what the console was ordered there."""
    here = checked_out(tmp_path_factory.mktemp("here"), crlf=False)
    there = checked_out(tmp_path_factory.mktemp("there") / "Nguyễn Thị Ễ", crlf=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.windows", here, there],
        cwd=CHECKOUT, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def test_every_verb_ends_well(days: list[Any]) -> None:
    for day in days[:2]:
        codes = {words: code for words, code, _, _ in [*day["told"], day["cleaned"]]}
        assert set(codes.values()) == {0}, codes


def test_the_same_is_said(days: list[Any]) -> None:
    """But for where it lies, and how long it took."""
    for here, there in zip(days[0]["told"], days[1]["told"], strict=True):
        assert _said(here) == _said(there)


def _said(told: list[Any]) -> str:
    lines = str(told[2]).splitlines()
    return "\n".join(re.sub(r"\(\S+ giây|/.*/dist", "", line) for line in lines)


def test_the_same_is_made_to_the_byte(days: list[Any]) -> None:
    here, there = (day["made"] for day in days[:2])
    assert here == there
    assert {"dist/site/index.html", "content/vi/2031/bai-moi.md"} <= here.keys()
    assert any("/clearance/" in name for name in here)
    assert days[0]["served"] == days[1]["served"]
    assert not any(name.startswith("dist/") for name in days[1]["left"])


def test_programs_read_utf_8_from_whatever_console(days: list[Any]) -> None:
    """The console of the day is cp1258: people's lines lose what it lacks, a program's nothing."""
    github = next(one for one in days[1]["told"] if "github" in one[0])
    status = next(one for one in days[1]["told"] if one[0] == "status")
    assert "TRANG THÁI" in status[2] and "duyệt" not in status[2]
    assert "ở cỡ in này" in github[2]


def test_who_is_begun_is_spared_ctrl_c(days: list[Any]) -> None:
    assert days[2] and days[2][:2] == [[None, True], [None, False]]
