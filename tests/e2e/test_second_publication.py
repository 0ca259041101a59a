"""Another place, another year, two pairs: the same house builds it, and builds the same bytes."""

import hashlib
import os
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_songngu
from tests.tiny import copy_tiny, lend_drawings, make_printable

ONE_CORE = """
import os
os.cpu_count = lambda: 1
os.sched_getaffinity = lambda process: {0}
"""


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Built in two folders, two time zones, two locales, two orders of hashing, and with two
    numbers of cores: what asks the system how many there are is told 1 in the second."""
    made = []
    one_core = tmp_path_factory.mktemp("one-core")
    (one_core / "sitecustomize.py").write_text(ONE_CORE, "utf-8")
    turns = (
        ("Asia/Ho_Chi_Minh", "C", "1", str(ROOT)),
        ("America/Lima", "vi_VN", "2", f"{one_core}{os.pathsep}{ROOT}"),
    )
    for zone, locale, seed, path in turns:
        root = tmp_path_factory.mktemp("second") / "publication"
        copy_tiny(root)
        make_printable(root)
        lend_drawings(root)
        (root.parent / "tmp").mkdir()
        own = str(root.parent / "tmp")
        env = {"TZ": zone, "LC_TIME": locale, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = run_songngu("all", "--root", root, cwd=ROOT, **env, TMPDIR=own)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(root)
    return made[0], made[1]


def test_site_and_book_are_there(twice: tuple[Path, Path]) -> None:
    dist = twice[0] / "dist"
    (issue,) = (path for path in (dist / "print").iterdir() if path.is_dir())
    for name in ("interior.pdf", "screen-vi.pdf", "screen-en.pdf"):
        assert (issue / name).stat().st_size > 1000
    for lang in ("vi", "en"):
        assert (dist / f"site/{lang}/index.html").is_file()


def test_nothing_of_another_publication(twice: tuple[Path, Path]) -> None:
    for path in (twice[0] / "dist/site").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "Trà Vinh" not in text and "Tra Vinh" not in text, path


def test_two_builds_are_the_same_bytes(twice: tuple[Path, Path]) -> None:
    first, second = (digests(root / "dist") for root in twice)
    assert first == second


def test_no_folder_is_left_behind(twice: tuple[Path, Path]) -> None:
    """The engine lays the fonts of each process into one."""
    assert [list((root.parent / "tmp").iterdir()) for root in twice] == [[], []]


def test_a_broken_article_leaves_the_last_good_edition(twice: tuple[Path, Path]) -> None:
    root = twice[1]
    before = digests(root / "dist")
    article = next((root / "content/en").rglob("*.md"))
    kept = article.read_bytes()
    article.write_bytes(b"\xff\xfe broken")
    try:
        done = run_songngu("all", "--root", root)
    finally:
        article.write_bytes(kept)
    assert done.returncode == 3
    assert "source.encoding" in done.stdout
    assert digests(root / "dist") == before
