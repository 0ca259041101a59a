"""What the rim does where another system answers otherwise, piece by piece."""

import io
import locale
import socket
import struct
import sys
import threading
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from songngu import console_, judging_, messages
from songngu.cache_ import Cache
from songngu.cli import main
from songngu.diagnostics import diagnose
from songngu.output_ import MachineError
from songngu.report import as_text
from songngu.serve import watch_
from songngu.serve.server_ import Board, listen
from songngu.site.assets_ import _is_picture
from songngu.site.live_ import KINDS
from songngu.source.links import is_ours


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The console as it knows Windows, where nobody said a language."""
    played = types.SimpleNamespace(platform="win32", stdout=sys.stdout, stderr=sys.stderr)
    monkeypatch.setattr(console_, "sys", played)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("here", "lang"),
    [
        ("English_United States.1252", "en"),
        ("Vietnamese_Vietnam.1258", "vi"),
        ("vi-VN", "vi"),
        ("French_France.utf8", "vi"),
        ("C", "vi"),
    ],
)
def test_the_language_is_that_of_the_region(
    here: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "setlocale", lambda kind: here)
    assert console_.language(None) == lang


@pytest.mark.parametrize(
    ("error", "here", "there"),
    [
        (BrokenPipeError(32, "Broken pipe"), True, True),
        (OSError(22, "Invalid argument"), False, True),
        (OSError(22, "Invalid argument", "a.md"), False, False),
        (OSError(28, "No space left on device"), False, False),
    ],
)
def test_whose_reader_has_gone_says_no_more(
    error: OSError, here: bool, there: bool, request: pytest.FixtureRequest
) -> None:
    assert console_.is_hangup(error) is here
    request.getfixturevalue("windows")
    assert console_.is_hangup(error) is there


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("obeys", [True, False])
def test_a_console_is_asked_to_obey_orders(obeys: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else an older one would print them, and a line for every step."""
    import ctypes

    asked = []

    def set_mode(console: object, mode: int) -> int:
        asked.append(mode)
        return int(obeys)

    kernel = types.SimpleNamespace(GetConsoleMode=lambda *given: 1, SetConsoleMode=set_mode)
    monkeypatch.setattr(ctypes, "windll", types.SimpleNamespace(kernel32=kernel), raising=False)
    handles = types.SimpleNamespace(get_osfhandle=lambda file: file)
    monkeypatch.setitem(sys.modules, "msvcrt", handles)
    stream = Terminal()
    progress = console_.ProgressBar("vi", 2, stream)
    progress("progress.read")
    assert asked == [4] and ("\033" in stream.getvalue()) is obeys
    assert not console_.is_screen(io.StringIO())


def test_a_remedy_names_the_door_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `python3` is a shop's; and what is to be copied stays on one line."""
    found = diagnose("clearance.missing", "a.md", 1, kind="approver", role="approver", name="bến")
    assert "python3 build.py clear" in as_text([found], "vi", 40)
    for module in (messages, sys.modules["songngu.report"]):
        monkeypatch.setattr(module, "DOOR", ".\\songngu")
    said = as_text([found], "vi", 40)
    assert ".\\songngu clear bến --by" in said and "python3" not in said


