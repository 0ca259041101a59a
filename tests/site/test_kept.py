"""Whoever makes a page, whatever was kept: the same bytes."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from songngu import workers_
from songngu.cache_ import SPARE, Cache
from songngu.kept_ import read_kept
from songngu.output_ import MARKER, unit
from songngu.progress import SILENT
from songngu.site import languages_
from songngu.site.making_ import Came, Maker, Piece
from songngu.site.website import build_site
from tests.support import WAYS
from tests.tiny import copy_tiny, lend_drawings, lend_pictures

ARTICLE = "2031/do-dau-ngay.md"
Edit = Callable[[Path], object]


class Cold(Cache):
    """Has pictures and fonts, and no text and no page."""

    def get(self, key: tuple[object, ...]) -> None:
        return None

    def read(self, key: tuple[object, ...], suffix: str) -> bytes | None:
        return None


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("kept") / "root")
    lend_drawings(root)
    lend_pictures(root)
    return root


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No edit of a tiny publication is worth the start of another process."""
    monkeypatch.setattr(languages_, "FEW", 1000)


def build(root: Path, out: Path, cache: Cache, before: Path | None = None) -> dict[str, bytes]:
    """Every file of the site by its name."""
    found = read_kept(root, None, cache)
    assert found.value is not None
    out.mkdir(exist_ok=True)
    build_site(root, found.value, out, cache, progress=SILENT, before=before)
    return files(out)


def files(out: Path) -> dict[str, bytes]:
    found = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def live(root: Path, folder: Path) -> dict[str, bytes]:
    """As the pipeline builds: beside the last unit, then in its place."""
    cache = Cache(root)
    with unit(folder, cache.spare) as fresh:
        return build(root, fresh, cache, before=folder)


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def both(root: Path) -> Iterator[Path]:
    yield from (root / "content" / lang / ARTICLE for lang in ("vi", "en"))


def longer(root: Path) -> None:
    path = root / "content/vi" / ARTICLE
    path.write_text(path.read_text("utf-8").rstrip() + "\n\nThêm một câu.\n", "utf-8", newline="\n")


def more_minutes(root: Path) -> None:
    path = root / "content/en" / ARTICLE
    text = path.read_text("utf-8").rstrip() + "\n\n" + "One more word. " * 400
    path.write_text(text + "\n", "utf-8", newline="\n")


def retitled(root: Path) -> None:
    replaced(root / "content/en" / ARTICLE, "title: ", "title: Still ")


def moved(root: Path) -> None:
    for path in both(root):
        replaced(path, "section: ben-song", "section: nguoi")


def recounted(root: Path) -> None:
    replaced(root / "content/facts.yml", "1250", "1260")


def repainted(root: Path) -> None:
    Image.new("RGB", (400, 300), "#102030").save(root / "assets/images/cheo.png")


def restyled(root: Path) -> None:
    replaced(root / "theme/main.html", "<article>", '<article data-look="new">')


def taken_out(root: Path) -> None:
    for lang in ("vi", "en"):
        next((root / "content" / lang / "2031").glob("*/*.md")).unlink()


EDITS: tuple[Edit, ...] = (
    longer, more_minutes, retitled, moved, recounted, repainted, restyled, taken_out,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_other_processes_set_the_same_pages(
    way: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = build(root, tmp_path / "ours", Cold(root))
    monkeypatch.setattr(workers_, "_way", lambda: way)
    monkeypatch.setattr(workers_, "cores", lambda: 2)
    for name, value in {"FEW": 0, "MANY": 0, "BATCH": 2}.items():
        monkeypatch.setattr(languages_, name, value)
    assert build(root, tmp_path / "theirs", Cold(root)) == ours


def test_after_any_edit_a_warm_build_is_a_cold_one(root: Path, tmp_path: Path) -> None:
    live(root, tmp_path / "site")
    shown = set()
    for edit in EDITS:
        edit(root)
        name = getattr(edit, "__name__", "")
        warm = live(root, tmp_path / "site")
        cold = build(root, tmp_path / f"{name}-cold", Cold(root))
        assert warm.keys() == cold.keys(), name
        assert [one for one in warm if warm[one] != cold[one]] == [], name
        shown.add(hashlib.sha256(repr(sorted(cold.items())).encode()).digest())
    assert len(shown) == len(EDITS), "an edit that changes nothing shows nothing"


def made_of(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pieces that the next build makes, by language and name."""
    made: list[tuple[str, str]] = []
    make = Maker.__call__

    def told(self: Maker, piece: Piece) -> Came:
        made.append((piece.lang, piece.name))
        return make(self, piece)

    with monkeypatch.context() as patch:
        patch.setattr(Maker, "__call__", told)
        live(root, site)
    return sorted(made)


def test_an_edit_makes_only_what_shows_the_text(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(root, tmp_path / "site")
    assert made_of(root, tmp_path / "site", monkeypatch) == []
    longer(root)
    path = "2031/do-dau-ngay/"
    double = f"page {path}song-ngu/"
    assert made_of(root, tmp_path / "site", monkeypatch) == [
        ("en", double), ("vi", f"page {path}"), ("vi", double), ("vi", f"reprint {path}"),
    ]  # fmt: skip


def test_what_somebody_changed_in_the_site_is_made_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changed, removed, added: what the unit after the next one begins with is put right too."""
    site, other = tmp_path / "site", tmp_path / "other"
    live(root, site)
    good = live(root, site)
    for _ in range(2):
        for name in ("vi/2031/index.html", "index.html", "en/search/index.json"):
            with (site / name).open("a", encoding="utf-8") as page:
                page.write("by hand")
        (site / "vi/404.html").unlink()
        next((site / "assets").rglob("*.avif")).write_bytes(b"spoilt")
        (site / "added.html").write_text("by hand", "utf-8")
        (site / "empty/er").mkdir(parents=True)
        (site / "en").rename(other)
        (site / "en").symlink_to(other)
        away = files(other)
        assert live(root, site) == good
        assert files(other) == away and files(site) == good | {MARKER: b"Songngu\n"}
        assert all(any(folder.iterdir()) for folder in site.rglob("*") if folder.is_dir())
        shutil.rmtree(other)
    live(root, site)
    assert made_of(root, site, monkeypatch) == []


def test_a_save_leaves_what_is_as_it_was(root: Path, tmp_path: Path) -> None:
    """From the third unit on, the names of files and folders are those of the first one."""
    for _ in range(2):
        live(root, tmp_path / "site")
    first = numbers(tmp_path / "site")
    live(root, tmp_path / "site")
    longer(root)
    live(root, tmp_path / "site")
    again = numbers(tmp_path / "site")
    kept = [name for name in first if first[name] == again.get(name)]
    assert len(kept) > len(first) / 2
    assert {"vi", "en", "vi/2031/do-dau-ngay"} <= set(kept)


def test_the_site_shares_no_picture_or_font_with_the_cache(root: Path, tmp_path: Path) -> None:
    for _ in range(2):
        live(root, tmp_path / "site")
    cache = Cache(root)
    kept = {
        number for name, number in numbers(cache.folder).items() if not name.startswith(f"{SPARE}/")
    }
    assert len(kept) > 20 and kept.isdisjoint(numbers(tmp_path / "site").values())


def numbers(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*")}
