"""Where results land: built beside, swapped in when whole. A killed build costs no reader a page.

A unit (dist/site, each dist/print/<issue>) is exchanged in one step where the system can
(renameat2 on Linux); elsewhere the old one is renamed aside and mended at the next start.
"""

import contextlib
import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

MARKER = ".songngu-output"
FRESH, OLD = ".fresh-", ".old-"
# Seconds to wait between tries: on Windows a guard against viruses holds what is new for a moment,
# and meanwhile neither it nor a folder around it can be renamed.
HELD = (0.1, 0.2, 0.4, 0.8, 1.6) if sys.platform == "win32" else ()


class MachineError(Exception):
    """The machine (disk, permission, another program) stopped the work. `key` names a sentence."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@contextlib.contextmanager
def unit(target: Path, spare: Path | None = None) -> Iterator[Path]:
    """A new folder that becomes `target` when the body ends well; else nothing changes. It is empty
    but for a body that can begin with an older unit: that is found in `spare`, where the one goes
    that is replaced, if both are on one disk."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        mend(target)
        refuse_foreign(target)
        fresh = target.parent / f".{target.name}{FRESH}{os.getpid()}"
        if spare and target.exists() and not spare.is_symlink() and (spare / MARKER).is_file():
            with contextlib.suppress(OSError):
                spare.rename(fresh)
        fresh.mkdir(exist_ok=True)
    except OSError as error:
        raise disk_error(error, target) from error
    try:
        yield fresh
        (fresh / MARKER).write_text("Songngu\n", "utf-8", newline="\n")
        _put_away(_swap(fresh, target), spare)
    except OSError as error:
        if error.filename and str(fresh) not in str(error.filename):
            raise
        raise disk_error(error, target) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def mend(target: Path) -> None:
    """Finish or undo what a killed build left beside `target`."""
    for left in target.parent.glob(f".{target.name}{OLD}*"):
        if target.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            moved(left.rename, target)
    for left in target.parent.glob(f".{target.name}{FRESH}*"):
        if not _at_work(left):
            shutil.rmtree(left, ignore_errors=True)


def _at_work(fresh: Path) -> bool:
    """Whether the process that builds this folder, whose number ends its name, is still there: two
    roots may be built into one place, each under a lock of its own."""
    number = fresh.name.rpartition("-")[2]
    if sys.platform == "win32" or not number.isdigit() or int(number) == os.getpid():
        return False  # There a number cannot be asked for without ending what bears it.
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


def refuse_foreign(target: Path) -> None:
    """Only a folder that is empty or carries our marker is ever replaced or removed."""
    if not target.exists():
        return
    if not target.is_dir() or (any(target.iterdir()) and not (target / MARKER).is_file()):
        raise MachineError("machine.not-ours", path=target)


def claim(folder: Path) -> Path:
    """A folder that is filled file by file: ours if it is empty, new or carries our marker."""
    try:
        refuse_foreign(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARKER).write_text("Songngu\n", "utf-8", newline="\n")
    except OSError as error:
        raise disk_error(error, folder) from error
    return folder


def replace_file(path: Path, content: bytes) -> None:
    """The file with this content, whole or not at all; one that is there keeps its permissions."""
    fresh = path.with_name(f".{path.name}{FRESH}{os.getpid()}")
    try:
        fresh.write_bytes(content)
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, fresh)
        put(fresh, path)
    except OSError as error:
        raise disk_error(error, path) from error
    finally:
        fresh.unlink(missing_ok=True)


def put(fresh: Path, target: Path) -> None:
    """A file that was made beside takes its place. On Windows a program may hold what it shows."""
    try:
        moved(fresh.replace, target)
    except PermissionError as error:
        raise MachineError("machine.held", path=target) from error


def remove(target: Path) -> bool:
    """Remove a unit of ours, and what a killed build left beside it; False if there was none."""
    if target.parent.is_dir():
        mend(target)
    if not target.exists():
        return False
    refuse_foreign(target)
    try:
        shutil.rmtree(target)
    except OSError as error:
        raise disk_error(error, target) from error
    return True


def disk_error(error: OSError, target: Path) -> MachineError:
    path = getattr(error.filename, "name", error.filename) or target  # some tell an open file
    if isinstance(error, FileNotFoundError):
        return MachineError("machine.gone", path=path)
    return MachineError("machine.disk", path=path, reason=error.strerror or str(error))


def moved(way: Callable[[Path], object], to: Path) -> None:
    """A path's `rename` or `replace`, tried again while somebody holds what it moves."""
    for wait in HELD:
        try:
            way(to)
            return
        except PermissionError:
            time.sleep(wait)
    way(to)


def _swap(fresh: Path, target: Path) -> Path | None:
    """Where the old unit lies now, if there was one."""
    if not target.exists():
        moved(fresh.rename, target)
        return None
    if _exchange(fresh, target):
        return fresh
    old = target.parent / f".{target.name}{OLD}{os.getpid()}"
    try:
        moved(target.rename, old)
    except PermissionError as error:
        raise MachineError("machine.held", path=_held(target) or target) from error
    try:
        moved(fresh.rename, target)
    except OSError:
        moved(old.rename, target)
        raise
    return old


def _put_away(old: Path | None, spare: Path | None) -> None:
    if old is None:
        return
    if spare:
        with contextlib.suppress(OSError):
            old.rename(spare)
            return
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    exchange, here = 2, -100
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _held(folder: Path) -> Path | None:
    """The first file that another program holds open: Windows refuses to rename it, even to the
    name that it has."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                path.rename(path)
            except PermissionError:
                return path
    return None


@contextlib.contextmanager
def one_build(root: Path) -> Iterator[None]:
    """One build at a time for a root; a second one is refused, and a killed one leaves no lock."""
    folder = root / ".songngu"
    try:
        folder.mkdir(exist_ok=True)
        handle = (folder / "lock").open("a+b")
    except OSError as error:
        raise disk_error(error, folder) from error
    with handle:
        if not _try_lock(handle.fileno()):
            raise MachineError("machine.busy")
        if sys.platform != "win32":
            # A copy of this process that outlives it for a moment shall not hold the lock.
            os.register_at_fork(after_in_child=handle.close)
        yield


def _try_lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # on Windows the latter; else there are no locks
        return False
    return True