def test_programs_are_told_in_utf_8(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = io.TextIOWrapper(io.BytesIO(), "cp1258")
    monkeypatch.setattr(sys, "stdout", said)
    main(["status", "--format", "json", "--root", str(tmp_path), "--lang", "vi"])
    assert said.encoding == "utf-8"


# --- what is there ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("assets/images/a.png", True),
        ("//server/share/a.png", False),
        ("\\\\server\\share\\a.png", False),
        ("C:/Users/a.png", False),
        ("C:a.png", False),
        ("/a.png", False),
        ("../a.png", False),
        ("a..b.png", True),
    ],
)
def test_what_lies_elsewhere_is_not_even_asked_for(
    path: str, ours: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Windows would call the machine that a path names, and tell it who asks."""
    assert is_ours(path) is ours
    if ours:
        return

    def asked(*given: object, **named: object) -> None:
        raise AssertionError("the disk was asked")

    for name in ("open", "resolve", "is_file", "stat"):
        monkeypatch.setattr(Path, name, asked)
    assert judging_.hashes(tmp_path)(path) == "—"
    stored = judging_._stored(tmp_path)
    assert not _is_picture(tmp_path, path) and not judging_._exists(tmp_path, stored)(path)
    assert stored(path) == ""


def test_a_name_is_spelt_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a disk that knows no capitals shows here is not there where the site is built."""
    (tmp_path / "assets/images").mkdir(parents=True)
    (tmp_path / "assets/images/bến.png").touch()
    monkeypatch.setattr(Path, "is_file", lambda self: True)
    exists = judging_._exists(tmp_path, judging_._stored(tmp_path))
    assert exists("assets/images/bến.png")
    assert not exists("assets/images/Bến.png")


def test_what_somebody_reads_stays_as_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that make one thing: the later one cannot put it where the other reads it, and need
    not."""

    def one(path: Path) -> None:
        path.write_bytes(b"one")

    cache = Cache(tmp_path)
    kept = cache.file(("key",), ".txt", one)

    def held(self: Path, to: Path) -> Path:
        raise PermissionError(13, "in use", str(to))

    monkeypatch.setattr(Path, "replace", held)
    again = Cache(tmp_path, enabled=False)
    assert again.file(("key",), ".txt", one) == kept
    kept.write_bytes(b"spoilt")
    with pytest.raises(MachineError):
        again.file(("key",), ".txt", one)


def test_fonts_are_read_from_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from songngu.press.weasyprint_ import _local_fetcher

    (tmp_path / "a.ttf").write_bytes(b"letters")
    address = (tmp_path / "a.ttf").as_uri()
    fetcher = _local_fetcher((tmp_path.resolve(),))
    assert fetcher.fetch(address).read() == b"letters"
    monkeypatch.setattr(Path, "as_uri", lambda self: "file://server/share/a.ttf")
    assert fetcher.fetch(address).read() == b"letters"


# --- the preview ------------------------------------------------------------------------------


def test_what_cannot_be_looked_at_is_looked_at_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is being replaced, and one that is going, refuse to be looked at."""
    for name in ("a.md", "b.md"):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / name).touch()
    stat = Path.stat

    def refused(self: Path, **named: bool) -> object:
        if self.name == "a.md":
            raise PermissionError(13, "in use", str(self))
        return stat(self, **named)

    monkeypatch.setattr(Path, "stat", refused)
    assert {*watch_.marks(tmp_path)} == {"content/b.md"}


@pytest.fixture
def address() -> Iterator[tuple[str, int]]:
    server = listen(Board("vi"), 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield "127.0.0.1", server.server_port
    server.shutdown()
    server.server_close()


def test_a_port_is_one_previews_alone(address: tuple[str, int]) -> None:
    with pytest.raises(MachineError):
        listen(Board("vi"), address[1])


def test_a_browser_that_hangs_up_is_no_news(
    address: tuple[str, int], capfd: pytest.CaptureFixture[str]
) -> None:
    """With what is not sent yet thrown away, which is told as an error at the other end."""
    for sent in (b"", b"GET /-/state HTTP/1.1\r\nHost: 127.0.0.1:1\r\n"):
        with socket.create_connection(address) as line:
            line.sendall(sent)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with socket.create_connection(address) as line:
        line.sendall(
            b"GET /-/preview.css HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n"
        )
        assert line.recv(12) == b"HTTP/1.1 200"
    assert capfd.readouterr().err == ""


def test_what_is_sent_is_called_by_its_kind() -> None:
    """Not as the machine would: many a registry of Windows calls a script plain text."""
    assert KINDS[".js"] == "text/javascript" and KINDS[".avif"] == "image/avif"
