"""The command as a user runs it: what is printed where, and the exit code."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from songngu.cli import building
from songngu.output_ import MARKER, MachineError
from songngu.pipeline import Job, Reading
from tests.conftest import call_songngu, run_songngu
from tests.steady.machine import FAULTS, holds
from tests.support import Publication

ENCODINGS = ("cp1252", "cp1258", "ascii")


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return Publication(tmp_path / "ấn phẩm")


def spoil(publication: Publication) -> None:
    publication.replace("content/vi/so-1/ben.md", "fact:mua-2018", "fact:mưa")
    publication.replace("content/en/so-1/ben.md", "## The ferry\n\n", "")


def test_a_good_publication_ends_0(publication: Publication) -> None:
    done = call_songngu("check", "--root", publication.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 pairs: 0 errors, 0 warnings (")


def test_errors_end_3_and_are_told_in_the_asked_language(publication: Publication) -> None:
    spoil(publication)
    done = call_songngu("check", "--root", publication.root, "--lang", "vi")
    assert done.returncode == 3
    assert "✗ content/vi/so-1/ben.md:8" in done.stdout and "2 cặp bài: " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("encoding", "lang"), [*((one, "vi") for one in ENCODINGS), ("ascii", "en")]
)
def test_no_console_breaks_the_answer(publication: Publication, encoding: str, lang: str) -> None:
    spoil(publication)
    words = ("check", "--root", publication.root, "--lang", lang)
    done = subprocess.run(
        [sys.executable, "-m", "songngu", *map(str, words)],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
    )
    assert done.returncode == 3
    said = done.stdout.decode(encoding)
    assert "content/vi/so-1/ben.md:8" in said and "Traceback" not in done.stderr.decode(encoding)
    assert ("Khong co so lieu" if encoding == "ascii" else "") in said or lang == "en"


def test_json_keeps_every_letter_of_a_path_on_any_console(publication: Publication) -> None:
    publication.write("content/vi/so-1/đò.md", "---\ntitle: Đò\ntype: article\nsection: a\n---\n")
    done = call_songngu(
        "check", "--root", publication.root, "--format", "json", PYTHONIOENCODING="cp1252"
    )
    assert {one["path"] for one in json.loads(done.stdout)["diagnostics"]} == {
        "content/vi/so-1/đò.md"
    }


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_console_breaks_the_help(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "songngu", "--help", "--lang", "vi"],
        env={**os.environ, "PYTHONIOENCODING": encoding + ":strict"},
        capture_output=True,
    )
    assert done.returncode == 0 and b"Songngu" in done.stdout


def test_json_is_one_object_and_nothing_else(publication: Publication) -> None:
    spoil(publication)
    done = call_songngu("check", "--root", publication.root, "--format", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (3, "")
    assert data["summary"]["errors"] == len(data["diagnostics"]) == 2
    assert all(not Path(one["path"]).is_absolute() for one in data["diagnostics"])


def test_github_annotations_and_the_job_summary(publication: Publication, tmp_path: Path) -> None:
    spoil(publication)
    summary = tmp_path / "summary.md"
    done = call_songngu(
        "check", "--root", publication.root, "--format", "github", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert done.returncode == 3
    assert all(line.startswith("::error file=content/") for line in done.stdout.splitlines())
    assert summary.read_text("utf-8").count("\n- ") == len(done.stdout.splitlines()) == 2


def test_github_says_nothing_of_nothing(publication: Publication) -> None:
    done = call_songngu("check", "--root", publication.root, "--format", "github")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_warning_ends_0_and_strict_3(publication: Publication) -> None:
    publication.replace("content/vi/so-1/ben.md", "## Con đò", "# Con đò")
    publication.replace("content/en/so-1/ben.md", "## The ferry", "# The ferry")
    done = call_songngu("check", "--root", publication.root)
    assert done.returncode == 0 and "0 errors, 2 warnings" in done.stdout
    assert call_songngu("check", "--root", publication.root, "--strict").returncode == 3


def test_a_path_narrows_what_is_told(publication: Publication) -> None:
    spoil(publication)
    for path, code, errors in (
        ("content/vi/so-1/ben.md", 3, 1),
        ("content/en", 3, 1),
        ("content/vi/so-1/nguoi-lai.md", 0, 0),
        (".", 3, 2),
    ):
        done = call_songngu("check", path, "--format", "json", cwd=publication.root)
        assert done.returncode == code
        assert json.loads(done.stdout)["summary"]["errors"] == errors


def test_a_path_that_is_not_there_is_wrong_usage(publication: Publication) -> None:
    """A slip of the pen must not look like a clean bill of health."""
    holds(call_songngu("check", "content/vi/so-1/bne.md", cwd=publication.root), "no-path")
    holds(call_songngu("check", __file__, cwd=publication.root), "path-outside")


@pytest.mark.parametrize(
    "words",
    [
        ["nope"],
        ["check", "--nope"],
        ["check", "--format", "xml"],
        ["check", "--lang", "fr"],
        ["check", "--issue"],
        ["site", "--only", "fr"],
        ["new", "poem", "x"],
        ["new", "article"],
        ["proof"],
        ["print", "--round", "0"],
        ["print", "--since", "mkdocs.yml"],
        ["all", "--since", "nope.zip"],
    ],
)
def test_wrong_usage_ends_2_in_one_line(words: list[str], publication: Publication) -> None:
    done = call_songngu(*words, cwd=publication.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().split("\n")) == 1 and "Traceback" not in done.stderr


def test_a_root_that_is_not_there_is_wrong_usage(publication: Publication) -> None:
    for verb in ("check", "site", "status"):
        done = call_songngu(verb, "--root", publication.root / "nơi khác")
        assert (done.returncode, done.stdout) == (2, "") and "nơi khác" in done.stderr


def test_an_issue_that_is_not_there_ends_3(publication: Publication) -> None:
    done = call_songngu("check", "--root", publication.root, "--issue", "nope")
    assert done.returncode == 3 and "There is no issue “nope”. " in done.stdout.replace("\n", " ")
    assert "so-1" in done.stdout


@pytest.mark.parametrize("verb", ["check", "site", "print", "all", "new"])
def test_a_root_without_a_publication_ends_3(tmp_path: Path, verb: str) -> None:
    (tmp_path / "content").mkdir()
    more = ["article", "bai"] if verb == "new" else []
    done = call_songngu(verb, *more, "--root", tmp_path)
    assert done.returncode == 3
    assert "content/publication.yml:1" in done.stdout and "Traceback" not in done.stderr
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(
    "words",
    [["--out", "clean", "check"], ["--root", ".", "--lang", "en", "--issue", "clean", "check"]],
)
def test_options_before_the_verb(publication: Publication, words: list[str]) -> None:
    """An option's value is never taken for the verb."""
    done = call_songngu(*words, cwd=publication.root)
    assert "pairs: " in done.stdout


