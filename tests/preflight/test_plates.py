"""The rendered plates, where Ghostscript is installed; what is said where it is not."""

from pathlib import Path

import pytest

from songngu.press.preflight import ghostscript_
from songngu.press.preflight.judge_ import judge
from tests.preflight.builder import PROFILE, Maker
from tests.preflight.seeds import box

needs_ghostscript = pytest.mark.skipif(
    not ghostscript_.version(), reason="not run: Ghostscript is not installed"
)


def stacked(maker: Maker, black: float) -> Maker:
    """Three inks, and black multiplied onto them: no object alone is over the limit."""
    from pikepdf import Dictionary, Name

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
