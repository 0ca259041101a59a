"""Files kept by what they are made from: two at once are safe, a failed one leaves nothing."""

import os
import threading
from pathlib import Path

import pytest

from songngu.cache_ import Cache, digest, digest_of
from songngu.output_ import MachineError
from tests.support import as_nobody

HASH = 65


def make_into(cache: Cache, text: str, calls: list[str]) -> str:
    def make(path: Path) -> None:
        calls.append(text)
        path.write_text(text, "utf-8")

    return cache.file(("key", 1), ".txt", make).read_text("utf-8")


def test_it_is_made_once(tmp_path: Path) -> None:
    calls: list[str] = []
    assert make_into(Cache(tmp_path), "một", calls) == "một"
    assert make_into(Cache(tmp_path), "hai", calls) == "một"
    assert calls == ["một"]


def test_no_cache_makes_it_anew(tmp_path: Path) -> None:
    calls: list[str] = []
    make_into(Cache(tmp_path), "một", calls)
    assert make_into(Cache(tmp_path, enabled=False), "hai", calls) == "hai"
    assert calls == ["một", "hai"]


def test_every_part_of_the_key_counts(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keys: list[tuple[object, ...]] = [("a", 1), ("a", "1"), ("a1",), ("a", 1, None)]
    assert len({cache.path(key, ".png") for key in keys}) == len(keys)


def test_a_failed_one_leaves_nothing(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        path.write_text("nửa", "utf-8")
        raise RuntimeError

    cache = Cache(tmp_path)
    with pytest.raises(RuntimeError):
        cache.file(("key",), ".txt", fail)
    assert [path for path in cache.folder.rglob("*") if path.is_file()] == []


def test_two_at_once_give_one_whole_file(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    both = threading.Barrier(2, timeout=10)
    found: list[str] = []

    def make(path: Path) -> None:
        both.wait()
        path.write_text("x" * 100_000, "utf-8")

    def run() -> None:
        found.append(cache.file(("key",), ".txt", make).read_text("utf-8"))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["x" * 100_000] * 2
    assert len([path for path in cache.folder.rglob("*.txt") if path.is_file()]) == 1


def test_digest(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert digest(path).startswith("ba7816bf")


def test_the_digest_of_a_folder_is_that_of_names_and_bytes(tmp_path: Path) -> None:
    def made(**files: str) -> str:
        folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        for name, text in files.items():
            path = folder / name.replace("_", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (folder / "a/__pycache__").mkdir()
        (folder / "a/__pycache__/a.pyc").write_text(folder.name, "utf-8")
        (folder / "dangling").symlink_to(folder / "nowhere")
        return digest_of(folder)

    assert made(a_b="1", a_c="2") == made(a_c="2", a_b="1")
    others = made(a_b="1", a_d="2"), made(a_b="1", a_c="3"), made(a_b="1", a_c_d="2"), made(a_b="")
    assert len({made(a_b="1", a_c="2"), *others}) == 5


def test_bytes_are_kept_and_read(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.read(("phần", 1), ".part") is None
    cache.write(("phần", 1), ".part", b"\0\n")
    assert cache.read(("phần", 1), ".part") == b"\0\n"
    assert Cache(tmp_path, enabled=False).read(("phần", 1), ".part") is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for at in range(4):
        cache.write((at,), ".part", bytes(100))
        os.utime(cache.path((at,), ".part"), (at, at))
    cache.read((0,), ".part")
    assert cache.prune(2 * (100 + HASH) + 50) == 2
    assert [cache.read((at,), ".part") is not None for at in range(4)] == [True, False, False, True]


def test_a_folder_that_is_not_there_is_pruned_too(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").prune(0) == 0


def test_it_is_looked_through_once_an_hour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    looked: list[int] = []
    monkeypatch.setattr(Cache, "prune", lambda self: looked.append(1))
    cache.write(("a",), ".txt", b"a")
    cache.tidy()
    cache.tidy()
    assert len(looked) == 1
    swept = cache.folder / "swept"
    os.utime(swept, (0, swept.stat().st_mtime - 3700))
    cache.tidy()
    assert len(looked) == 2


@pytest.mark.parametrize("damage", [b"", b"n", b"x" * 9, bytes(200)])
def test_what_was_damaged_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """A power cut leaves an empty or a shorter file under a whole file's name."""
    cache, calls = Cache(tmp_path), list[str]()
    make_into(cache, "nguyên vẹn", calls)
    cache.write((1,), ".part", b"whole")
    cache.path(("key", 1), ".txt").write_bytes(damage)
    cache.path((1,), ".part").write_bytes(damage)
    assert make_into(cache, "nguyên vẹn", calls) == "nguyên vẹn" and len(calls) == 2
    assert cache.read((1,), ".part") is None


def test_a_folder_that_may_only_be_read_serves_what_it_has(tmp_path: Path) -> None:
    cache, calls = Cache(tmp_path), list[str]()
    make_into(cache, "một", calls)
    for path in cache.folder.rglob("*"):
        path.chmod(0o555)
    with as_nobody(tmp_path):
        assert make_into(cache, "hai", calls) == "một"
        cache.write((1,), ".part", b"not kept, and no fault")
        assert cache.read((1,), ".part") is None
        with pytest.raises(MachineError) as caught:
            cache.file((2,), ".txt", lambda path: None)
    assert caught.value.key == "machine.disk"
    assert ".songngu" in str(caught.value.values["path"])