def test_new_makes_both_files_and_overwrites_nothing(publication: Publication) -> None:
    words = ("new", "interview", "Hỏi đường Đông", "--section", "con-nguoi")
    done = call_songngu(*words, "--root", publication.root)
    assert done.returncode == 0
    paths = [publication.root / f"content/{lang}/so-1/hoi-duong-dong.md" for lang in ("vi", "en")]
    assert all(path.is_file() for path in paths)
    assert done.stdout.count("\n") == 2
    texts = [path.read_bytes() for path in paths]
    paths[1].unlink()
    holds(call_songngu(*words, "--root", publication.root), "new-exists")
    assert not paths[1].exists()
    assert paths[0].read_bytes() == texts[0] and b"\r" not in texts[0]


@pytest.mark.parametrize(("slug", "section"), [("…", "con-nguoi"), ("bai", "khong-co")])
def test_new_with_what_cannot_be_ends_2(publication: Publication, slug: str, section: str) -> None:
    done = call_songngu("new", "article", slug, "--section", section, "--root", publication.root)
    assert done.returncode == 2


@pytest.mark.parametrize("verb", ["site", "print", "all"])
def test_bad_input_leaves_the_last_good_units(publication: Publication, verb: str) -> None:
    spoil(publication)
    for name in ("site", "print/so-1"):
        publication.write(f"dist/{name}/{MARKER}", "Songngu\n")
        publication.write(f"dist/{name}/good.html", "cũ")
    before = sorted(
        (path, path.stat().st_mtime_ns) for path in (publication.root / "dist").rglob("*")
    )
    done = call_songngu(verb, "--root", publication.root)
    assert done.returncode == 3
    assert before == sorted(
        (path, path.stat().st_mtime_ns) for path in (publication.root / "dist").rglob("*")
    )


