"""The rendered plates, where Ghostscript is installed; what is said where it is not."""

import io
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf

from songngu.press.preflight import ghostscript_
from songngu.press.preflight.facts import Area, Boxes, PageFacts, PlateFacts
from songngu.press.preflight.judge_ import judge
from songngu.press.preflight.kept_ import Kept
from songngu.press.preflight.pikepdf_ import Document
from songngu.press.preflight.plates_ import STEP, Judged, Plates
from songngu.press.preflight.rules import ink
from songngu.press.preflight.wanted import Finding, Wanted
from tests.preflight.builder import PROFILE, TEXT, Maker
from tests.preflight.seeds import box

needs_ghostscript = pytest.mark.skipif(
    not ghostscript_.version(), reason="not run: Ghostscript is not installed"
)


def stacked(maker: Maker, black: float) -> Maker:
    """Three inks, and black multiplied onto them: no object alone is over the limit."""
    maker.add("ExtGState", M=Dictionary(BM=Name.Multiply))
    maker.content = (
        f"1 0.9 0.9 0 k {box(30, 60, 20, 20)} f q /M gs 0 0 0 {black} k {box(35, 65, 5, 5)} f Q"
    )
    return maker


@needs_ghostscript
def test_layers_add_up(tmp_path: Path) -> None:
    report = judge(stacked(Maker(), 0.9).save(tmp_path / "bad.pdf"), PROFILE)
    (found,) = report.diagnostics
    assert found.key == "press.ink/plates"
    assert found.values["found"] == pytest.approx(370, abs=3)
    assert found.area == pytest.approx((35, 30, 5, 5), abs=0.4)
    assert "ink-plates" in report.measured


@needs_ghostscript
def test_layers_within_the_limit(tmp_path: Path) -> None:
    report = judge(stacked(Maker(), 0.15).save(tmp_path / "good.pdf"), PROFILE)
    assert report.diagnostics == ()
    assert report.ink[1] == pytest.approx(295, abs=3)


def test_without_the_tool_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ghostscript_, "version", lambda: "")
    report = judge(stacked(Maker(), 0.9).save(tmp_path / "bad.pdf"), PROFILE)
    assert [one.key for one in report.diagnostics] == ["press.ink/not-measured"]
    assert report.unmeasured == ("ink-plates",)


GROUND = f"0.9 0.45 0.45 0.25 k {box(20, 20, 60, 60)} f"
PAGES = {
    "opaque colours hide each other": f"{GROUND} 1 0.5 0.3 0 k {box(30, 30, 20, 20)} f",
    "black over colour": f"{GROUND} /Over gs 0 0 0 1 k {box(30, 30, 20, 20)} f",
    "black that knocks out": f"{GROUND} 0 0 0 1 k {box(30, 30, 20, 20)} f",
    "grey over colour": f"{GROUND} /Over gs 0.3 g {box(30, 30, 20, 20)} f",
    "letters over colour": f"{GROUND} /Over gs 0 0 0 1 k BT /F 40 Tf 70 120 Td (Tra Vinh) Tj ET",
    "letters that touch letters": "0.9 0.9 0 0 k BT /F 40 Tf 70 120 Td (Tra Vinh) Tj ET "
    "/Over gs 0 0 0 1 k BT /F 40 Tf 72 122 Td (Tra Vinh) Tj ET",
    "white over colour": f"{GROUND} 0 0 0 0 k {box(30, 30, 20, 20)} f",
    "nothing": "",
}


@needs_ghostscript
def test_arithmetic_is_never_below_the_plates(tmp_path: Path) -> None:
    path = tmp_path / "all.pdf"
    with Pdf.new() as whole:
        for content in PAGES.values():
            one = Maker(content=content, pages=1).save(tmp_path / "one.pdf")
            with Pdf.open(io.BytesIO(one.read_bytes())) as made:
                whole.pages.extend(made.pages)
        whole.save(path)
    with Document(path) as document:
        pages = list(document.pages(300))
    measured = ghostscript_.plates(path, pages, 300)
    assert measured is not None
    for name, page, plate in zip(PAGES, pages, measured, strict=True):
        told = ink.told(page)
        assert told is not None and plate.ink <= told + STEP, name


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(TEXT, 100, id="text"),
        pytest.param(f"{GROUND} {TEXT}", 180 + 100, id="text on colour"),
        pytest.param(
            f"0.9 0.45 0.45 0.25 k {box(70, 70, 9, 9)} f {TEXT}", 205, id="text beside it"
        ),
        pytest.param(f"/M gs {GROUND}", None, id="blend mode"),
        pytest.param(f"/Over gs {GROUND}", None, id="overprinting colour"),
        pytest.param(f"/Curve gs {GROUND}", None, id="transfer function"),
        pytest.param(f"1 0 0 rg {box(20, 20, 60, 60)} f", None, id="RGB"),
    ],
)
def test_what_objects_tell(content: str, told: float | None, tmp_path: Path) -> None:
    maker = Maker(content=content)
    maker.add("ExtGState", M=Dictionary(BM=Name.Multiply), Curve=Dictionary(TR=Name.Identity))
    with Document(maker.save(tmp_path / "one.pdf")) as document:
        page = next(document.pages(300))
    assert ink.told(page) == (told if told is None else pytest.approx(told))


def rendered(
    pages: list[tuple[float | None, bool]], monkeypatch: pytest.MonkeyPatch, excess: float = 0
) -> list[list[int]]:
    """Which pages are rendered, in their turns: of each is given what its objects tell, and
    whether anything was found on it. Its plates carry that and `excess`."""
    asked = []
    area = Area(0, 0, 100, 100)
    boxes = Boxes(area, area, None, None, frozenset())

    def plates(_: Path, frames: list[PageFacts], *__: object) -> list[PlateFacts]:
        asked.append([one.number for one in frames])
        return [PlateFacts(one.number, (pages[one.number - 1][0] or 90) + excess) for one in frames]

    monkeypatch.setattr(ghostscript_, "plates", plates)
    judged = [
        Judged(PageFacts(at, boxes), None, [Finding("press.font", "type3")] * found, most)
        for at, (most, found) in enumerate(pages, 1)
    ]
    Plates(Path("one.pdf"), Kept(None, Wanted.interior(PROFILE)), 1).of(judged)
    return [numbers for numbers in asked if numbers]


def test_only_doubtful_pages_and_the_inkiest_are_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    black, clear = (100.0, False), (205.0, False)
    assert rendered([black, clear, black, clear], monkeypatch) == [[4]]
    assert rendered([black, (None, False), black], monkeypatch) == [[2], [3]]
    assert rendered([black, (96.0, True), clear], monkeypatch) == [[2], [3]]
    assert rendered([black, (296.0, False), clear], monkeypatch) == [[2]]
    # Plates that read lower than the objects tell prove nothing of the others.
    assert rendered([black, clear, (204.0, False)], monkeypatch, -50) == [[2], [3]]
