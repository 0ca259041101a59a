"""Parts that are kept: what shapes a part names it, and a kept part is not set again."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from songngu.cache_ import Cache
from songngu.press.parts_ import LEFT_OUT, Setter, Way
from songngu.press.weasyprint_ import SetPart


@dataclass(frozen=True)
class Counting(Setter):
    """Sets nothing: says what it was asked for."""

    asked: list[str] = field(default_factory=list)

    def _set(self, htmls: tuple[str, ...], way: Way) -> Iterator[tuple[int, SetPart]]:
        self.asked.extend(htmls)
        return enumerate(SetPart(html.encode(), len(html), 0.5) for html in htmls)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/ben đò.jpg").write_bytes(b"one")
    return tmp_path


def setter(root: Path, css: str = "p{color:red}", **more: bool) -> Counting:
    cache = Cache(root, more.get("kept", True))
    return Counting(css, (cache.folder, root / "assets"), cache)


def picture(root: Path) -> str:
    return f'<img src="{(root / "assets/ben đò.jpg").as_uri()}">'


def test_only_what_changed_is_set_again(root: Path) -> None:
    first = setter(root).all(("<p>a</p>", "<p>b</p>"))
    later = setter(root)
    assert later.all(("<p>a</p>", "<p>c</p>", "<p>b</p>"))[::2] == first
    assert later.asked == ["<p>c</p>"]


def test_equal_texts_are_set_once(root: Path) -> None:
    one = setter(root)
    assert len(set(one.all(("<p>a</p>", "<p>a</p>")))) == 1
    assert one.asked == ["<p>a</p>"]


def test_a_picture_that_changed_sets_its_part_again(root: Path) -> None:
    setter(root).one(picture(root))
    (root / "assets/ben đò.jpg").write_bytes(b"two")
    later = setter(root)
    later.one(picture(root))
    assert len(later.asked) == 1


def test_another_look_sets_all_again(root: Path) -> None:
    setter(root).one("<p>a</p>")
    later = setter(root, css="p{color:blue}")
    later.one("<p>a</p>")
    assert later.asked == ["<p>a</p>"]


def test_without_the_cache_all_is_set(root: Path) -> None:
    setter(root).one("<p>a</p>")
    later = setter(root, kept=False)
    later.one("<p>a</p>")
    assert later.asked == ["<p>a</p>"]


def test_the_key_knows_no_machine(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same publication elsewhere has the same keys."""
    other = tmp_path_factory.mktemp("other")
    (other / "assets").mkdir()
    (other / "assets/ben đò.jpg").write_bytes(b"one")
    assert setter(root).key(picture(root)) == setter(other).key(picture(other))


def test_a_part_without_its_picture_is_set_again(root: Path) -> None:
    """Pictures are kept beside the parts; one that is gone or damaged takes them along."""
    first = setter(root)
    part = replace(first.one("<p>a</p>"), files=("mark",))
    first._keep(first.key("<p>b</p>"), part)
    assert setter(root).one("<p>b</p>").pdf == b"<p>b</p>", "made anew"
    first.cache.file((LEFT_OUT, "mark"), LEFT_OUT, Path.touch)
    first._keep(first.key("<p>b</p>"), part)
    assert setter(root).one("<p>b</p>").pdf == b"<p>a</p>", "kept"
    first.file("mark").write_bytes(b"damaged")
    assert setter(root).one("<p>b</p>").pdf == b"<p>b</p>", "made anew"
