"""press.yml: every preset stands, and what a shop could not do is refused."""

import shutil
from pathlib import Path

import pytest

from songngu.geometry import padding
from songngu.source.press import GLUED, NAME, read_press
from tests.conftest import ROOT

PRESETS = {
    "205x290": (205, 290), "20x29": (200, 290), "A4-perfect": (210, 297), "A4-saddle": (210, 297),
    "19x27": (190, 270), "16x24": (160, 240), "14.5x20.5": (145, 205), "A5": (148, 210),
}  # fmt: skip


@pytest.mark.parametrize(("name", "trim"), PRESETS.items())
def test_every_preset_stands(name: str, trim: tuple[float, float]) -> None:
    found = read_press(ROOT, name)
    profile = found.value
    assert profile is not None and found.diagnostics == ()
    assert profile.trim == trim and profile.variant == "x-4"
    assert profile.inner + profile.outer < trim[0] / 2
    assert profile.inside.caliper and profile.cover.caliper > profile.inside.caliper
    assert (ROOT / profile.icc).is_file()
    assert profile.multiple in GLUED or profile.binding == "saddle"
    assert padding(90, profile.multiple) == -90 % profile.multiple


def test_an_unknown_profile_is_told(tmp_path: Path) -> None:
    found = read_press(ROOT, "A3")
    assert found.value is None
    assert [one.key for one in found.diagnostics] == ["config.invalid/not-allowed"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("variant: x-4", "variant: x-1a", "config.invalid/no-x1a"),
        ("    multiple: 8\n", "    multiple: 4\n", "config.invalid/signature"),
        ("  ink_limit: 300\n", "", "config.invalid/missing-key"),
        ("  bleed: 3\n", "  bleed: -3\n", "config.invalid/bad-form"),
    ],
)
def test_what_cannot_be_printed_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = (ROOT / NAME).read_text("utf-8")
    assert old in text
    (tmp_path / "print").mkdir()
    (tmp_path / NAME).write_text(text.replace(old, new, 1), "utf-8")
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    found = read_press(tmp_path)
    assert found.value is None
    assert key in [one.key for one in found.diagnostics]


def test_another_printers_profile_is_one_line(tmp_path: Path) -> None:
    text = (ROOT / NAME).read_text("utf-8")
    (tmp_path / "print").mkdir()
    shutil.copyfile(ROOT / "assets/icc/FOGRA39L_TAC300.icc", tmp_path / "shop.icc")
    changed = text.replace("icc: assets/icc/FOGRA39L_TAC300.icc", "icc: shop.icc")
    (tmp_path / NAME).write_text(changed, "utf-8")
    profile = read_press(tmp_path).value
    assert profile is not None and profile.icc == "shop.icc"
