"""Where results land: swapped in whole, mended after a kill, never over what is not ours."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from songngu import output_
from songngu.output_ import (
    MARKER,
    MachineError,
    disk_error,
    one_build,
    put,
    remove,
    replace_file,
    unit,
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def build(target: Path, text: str) -> None:
    with unit(target) as fresh:
        (fresh / "index.html").write_text(text, "utf-8")


@pytest.fixture(params=["exchange", "rename"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A unit to build, on a system that exchanges folders and on one that cannot."""
    if request.param == "rename":
        monkeypatch.setattr(output_, "_exchange", lambda one, other: False)
    return tmp_path / "dist/site"


def test_a_first_build_and_a_second(target: Path) -> None:
    build(target, "một")
    assert (target / "index.html").read_text("utf-8") == "một"
    (target / "old.html").write_text("x", "utf-8")
    build(target, "hai")
    assert names(target) == [MARKER, "index.html"]
    assert (target / "index.html").read_text("utf-8") == "hai"
    assert names(target.parent) == ["site"], "nothing is left beside"


def test_a_failed_build_leaves_the_last_good_one(target: Path) -> None:
    build(target, "một")
    with pytest.raises(RuntimeError), unit(target) as fresh:
        (fresh / "index.html").write_text("hai", "utf-8")
        raise RuntimeError
    assert (target / "index.html").read_text("utf-8") == "một"
    assert names(target.parent) == ["site"]


def test_an_interrupted_build_leaves_the_last_good_one(target: Path) -> None:
    build(target, "một")
    with pytest.raises(KeyboardInterrupt), unit(target):
        raise KeyboardInterrupt
    assert names(target.parent) == ["site"]


def test_a_unit_may_begin_with_the_one_before_the_last(target: Path, tmp_path: Path) -> None:
    spare, began = tmp_path / "spare", []
    for text in "abcd":
        with unit(target, spare) as fresh:
            began.append(sorted(path.name for path in fresh.iterdir()))
            (fresh / f"{text}.html").write_text(text, "utf-8")
        assert names(target.parent) == ["site"]
    assert began == [[], [], [MARKER, "a.html"], [MARKER, "b.html"]]
    assert names(target) == [MARKER, "b.html", "d.html"]
    assert names(spare) == [MARKER, "a.html", "c.html"]