def test_a_foreign_folder_in_the_place_of_a_unit_ends_5(publication: Publication) -> None:
    path = publication.write("dist/site/thesis.doc", "mine")
    done = call_songngu("site", "--root", publication.root)
    holds(done, "foreign-folder")
    assert str(path.parent) in done.stderr
    assert path.read_text("utf-8") == "mine"


def test_clean_takes_what_is_ours_alone(publication: Publication) -> None:
    ours = publication.write(f"dist/site/{MARKER}", "Songngu\n").parent
    cache = publication.write(".songngu/cache/ab/x.png", "x").parent
    assert call_songngu("clean", "--root", publication.root).returncode == 0
    assert not ours.exists() and not cache.exists()
    assert call_songngu("clean", "--root", publication.root).returncode == 0


@pytest.mark.parametrize("name", ["site", "print/so-1", "proof"])
def test_clean_leaves_what_is_not_ours(publication: Publication, name: str) -> None:
    """`--out` may be a home directory: its folder `proof` is somebody's thesis."""
    path = publication.write(f"home/{name}/thesis.doc", "mine")
    done = call_songngu("clean", "--root", publication.root, "--out", publication.root / "home")
    holds(done, "foreign-clean")
    assert path.is_file(), done.stdout


def test_another_build_at_work_ends_5(publication: Publication) -> None:
    from songngu.output_ import one_build

    with one_build(publication.root):
        for verb in ("site", "print", "all"):
            done = call_songngu(verb, "--root", publication.root)
            holds(done, "busy")
            assert done.stdout == ""


def test_an_interruption_ends_130(publication: Publication) -> None:
    """Also where the suite itself runs in the background, and shells let nobody be interrupted."""
    code = (
        "import songngu.pipeline as p, songngu.cli as c, signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def slow(*a, **k): print('at work', flush=True); time.sleep(60)\n"
        "p.examine = slow\n"
        "sys.exit(c.main(['check', '--lang', 'en']))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=publication.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "at work\n"
        child.send_signal(signal.SIGINT)
        said, told = child.communicate(timeout=30)
    assert (child.returncode, said, told) == (FAULTS["interrupted"].exit, "", "Stopped as asked.\n")


def test_a_reader_that_goes_away_is_no_fault(publication: Publication) -> None:
    spoil(publication)
    command = [sys.executable, "-m", "songngu", "check", "--root", str(publication.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout and child.stderr
        child.stdout.close()
        told = child.stderr.read().decode()
    holds(subprocess.CompletedProcess(command, child.wait(), "", told), "reader-gone")
    assert "Exception ignored" not in told


def test_a_fault_of_ours_is_one_line_with_a_report(publication: Publication) -> None:
    code = (
        "import songngu.pipeline as p, songngu.cli as c, sys\n"
        "def broken(*a, **k): raise ZeroDivisionError('ối')\n"
        "p.examine = broken\n"
        "sys.exit(c.main(['check', '--lang', 'en']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=publication.root
    )
    holds(done, "ours")
    assert done.stdout == "" and done.stderr.count("\n") == 1
    report = Path(
        next(
            word
            for word in done.stderr.replace(";", " ").split()
            if "report" in word and "/" in word
        )
    )
    assert "ZeroDivisionError" in report.read_text("utf-8")


def test_every_word_of_the_machine_s_faults_is_told(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(job: Job, reading: Reading) -> NoReturn:
        raise MachineError("machine.engine", reason="no template")

    monkeypatch.setitem(building._BUILDERS, "site", fail)
    done = call_songngu("site", "--root", publication.root)
    holds(done, "engine")
    assert "no template" in done.stderr


def test_version_and_help() -> None:
    assert run_songngu("--version").stdout.startswith("songngu ")
    said = run_songngu("--help", "--lang", "en").stdout
    for verb in ("check", "site", "print", "proof", "serve", "new", "test", "clean"):
        assert f"\n  {verb} " in said
