"""Small values kept as lines of one file: whoever adds, kills, damages or deletes meanwhile, told
is what was put, or nothing."""

import os
import pickle
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from songngu.cache_ import Cache
from songngu.ledger_ import Ledger
from tests.support import as_nobody

VALUES = {("bài", at): {"lời": f"dòng\n{at}", "số": [at, None, "\ud800"]} for at in range(20)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache/ledger"


def filled(path: Path) -> Ledger:
    ledger = Ledger(path)
    for key, value in VALUES.items():
        ledger.put(key, value)
    return ledger


def told(path: Path) -> dict[tuple[object, ...], object]:
    """What another process is told."""
    ledger = Ledger(path)
    return {key: value for key in VALUES if (value := ledger.get(key)) is not None}


def test_what_was_put_is_told(path: Path) -> None:
    assert told(path) == {}
    ledger = filled(path)
    assert {key: ledger.get(key) for key in VALUES} == VALUES == told(path)
    assert ledger.get(("bài", "0")) is None


def test_no_cache_neither_keeps_nor_tells(tmp_path: Path) -> None:
    Cache(tmp_path, enabled=False).put(("a",), 1)
    assert Cache(tmp_path).get(("a",)) is None
    Cache(tmp_path).put(("a",), 1)
    assert Cache(tmp_path, enabled=False).get(("a",)) is None
    assert Cache(tmp_path).get(("a",)) == 1


def test_each_hears_of_what_the_others_added(path: Path) -> None:
    one, two = Ledger(path), pickle.loads(pickle.dumps(Ledger(path)))
    for at in range(3):
        one.put((at, "one"), [at])
        two.put((at, "two"), [at])
    assert [one.get((at, "two")) for at in range(3)] == [[0], [1], [2]]
    assert [two.get((at, "one")) for at in range(3)] == [[0], [1], [2]]


def test_half_a_line_is_none_and_spoils_no_other(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:-9])  # killed, or no room
    assert len(told(path)) == len(VALUES) - 1
    Ledger(path).put(("next",), "whole")
    assert Ledger(path).get(("next",)) == "whole"


def test_damage_is_never_told(path: Path) -> None:
    """Bytes changed, taken out and put in anywhere: every value that is told is the true one."""
    filled(path)
    whole = path.read_bytes()
    chance = random.Random(9)
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at, size = chance.randrange(len(data)), chance.choice((0, 1, 1, 40, 900))
            data[at : at + size] = chance.choice((b"", b"\n", b"0", chance.randbytes(size)))
        path.write_bytes(data)
        assert told(path).items() <= VALUES.items()


def test_it_may_go_at_any_moment(path: Path) -> None:
    ledger = filled(path)
    path.unlink()
    ledger.put(("after",), 1)
    assert ledger.get(("bài", 0)) == VALUES["bài", 0]
    assert (told(path), Ledger(path).get(("after",))) == ({}, 1)


def test_another_file_in_its_place_is_read(path: Path) -> None:
    ledger = filled(path)
    assert ledger.get(("new",)) is None
    Ledger(path.with_name("other")).put(("new",), 1)
    path.with_name("other").replace(path)
    assert ledger.get(("new",)) == 1


def test_what_was_used_stays_and_then_what_is_newest(path: Path) -> None:
    filled(path)
    ledger, size = Ledger(path), path.stat().st_size
    used, *_, last = VALUES
    ledger.get(used)
    ledger.thin(size)
    assert path.stat().st_size == size, "it may be as long"
    ledger.thin(size - 1)
    assert size / 3 < path.stat().st_size < size / 2
    left = told(path)
    assert {used, last} < left.keys() and left.items() < VALUES.items()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_a_build_uses_is_never_too_long(path: Path) -> None:
    ledger = filled(path)
    ledger.thin(0)
    assert told(path) == VALUES


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, path: Path) -> None:
    filled(path)
    path.chmod(0o444)
    with as_nobody(tmp_path):
        ledger = Ledger(path)
        ledger.put(("new",), 1)
        ledger.thin(0)
        assert ledger.get(("bài", 1)) == VALUES["bài", 1]
    assert (told(path), Ledger(path).get(("new",))) == (VALUES, None)
    path.unlink()
    path.mkdir()  # nor where something else stands
    assert told(path) == {}
    filled(path).thin(0)


@pytest.mark.skipif(sys.platform == "win32", reason="not run: no fork, no SIGKILL")
def test_killed_while_two_of_them_add(path: Path) -> None:
    """Lines of other processes never mix, whoever of them ends when."""
    path.parent.mkdir()
    children = []
    for which in range(2):
        child = os.fork()
        if child == 0:
            ledger = Ledger(path)
            while True:
                for key, value in VALUES.items():
                    ledger.put((which, *key), [value] * 40)
        children.append(child)
    last, until = [*VALUES][-1], time.monotonic() + 60
    try:  # until each has told all once, and is at it again
        while any(Ledger(path).get((which, *last)) is None for which in range(2)):
            assert time.monotonic() < until
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    ledger = Ledger(path)
    found = [ledger.get((which, *key)) for which in range(2) for key in VALUES]
    assert found == [[value] * 40 for value in VALUES.values()] * 2
