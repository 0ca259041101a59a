"""The doors: the verb, its JSON, and the two files of the delivery."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from songngu.cache_ import Cache
from songngu.press.preflight import pdfium_
from songngu.press.preflight.facts import FileFacts
from songngu.press.preflight.judge_ import judge
from songngu.press.preflight.report_ import as_page, write_report
from songngu.press.preflight.rules.intent import information
from songngu.press.preflight.wanted import Wanted
from tests.conftest import call_songngu
from tests.preflight.builder import PROFILE, Maker
from tests.preflight.seeds import box

KEYS = {
    "code",
    "severity",
    "path",
    "line",
    "message",
    "hint",
    "lang",
    "pair",
    "block",
    "page",
    "area",
}


def defective(folder: Path) -> Path:
    maker = Maker(content=f"1 0 0 rg {box(30, 60, 20, 20)} f")
    return maker.save(folder / "one.pdf")


def test_verb_tells_json_and_ends_with_4(tmp_path: Path) -> None:
    done = call_songngu("preflight", defective(tmp_path), "--format", "json")
    assert done.returncode == 4, done.stderr
    told = json.loads(done.stdout)
    found = next(one for one in told["diagnostics"] if one["code"] == "press.colour")
    assert set(found) == KEYS
    assert found["page"] == 1 and found["area"] == pytest.approx([30, 20, 20, 20], abs=0.2)
    assert set(told["summary"]) == {"errors", "warnings", "pairs", "seconds"}


def test_verb_tells_text_in_the_asked_language(tmp_path: Path) -> None:
    done = call_songngu("preflight", defective(tmp_path), "--lang", "vi")
    assert done.returncode == 4
    assert "trang 1 (x 30, y 20, 20 × 20 mm)" in done.stdout
    assert "CHƯA ĐẠT" in done.stdout


def test_verb_refuses_what_is_not_there(tmp_path: Path) -> None:
    assert call_songngu("preflight", tmp_path / "none.pdf").returncode == 2
    done = call_songngu("preflight", defective(tmp_path), "--profile", "no-such-house")
    assert done.returncode == 2 and "no-such-house" in done.stdout


def test_pages_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes with a cache, without one, and from what it holds."""
    cache, path = Cache(tmp_path), defective(tmp_path)
    report = judge(path, PROFILE, plates=False, cache=cache)
    pages = [as_page([report]), as_page([report], cache)]
    monkeypatch.setattr(pdfium_, "_light", lambda *_: pytest.fail("drawn again"))
    assert [*pages, as_page([report], cache)] == [pages[0]] * 3


def test_both_files(tmp_path: Path) -> None:
    """Self-contained, in both languages, with numbered boxes; the same bytes when written again."""
    report = judge(defective(tmp_path), PROFILE, plates=False)
    write_report([report], tmp_path)
    page = (tmp_path / "preflight.html").read_text("utf-8")
    assert 'class="box error"' in page and "<b>1</b>" in page
    assert "hệ màu" in page and "colour spaces" in page
    assert page.count("data:image/jpeg") == report.pages
    assert not re.findall(r"<script|https?://(?!www\.color\.org)|<link", page)
    told = json.loads((tmp_path / "preflight.json").read_text("utf-8"))
    assert told["summary"] == {"errors": 1, "warnings": 0}
    assert told["diagnostics"][0]["message"] != told["diagnostics"][0]["message_en"]
    assert "seconds" not in json.dumps(told) and "pikepdf" in told["tools"]
    first = [(tmp_path / name).read_bytes() for name in ("preflight.html", "preflight.json")]
    write_report([report], tmp_path)
    assert first == [
        (tmp_path / name).read_bytes() for name in ("preflight.html", "preflight.json")
    ]


def test_findings_name_their_source(tmp_path: Path) -> None:
    """A page that carries our entry is told by the article's file, pair and language."""
    from pikepdf import Dictionary

    maker = Maker(content=f"1 0 0 rg {box(30, 60, 20, 20)} f")
    own = Dictionary(Source="content/vi/2024/a.md", Pair="a", Lang="vi")
    maker.page_keys["/PieceInfo"] = Dictionary(Songngu=Dictionary(Private=own))
    (found,) = judge(maker.save(tmp_path / "one.pdf"), PROFILE, plates=False).diagnostics
    assert (found.place.path, found.pair, found.lang) == ("content/vi/2024/a.md", "a", "vi")


def test_each_column_names_its_own_source(tmp_path: Path) -> None:
    """Both languages on one page: what lies right of the middle comes from the other file."""
    from pikepdf import Dictionary

    spots = f"1 0 0 rg {box(5, 60, 4, 4)} f {box(70, 60, 4, 4)} f"
    maker = Maker(content=spots)
    beside = Dictionary(Source="content/en/2024/a.md", Pair="a", Lang="en", From=50)
    own = Dictionary(Source="content/vi/2024/a.md", Pair="a", Lang="vi", Beside=beside)
    maker.page_keys["/PieceInfo"] = Dictionary(Songngu=Dictionary(Private=own))
    found = judge(maker.save(tmp_path / "one.pdf"), PROFILE, plates=False).diagnostics
    told = {(one.place.path, one.lang) for one in found if one.code == "press.colour"}
    assert told == {("content/vi/2024/a.md", "vi"), ("content/en/2024/a.md", "en")}


def test_unidentified() -> None:
    """The library that writes our PDFs cannot leave the ID out, so the rule is asked directly."""
    sound = FileFacts(4, title="T", created="D:1", modified="D:1", trapped="False")
    wanted = Wanted.interior(PROFILE)
    assert [one.detail for one in information(replace(sound, identified=False), wanted)] == [
        "no-identifier"
    ]
    assert list(information(sound, wanted)) == []


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    import zlib

    maker = Maker()
    path = maker.save(tmp_path / "one.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        raw = zlib.compress(b" " * (300 * 1024 * 1024), 1)
        stream = pdf.make_stream(b"")
        stream.write(raw, filter=pikepdf.Name.FlateDecode)
        pdf.pages[1].obj.Contents = stream
        pdf.save(path)
    (found,) = judge(path, PROFILE, plates=False).diagnostics
    assert found.key == "press.box/unread" and found.page == 2
