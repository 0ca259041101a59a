"""build.py: the standard library alone, and the environment made once."""

import ast
import errno
import importlib.util
import json
import os
import site
import sys
import types
from pathlib import Path
from types import ModuleType

import pytest

from songngu.console_ import language as language_of_the_console
from songngu.options import VERBS, WITH_VALUE
from tests.support import CHECKOUT

SOURCE = (CHECKOUT / "build.py").read_text("utf-8")


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A door of its own, whose environment lies in the test's folder."""
    spec = importlib.util.spec_from_file_location("door", CHECKOUT / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for name in ("run.txt", "test.txt", "bench.txt"):
        (requirements / name).write_text(f"{name}\n", "utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv/stamp.json")
    return module


@pytest.fixture
def installs(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What set-up does, told instead of done."""
    import venv

    done: list[str] = []

    def create(folder: Path, **options: object) -> None:
        done.append("venv")
        Path(folder).mkdir(exist_ok=True)

    def pip(lock: str) -> int:
        assert not door.STAMP.exists(), "a killed install must be seen"
        done.append(lock)
        return 0

    monkeypatch.setattr(venv, "create", create)
    monkeypatch.setattr(door, "pip_install", pip)
    monkeypatch.setattr(door, "put_checkout_on_path", lambda: done.append("path"))
    return done


def test_it_imports_the_standard_library_alone() -> None:
    names = set()
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module).partition(".")[0])
    assert names <= sys.stdlib_module_names


def test_an_old_python_can_read_it_far_enough_to_be_told() -> None:
    """The python3 of a Mac is 3.9: it must be told in a sentence, not by a traceback."""
    tree = ast.parse(SOURCE, feature_version=(3, 8))
    new = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "zip"
        and any(word.arg == "strict" for word in node.keywords)
    ]
    assert new == [], "zip(strict=...) is of Python 3.10"


def test_an_old_python_is_told(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(door, "OLDEST", (99, 0))
    monkeypatch.setattr(sys, "argv", ["build.py", "--lang", "en"])
    assert door.main(["check"]) == 5
    assert "python.org" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ([], "all"),
        (["--lang", "en"], "all"),
        (["check"], "check"),
        (["--root", "print", "check"], "check"),
        (["--root=print", "check", "print"], "check"),
        (["--issue", "test"], "all"),
        (["--profile", "site"], "site"),
        (["--profile", "A5", "preflight", "a.pdf"], "preflight"),
        (["--only", "vi", "site"], "site"),
        (["--help"], "help"),
        (["print", "--help"], "print"),
        (["--version"], "help"),
        (["test", "--", "-k", "x"], "test"),
    ],
)
def test_verb_of(door: ModuleType, words: list[str], verb: str) -> None:
    assert door.verb_of(words) == verb


def test_the_door_knows_every_option_with_a_value(door: ModuleType) -> None:
    """Else the option's value would be taken for the verb."""
    assert set(WITH_VALUE) == door.OPTIONS_WITH_VALUE
    assert set(VERBS) >= door.NEEDS_PANGO


@pytest.mark.parametrize(
    ("words", "env", "lang"),
    [
        ([], {}, "vi"),
        (["--lang", "en"], {}, "en"),
        (["--lang=en"], {"LANG": "vi_VN"}, "en"),
        (["--lang", "vi"], {"LANG": "en_GB"}, "vi"),
        (["check"], {"LANG": "en_GB.UTF-8"}, "en"),
        (["check"], {"LC_ALL": "vi_VN", "LANG": "en_GB"}, "vi"),
        (["check", "--lang"], {}, "vi"),
    ],
)
def test_it_speaks_the_language_of_the_house(
    door: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    env: dict[str, str],
    lang: str,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert door.language(words) == ["vi", "en"].index(lang)
    if "--lang" not in " ".join(words):
        assert language_of_the_console(None) == lang


def test_every_sentence_stands_in_two_languages_with_the_same_places(door: ModuleType) -> None:
    import string

    for key, said in door.SENTENCES.items():
        places = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in said
        ]
        assert len(said) == 2 and places[0] == places[1], key


def test_a_first_install_makes_everything_and_stamps_last(
    door: ModuleType, installs: list[str]
) -> None:
    assert door.make_environment("check") == 0
    assert installs == ["venv", "run.txt", "path"]
    assert door.make_environment("check") == 0
    assert installs == ["venv", "run.txt", "path"], "nothing is done twice"


def test_the_tests_add_their_tools_to_what_is_there(door: ModuleType, installs: list[str]) -> None:
    door.make_environment("check")
    installs.clear()
    assert door.make_environment("test") == 0
    assert installs == ["test.txt", "path"]
    installs.clear()
    assert door.make_environment("check") == 0 and installs == []


def test_a_verb_s_tools_stay_when_another_adds_its_own(
    door: ModuleType, installs: list[str]
) -> None:
    door.make_environment("test")
    door.make_environment("bench")
    installs.clear()
    assert door.make_environment("test") == 0 and installs == []


@pytest.mark.parametrize("spoilt", ["lock", "python", "checkout", "json", "gone"])
def test_a_stamp_that_does_not_fit_is_done_again(
    door: ModuleType, installs: list[str], spoilt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.make_environment("test")
    installs.clear()
    stamp = json.loads(door.STAMP.read_text("utf-8"))
    if spoilt == "lock":
        (door.ROOT / "requirements/run.txt").write_text("newer\n", "utf-8")
    elif spoilt == "gone":
        door.STAMP.unlink()
    elif spoilt == "json":
        door.STAMP.write_text("{", "utf-8")
    else:
        door.STAMP.write_text(json.dumps({**stamp, spoilt: "3.10 old"}), "utf-8")
    assert door.make_environment("test") == 0
    assert installs == ["venv", "run.txt", "test.txt", "path"]


def test_crlf_in_a_lock_is_no_change(door: ModuleType) -> None:
    before = door.wanted_stamp(["run.txt", "test.txt"])
    for name in ("run.txt", "test.txt"):
        path = door.ROOT / "requirements" / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert door.wanted_stamp(["run.txt", "test.txt"]) == before


def test_a_failed_install_leaves_no_stamp(
    door: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "pip_install", lambda lock: 23)
    assert door.make_environment("check") == 5
    assert not door.STAMP.exists()


def test_fits(door: ModuleType) -> None:
    assert door.fits({"a": "1", "b": "2"}, {"a": "1"})
    assert not door.fits({"a": "1"}, {"a": "1", "b": "2"})
    assert not door.fits({}, {"a": "1"})


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258"])
def test_no_console_breaks_a_sentence(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    import io

    for lang in ("vi", "en"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(sys, "argv", ["build.py", "--lang", lang])
        for key in door.SENTENCES:
            door.say(
                key,
                verb="v",
                found="3",
                code=1,
                packages="p",
                what="w",
                command="c",
                path="đ",
                error="e",
            )
        stream.flush()
        assert stream.buffer.tell() > 100


def test_the_checkout_is_found_below_any_name(
    door: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a user called Nguyễn: before 3.13 Python reads a .pth in the locale's encoding, and that
    of an English Windows has no ễ."""
    root = tmp_path / "Nguyễn Đỗ/tập san"
    folder = root / ".venv/lib/python3.11/site-packages"
    folder.mkdir(parents=True)
    monkeypatch.setattr(door, "ROOT", root)
    monkeypatch.setattr(door, "VENV", root / ".venv")
    door.put_checkout_on_path()
    line = (folder / "songngu-checkout.pth").read_text("ascii").strip()
    monkeypatch.setattr(sys, "path", [])
    site.addsitedir(str(folder))
    assert str(root) in sys.path and line == "../../../.."


def test_its_own_environment_is_not_taken_away(
    door: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal of an editor's editor has .venv's own Python first; Windows removes no program
    that runs."""
    door.make_environment("check")
    (door.ROOT / "requirements/run.txt").write_text("newer\n", "utf-8")
    monkeypatch.setattr(sys, "prefix", str(door.VENV))
    installs.clear()
    assert door.make_environment("check") == 0
    assert installs == ["run.txt", "path"]


def test_what_only_windows_says_is_understood(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The locale, the kind of Python, a program in use: each is told."""
    windows = types.SimpleNamespace(**vars(os))
    windows.name, windows.environ = "nt", {}
    monkeypatch.setattr(door, "os", windows)
    monkeypatch.setattr(door.locale, "setlocale", lambda kind: "English_United States.1252")
    assert door.language(["check"]) == 1
    monkeypatch.setattr(door.sysconfig, "get_platform", lambda: "win-arm64")
    assert door.main(["check"]) == 5
    assert "win-arm64" in capsys.readouterr().err
    monkeypatch.setattr(door.sysconfig, "get_platform", lambda: "win-amd64")

    def held(verb: str) -> int:
        raise PermissionError(13, "Access is denied", "python.exe")

    monkeypatch.setattr(door, "make_environment", held)
    assert door.main(["check"]) == 5
    assert "Another program is using python.exe" in capsys.readouterr().err


def test_pango_is_looked_for_where_the_engine_looks(
    door: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "libpango-1.0-0.dll").touch()
    windows = types.SimpleNamespace(**vars(os))
    windows.name, windows.environ = "nt", {"WEASYPRINT_DLL_DIRECTORIES": f"C:\\none;{tmp_path}"}
    monkeypatch.setattr(door, "os", windows)
    assert door.have_pango()
    windows.environ = {}
    assert not door.have_pango()


def test_a_disk_without_locks_is_told(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the set-up would wait for ever for a lock that nobody holds."""
    fcntl = pytest.importorskip("fcntl", reason="not run: another lock")

    def refused(*given: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(OSError, match="No locks"):
        door.make_environment("check")
