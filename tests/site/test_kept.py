"""Whoever makes a page, whatever was kept: the same bytes."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from songngu.cache_ import Cache
from songngu.kept_ import read_kept
from songngu.site.languages_ import Languages
from songngu.site.made_ import Keeper
from songngu.site.website import build_site
from tests.tiny import copy_tiny, lend_cache

ARTICLE = "2031/do-dau-ngay.md"
Edit = Callable[[Path], object]


class Cold(Cache):
    """Has pictures and fonts, and no text and no page."""

    def read(self, key: tuple[object, ...], suffix: str) -> bytes | None:
        return None


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("kept") / "root")
    lend_cache(root)
    return root


@pytest.fixture
def without_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is set in this process, as if only a few texts were missing."""
    monkeypatch.setattr(Languages, "few", lambda self, lang: True)


def build(root: Path, out: Path, cache: Cache) -> dict[str, bytes]:
    """Every file of the site by its name."""
    found = read_kept(root, None, cache)
    assert found.value is not None
    out.mkdir()
    build_site(root, found.value, out, cache, report=lambda key, lang: None)
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


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


def test_the_engine_and_this_process_set_the_same_page(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_engine: None
) -> None:
    ours = build(root, tmp_path / "ours", Cold(root))
    monkeypatch.undo()
    engines = build(root, tmp_path / "engines", Cold(root))
    assert ours.keys() == engines.keys()
    assert [name for name in ours if ours[name] != engines[name]] == []


@pytest.mark.usefixtures("without_engine")
def test_after_any_edit_a_warm_build_is_a_cold_one(root: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "first", Cache(root))
    shown = set()
    for edit in EDITS:
        edit(root)
        name = getattr(edit, "__name__", "")
        warm = build(root, tmp_path / f"{name}-warm", Cache(root))
        cold = build(root, tmp_path / f"{name}-cold", Cold(root))
        assert warm.keys() == cold.keys(), name
        assert [one for one in warm if warm[one] != cold[one]] == [], name
        shown.add(hashlib.sha256(repr(sorted(cold.items())).encode()).digest())
    assert len(shown) == len(EDITS), "an edit that changes nothing shows nothing"


@pytest.mark.usefixtures("without_engine")
def test_an_edit_makes_only_what_shows_the_text(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root, tmp_path / "before", Cache(root))
    longer(root)
    made: list[tuple[str, str]] = []
    keep = Keeper.keep_page

    def told(self: Keeper, edition: object, lang: str, page: object, one: object) -> None:
        made.append((lang, page.path))  # type: ignore[attr-defined]
        keep(self, edition, lang, page, one)  # type: ignore[arg-type]

    monkeypatch.setattr(Keeper, "keep_page", told)
    build(root, tmp_path / "after", Cache(root))
    path = "2031/do-dau-ngay/"
    double = f"{path}song-ngu/"
    assert sorted(made) == [("en", double), ("vi", path), ("vi", double)]