@pytest.mark.parametrize("place", ["not ours", "a link", "another disk"])
def test_only_our_own_spare_is_begun_with(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    build(target, "một")
    spare = tmp_path / "spare"
    mine = tmp_path / "mine" if place == "a link" else spare
    mine.mkdir()
    for name in ("thesis.doc", MARKER)[: 1 if place == "not ours" else 2]:
        (mine / name).write_text("mine", "utf-8")
    if place == "a link":
        spare.symlink_to(mine)
    before, rename = names(mine), Path.rename

    def refused(self: Path, to: Path) -> Path:
        if spare in (self, to):
            raise OSError(18, "Invalid cross-device link")
        return rename(self, to)

    if place == "another disk":
        monkeypatch.setattr(Path, "rename", refused)
    with unit(target, spare) as fresh:
        assert names(fresh) == []
    assert names(target.parent) == ["site"] and names(target) == [MARKER]
    assert names(mine) == before


@pytest.mark.parametrize("content", ["thesis.doc", ".ssh/key"])
def test_a_foreign_folder_is_refused_and_untouched(target: Path, content: str) -> None:
    path = target / content
    path.parent.mkdir(parents=True)
    path.write_text("mine", "utf-8")
    with pytest.raises(MachineError) as caught:
        build(target, "một")
    assert caught.value.key == "machine.not-ours"
    with pytest.raises(MachineError):
        remove(target)
    assert path.read_text("utf-8") == "mine" and names(target.parent) == ["site"]


def test_a_file_in_the_place_of_the_unit_is_refused(target: Path) -> None:
    target.parent.mkdir()
    target.write_text("mine", "utf-8")
    with pytest.raises(MachineError):
        build(target, "một")
    assert target.read_text("utf-8") == "mine"


def test_an_empty_folder_is_taken(target: Path) -> None:
    target.mkdir(parents=True)
    build(target, "một")
    assert (target / "index.html").exists()


def test_what_a_killed_build_left_is_mended(target: Path) -> None:
    """Killed between the two renames: the old unit comes back before anything else happens."""
    build(target, "một")
    target.rename(target.parent / ".site.old-123")
    half = target.parent / ".site.fresh-123"
    half.mkdir()
    (half / "half.html").write_text("x", "utf-8")
    with pytest.raises(RuntimeError), unit(target):
        raise RuntimeError
    assert (target / "index.html").read_text("utf-8") == "một"
    assert names(target.parent) == ["site"]


def test_killed_after_the_swap_the_old_unit_goes(target: Path) -> None:
    build(target, "hai")
    (target.parent / ".site.old-123").mkdir()
    build(target, "ba")
    assert names(target.parent) == ["site"]


def test_another_unit_beside_is_left_alone(target: Path) -> None:
    (target.parent / ".site2.fresh-1").mkdir(parents=True)
    build(target, "một")
    assert ".site2.fresh-1" in names(target.parent)


@pytest.mark.skipif(sys.platform == "win32", reason="not run: no number can be asked for there")
def test_what_another_process_is_building_is_left_alone(target: Path) -> None:
    """Two roots may be built into one place, each under a lock of its own."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        alive = target.parent / f".site.fresh-{other.pid}"
        alive.mkdir(parents=True)
        build(target, "một")
        assert alive.is_dir()
        other.communicate()
    build(target, "hai")
    assert names(target.parent) == ["site"]


def refusing(monkeypatch: pytest.MonkeyPatch, *held: Path) -> None:
    """As on Windows: a held file, and a folder that holds one, cannot be renamed."""
    rename = Path.rename

    def refused(self: Path, to: Path) -> Path:
        if any(path == self or path.is_relative_to(self) for path in held):
            raise PermissionError(13, "in use", str(self))
        return rename(self, to)

    monkeypatch.setattr(output_, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refused)


def test_a_file_held_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "print/so-1"
    with unit(target) as fresh:
        for name in ("a.pdf", "interior.pdf", "z.pdf"):
            (fresh / name).write_text(name, "utf-8")
    refusing(monkeypatch, target / "interior.pdf")
    with pytest.raises(MachineError) as caught:
        build(target, "hai")
    assert caught.value.key == "machine.held"
    assert caught.value.values["path"] == target / "interior.pdf"
    assert names(target) == [MARKER, "a.pdf", "interior.pdf", "z.pdf"]
    assert names(target.parent) == ["so-1"]


def test_what_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a guard against viruses holds what is new."""
    target = tmp_path / "site"
    build(target, "một")
    rename, refused = Path.rename, set[Path]()

    def held_once(self: Path, to: Path) -> Path:
        if self not in refused:
            refused.add(self)
            raise PermissionError(13, "in use", str(self))
        return rename(self, to)

    monkeypatch.setattr(output_, "_exchange", lambda one, other: False)
    monkeypatch.setattr(output_, "HELD", (0.0, 0.0))
    monkeypatch.setattr(Path, "rename", held_once)
    build(target, "hai")
    assert (target / "index.html").read_text("utf-8") == "hai" and len(refused) == 2
    assert names(tmp_path) == ["site"]


def test_a_new_unit_that_cannot_be_put_there_gives_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    build(target, "một")
    rename = Path.rename

    def refused(self: Path, to: Path) -> Path:
        if ".fresh-" in self.name:
            raise PermissionError(13, "in use", str(self))
        return rename(self, to)

    monkeypatch.setattr(output_, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(MachineError):
        build(target, "hai")
    assert (target / "index.html").read_text("utf-8") == "một"


def test_a_file_that_a_reader_shows_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a proof that is open in Acrobat, to be made again."""
    fresh, target = tmp_path / "ben.fresh", tmp_path / "ben.pdf"
    fresh.touch()
    monkeypatch.setattr(Path, "replace", lambda self, to: _refused(self))
    with pytest.raises(MachineError) as caught:
        put(fresh, target)
    assert (caught.value.key, caught.value.values) == ("machine.held", {"path": target})


def _refused(path: Path) -> None:
    raise PermissionError(13, "Access is denied", str(path))


def test_a_full_disk_is_the_machines_fault(target: Path) -> None:
    with pytest.raises(MachineError) as caught, unit(target) as fresh:
        raise OSError(28, "No space left on device", str(fresh / "page.html"))
    assert caught.value.key == "machine.disk"


def test_an_open_file_is_told_by_its_name(tmp_path: Path) -> None:
    """As pikepdf does when it cannot write on."""
    with (tmp_path / "interior.pdf").open("wb") as handle:
        told = disk_error(OSError(27, "File too large", handle), tmp_path)
    assert told.values["path"] == str(tmp_path / "interior.pdf")


def test_remove(target: Path) -> None:
    assert not remove(target)
    build(target, "một")
    assert remove(target) and not target.exists()


def test_what_a_killed_build_left_is_removed_too(target: Path) -> None:
    build(target, "một")
    target.rename(target.parent / ".site.old-123")
    (target.parent / ".site.fresh-999999999").mkdir()
    assert remove(target)
    assert names(target.parent) == []


HOLD = """
import sys
from pathlib import Path
from songngu.output_ import one_build
with one_build(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_builds_at_once(tmp_path: Path) -> None:
    words = [sys.executable, "-c", HOLD, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(words, env=dict(os.environ), **pipes) as other:  # type: ignore[call-overload]
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(MachineError) as caught, one_build(tmp_path):
            pass
        assert caught.value.key == "machine.busy"
        other.kill()
        other.wait()
    with one_build(tmp_path):
        pass  # A killed build leaves no lock.


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "credits.yml"
    replace_file(path, b"ben.png: {}\n")
    path.chmod(0o640)
    replace_file(path, b"ben.png: {}\ncheo.png: {}\n")
    assert path.read_bytes().count(b"\n") == 2 and path.stat().st_mode & 0o777 == 0o640

    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(MachineError):
        replace_file(path, b"")
    assert path.read_bytes().count(b"\n") == 2 and names(tmp_path) == ["credits.yml"]
