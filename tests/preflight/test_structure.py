"""Every sentence about the structure of a screen edition is told for a file with that fault, and
for no sound one."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from songngu.messages import hint, message, sentences
from songngu.model import LANGS
from songngu.press.preflight.judge_ import Report, judge_screen
from tests.preflight.conftest import Tally
from tests.preflight.tagged import XMP, Fault, Tagged

Change = Callable[[Tagged], None]


def drops(key: str, tag: str = "") -> Change:
    """Takes one entry out of an element, or out of the catalogue."""

    def change(made: Tagged) -> None:
        del (made.tags[tag] if tag else made.root)[key]

    return change


def calls(tag: str, kind: str, keys: dict[str, Any] | None = None) -> Change:
    """Gives an element another kind."""

    def change(made: Tagged) -> None:
        made.tags[tag].S = Name(f"/{kind}")
        for key, value in (keys or {}).items():
            made.tags[tag][key] = value

    return change


def paints(code: str) -> Change:
    return lambda made: made.code.append(code)


def metadata(old: str, new: str = "") -> Change:
    return lambda made: setattr(made, "xmp", XMP.replace(old, new))


def _unmarked(made: Tagged) -> None:
    made.root.MarkInfo.Marked = False


def _british(made: Tagged) -> None:
    made.root.Lang = String("en-GB")


def _hidden_title(made: Tagged) -> None:
    made.root.ViewerPreferences.DisplayDocTitle = False


def _torn(made: Tagged) -> None:
    made.parents[1][2] = made.tags["h1"]


def _short_parents(made: Tagged) -> None:
    del made.parents[1][-1]


def _orphan(made: Tagged) -> None:
    del made.tags["document"].K[1]


def _unhooked(made: Tagged) -> None:
    del made.annotation.StructParent


def _forgotten(made: Tagged) -> None:
    del made.tags["link"].K[1]
    made.tags["link"].S = Name.Span


def _annotations(key: str, value: Any) -> Change:
    return lambda made: made.annotation.__setitem__(key, value)


def _unmapped(made: Tagged) -> None:
    del made.font.ToUnicode
    made.font.Subtype, made.font.Encoding = Name.Type0, Name("/Identity-H")
    made.font.DescendantFonts = Array([Dictionary(FontDescriptor=made.font.FontDescriptor)])
    made.code = [line.replace("<", "<00").replace("<00<00/MCID", "<</MCID") for line in made.code]
    made.tags["vi"].Lang = made.tags["km"].Lang = String("en")


def _hollow(made: Tagged) -> None:
    table = made.font.ToUnicode.read_bytes()
    made.font.ToUnicode.write(re.sub(rb"(<01> )<\w+>", rb"\1<>", table))


def _stand_in(made: Tagged) -> None:
    del made.font.FontDescriptor.FontFile2


def _roles(made: Tagged) -> None:
    calls("p", "Absatz")(made)
    made.root.StructTreeRoot.RoleMap = Dictionary(Absatz=Name.P)


def _by_heads(made: Tagged) -> None:
    made.tags["head"].A = Dictionary(O=Name.Table)
    made.tags["head"].ID = String("dry")
    made.tags["cell"].A.Headers = Array([String("dry")])


def _bare_heads(made: Tagged) -> None:
    made.tags["head"].A = Dictionary(O=Name.Table)


def _linkless(made: Tagged) -> None:
    made.tag("empty", "Link", "document")


def _said(made: Tagged) -> None:
    del made.tags["figure"].Alt
    made.tags["figure"].ActualText = String("–")


S = "press.structure/"
BARE = "1 0 0 rg 50 50 9 9 re f"
FAULTS = (
    Fault(S + "untagged", "not marked", _unmarked),
    Fault(S + "no-language", "catalogue", drops("/Lang"), _british),
    Fault(S + "no-title", "XMP", metadata("Ben Go")),
    Fault(S + "no-title", "not shown", _hidden_title),
    Fault(S + "no-identifier", "XMP", metadata(' pdfuaid:part="1"')),
    Fault(S + "no-bookmarks", "outline", drops("/Outlines")),
    Fault(S + "unread", "contents", paints("/Artifact BMC Tf EMC"), paints("/Artifact BMC EMC")),
    Fault(S + "bare", "tint", paints(BARE), paints(f"/Artifact BMC {BARE} EMC")),
    Fault(
        S + "bare", "after a mark", paints(f"/Artifact BMC EMC {BARE}"),
        paints(f"/Artifact <</Type /Pagination>> BDC {BARE} EMC"),
    ),
    Fault(S + "bare", "properties only", paints(f"/Span <</Lang (vi)>> BDC {BARE} EMC")),
    Fault(S + "lost", "ParentTree leads elsewhere", _torn),
    Fault(S + "lost", "ParentTree too short", _short_parents),
    Fault(S + "lost", "element outside the tree", _orphan),
    Fault(S + "lost", "mark of nobody", paints(f"/P <</MCID 99>> BDC {BARE} EMC")),
    Fault(S + "loose-link", "not in ParentTree", _unhooked),
    Fault(S + "loose-link", "no OBJR", _forgotten),
    Fault(S + "silent-link", "no Contents", _annotations("/Contents", String(" "))),
    Fault(S + "tab-order", "rows", lambda m: setattr(m.page, "Tabs", Name.R)),
    Fault(S + "letters", "no ToUnicode", _unmapped),
    Fault(S + "letters", "a letter of nothing", _hollow),
    Fault("press.font/not-embedded", "screen", _stand_in),
    Fault(S + "kind", "not in the role map", calls("p", "Absatz"), _roles),
    Fault(S + "nesting", "P in LI", calls("body", "P")),
    Fault(S + "nesting", "TD outside a row", calls("row", "Div"), calls("table", "Table")),
    Fault(S + "heading", "H1, H3", calls("h2", "H3"), calls("h2", "H1")),
    Fault(S + "heading", "begins at H2", calls("h1", "H2"), calls("h1", "H1")),
    Fault(S + "no-alt", "figure", drops("/Alt", "figure"), _said),
    Fault(S + "no-heads", "table", calls("head", "TD")),
    Fault(S + "no-scope", "head", _bare_heads, _by_heads),
    Fault(S + "dead-link", "empty", _linkless),
    Fault(S + "script", "Khmer", drops("/Lang", "km")),
    Fault(S + "words", "Vietnamese", drops("/Lang", "vi"), lambda m: setattr(m.root, "Lang", "vi")),
)  # fmt: skip


def judged(change: Change, path: Path) -> Report:
    made = Tagged()
    change(made)
    return judge_screen(made.save(path))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.key}: {fault.name}")
def test_seeded(fault: Fault, tmp_path: Path, scores: dict[str, Tally]) -> None:
    tally = scores.setdefault(fault.key, Tally())
    report = judged(fault.bad, tmp_path / "bad.pdf")
    bad = {one.key for one in report.diagnostics}
    good = judged(fault.good, tmp_path / "good.pdf").diagnostics
    tally.seeded += 1
    tally.caught += fault.key in bad
    tally.false += len(good)
    assert bad == {fault.key}
    assert good == ()
    for one in report.diagnostics:
        assert all(message(one, lang) and hint(one, lang) for lang in LANGS)


def test_every_sentence_is_seeded() -> None:
    known = {key for key in sentences("vi") if key.startswith(S)}
    assert known == {fault.key for fault in FAULTS if fault.key.startswith(S)}


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(b"nothing")
    report = judge_screen(tmp_path / "one.pdf")
    assert [one.key for one in report.diagnostics] == ["press.intent/unreadable"]
    assert report.unmeasured == ("tags", "languages", "letters")


def test_endless_trees_end(tmp_path: Path) -> None:
    """An element that holds itself is read to a depth, and told."""
    report = judged(
        lambda made: made.tags["h2"].K.append(made.tags["document"]), tmp_path / "a.pdf"
    )
    assert not report.passed
