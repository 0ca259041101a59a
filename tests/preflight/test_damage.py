"""Files damaged at random: always a verdict, never an exception."""

import random
from pathlib import Path

import pytest

from songngu.press.preflight.judge_ import judge
from tests.preflight.builder import PROFILE, Maker
from tests.preflight.cases import SEEDS

LETTERS = b"0123456789 /<>[]()abcRfQqTj-.\x00\xff"


@pytest.mark.parametrize("part", range(4))
def test_damaged_files_are_judged(part: int, tmp_path: Path) -> None:
    chance = random.Random(part)
    for seed in SEEDS[part::4]:
        maker = Maker()
        seed.change(maker, True)
        sound = maker.save(tmp_path / "sound.pdf").read_bytes()
        for _ in range(4):
            data = bytearray(sound)
            for _ in range(chance.randint(1, 25)):
                data[chance.randrange(len(data))] = chance.choice(LETTERS)
            damaged = tmp_path / "damaged.pdf"
            damaged.write_bytes(data)
            report = judge(damaged, PROFILE, plates=False)
            assert report.measured or report.unmeasured


def test_an_operator_beyond_us_is_told(tmp_path: Path) -> None:
    maker = Maker(content="(text) /F 12 0 0 0 cm 0 0 0 1 k BT /F 10 Tf 50 120 Td (Vinh) Tj ET")
    found = judge(maker.save(tmp_path / "one.pdf"), PROFILE, plates=False).diagnostics
    assert [one.key for one in found] == ["press.box/unread"]
    assert "cm" in str(found[0].values["why"])
