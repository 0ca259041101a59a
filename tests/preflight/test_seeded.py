"""Every sentence of the preflight is told for a PDF with that defect, and for no sound one."""

from dataclasses import replace
from pathlib import Path

import pytest

from songngu.diagnostics import SEVERITIES
from songngu.messages import hint, message, sentences
from songngu.model import LANGS
from songngu.press.preflight.judge_ import Report, judge, judge_cover
from songngu.press.preflight.wanted import Wanted
from tests.preflight.builder import PROFILE, Maker
from tests.preflight.cases import SEEDS
from tests.preflight.conftest import Tally
from tests.preflight.seeds import Seed

# Only rendered plates tell these: they are seeded in test_plates.py.
RENDERED = {"press.ink/plates"}
UNSEEDED = {"press.intent/no-identifier"}  # the library writes an ID always: test_unidentified


def judged(seed: Seed, bad: bool, path: Path) -> Report:
    maker = Maker(version="PDF/X-1a:2003") if seed.variant == "x-1a" else Maker()
    seed.change(maker, bad)
    profile = replace(PROFILE, variant=seed.variant)
    file = maker.save(path)
    if seed.spine is not None:
        now = seed.interior if bad and seed.interior else "bound"
        return judge_cover(file, profile, seed.spine, bound_to="bound", interior=now)
    wanted = Wanted.interior(profile, seed.families)
    return judge(file, profile, wanted=wanted, plates=False)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.key}: {seed.name}")
def test_seeded(seed: Seed, tmp_path: Path, scores: dict[str, Tally]) -> None:
    tally = scores.setdefault(seed.key, Tally())
    bad = [one.key for one in judged(seed, True, tmp_path / "bad.pdf").diagnostics]
    good = [one.key for one in judged(seed, False, tmp_path / "good.pdf").diagnostics]
    tally.seeded += 1
    tally.caught += seed.key in bad
    tally.false += len(good)
    assert set(bad) == {seed.key}
    assert good == []


def test_every_sentence_is_seeded() -> None:
    known = {
        key
        for key in sentences("vi")
        if key.startswith("press.") and not key.startswith("press.structure/")
    }  # those are seeded in test_structure.py
    assert known == {seed.key for seed in SEEDS} | RENDERED | UNSEEDED
    families = {key.partition("/")[0] for key in known}
    judged_codes = {code.partition("/")[0] for code in SEVERITIES if code.startswith("press.")}
    assert judged_codes == families | {"press.structure"}


def test_findings_tell_page_and_place(tmp_path: Path) -> None:
    """Page, area in millimetres from the trim's top left, and sentences without open places."""
    for seed in SEEDS:
        for one in judged(seed, True, tmp_path / "bad.pdf").diagnostics:
            for lang in LANGS:
                assert message(one, lang) and hint(one, lang)
            whole = one.code in ("press.intent", "press.pages", "press.stale-cover")
            assert (one.page is None) == whole
            assert (one.area is None) == whole


def test_place_is_where_the_defect_is(tmp_path: Path) -> None:
    maker = Maker()
    maker.content = "1 0 0 rg 85.039 170.079 56.693 28.346 re f"  # 30 x 60 mm from below, 20 x 10
    report = judge(maker.save(tmp_path / "one.pdf"), PROFILE, plates=False)
    (found,) = report.diagnostics
    assert found.page == 1
    assert found.area == pytest.approx((30, 30, 20, 10), abs=0.1)
    assert found.place.path == "one.pdf"


def test_what_the_bleed_hides_is_ignored(tmp_path: Path) -> None:
    """A cut spread keeps the other half in its stream; crop marks stand outside in all plates."""
    maker = Maker(content="1 0 0 rg 300 20 90 90 re f BT /F 9 Tf 300 20 Td (ngoai) Tj ET")
    assert judge(maker.save(tmp_path / "one.pdf"), PROFILE, plates=False).diagnostics == ()
