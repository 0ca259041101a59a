"""What others may take: the republish page, the rights to pictures, the press kit."""

import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from songngu.site.kit_ import names_of
from songngu.site.plain_html import clean
from songngu.site.rights import right, right_in
from tests.site.conftest import ALONE
from tests.tiny import copy_tiny

PAGE = "2031/do-dau-ngay/republish"


def page(site: Path, lang: str, path: str = PAGE) -> str:
    return (site / lang / path / "index.html").read_text("utf-8")


def areas(text: str) -> list[str]:
    """What the page gives to copy, as a browser gives it."""
    return [
        html.unescape(one) for one in re.findall(r"<textarea[^>]*>(.*?)</textarea>", text, re.S)
    ]


def test_the_page_hands_everything_over(tiny_site: Path) -> None:
    text = page(tiny_site, "en")
    markup, plain = areas(text)
    assert markup.startswith('<article lang="en">\n<h1>The first ferry &amp; the tide</h1>')
    assert "The editors, “The first ferry &amp; the tide”, Sunny Landing, Issue 2031" in markup
    assert plain.startswith("The first ferry & the tide\n\nSpecimen, not an official")
    assert (tiny_site / "en" / PAGE / "article.txt").read_text("utf-8") == plain
    assert text.count("https://creativecommons.org/licenses/by/4.0/") == 3
    assert text.count("May be reused with credit.") == 3
    assert '<link rel="canonical" href="https://ben-nang.example/so/en/2031/do-dau-ngay/">' in text
    assert 'href="../../../../vi/2031/do-dau-ngay/republish/"' in text


def test_it_is_linked_from_the_article_but_no_page_of_the_reading(tiny_site: Path) -> None:
    article = (tiny_site / "vi/2031/do-dau-ngay/index.html").read_text("utf-8")
    assert '<a href="republish/">Đăng lại bài này</a>' in article
    assert "republish" not in (tiny_site / "sitemap.xml").read_text("utf-8")


def test_labels_go_with_the_text(tiny_site: Path) -> None:
    markup, plain = areas(page(tiny_site, "vi", f"2031/{ALONE}/republish"))
    for text in (markup, plain):
        assert "Bài hỏi đáp do ban biên tập soạn" in text
        assert "Bến dời sang bờ bắc." in text


def test_a_picture_without_the_right_is_named_as_such(later_site: Path) -> None:
    text = page(later_site, "en")
    assert "May not be reused; the HTML leaves it out." in text
    assert "cheo" not in areas(text)[0]
    assert text.count('.jpg">JPEG, ') == 1


def test_without_a_licence_nothing_is_offered(
    tmp_path: Path, builder: Callable[[Path], Path]
) -> None:
    root = copy_tiny(tmp_path / "root")
    path = root / "content/publication.yml"
    said = path.read_text("utf-8").replace("licence: {vi: CC BY 4.0, en: CC BY 4.0}\n", "")
    path.write_text(said, "utf-8")
    site = builder(root)
    assert not list(site.rglob("republish"))
    assert "republish/" not in (site / "en/2031/do-dau-ngay/index.html").read_text("utf-8")
    assert (site / "en/feed.xml").is_file()


@pytest.mark.parametrize(
    ("licence", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-sa 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC BY-NC-ND", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("public domain", "https://creativecommons.org/publicdomain/mark/1.0/"),
        ("All rights reserved", None),
        ("not CC BY", None),
        ("CC BYX", None),
    ],
)
def test_rights(licence: str, url: str | None) -> None:
    found = right(licence)
    assert (found.url if found else None) == url


def test_a_right_named_in_a_sentence() -> None:
    found = right_in("Texts under Creative Commons Attribution (CC BY 4.0).")
    assert found is not None and found.name == "CC BY 4.0"


def test_clean() -> None:
    said = clean(
        '<h2 id="a">A &amp; b</h2><p class="question"><span class="who">Hỏi</span> Ai?</p>'
        '<p>x<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> <a href="#a">y</a>'
        '</p><p></p><ol><li id="fn:1"><p>z <a class="footnote-backref" href="#fnref:1">↩</a></p>'
        '</li></ol><script>alert(1)</script><p onclick="x" style="y">q<br>r</p>',
        "https://a.example/p/",
    )
    assert said.html == (
        "<h2>A &amp; b</h2><p><strong>Hỏi:</strong> Ai?</p>"
        '<p>x<sup>1</sup> <a href="https://a.example/p/#a">y</a></p>'
        "<ol><li><p>z </p></li></ol><p>q<br>r</p>"
    )
    assert said.text.startswith("A & b\n\nHỏi: Ai?\n\nx1 y")
    assert "↩" not in said.text and "alert" not in said.text


def test_two_pictures_of_one_name_are_two_in_the_kit() -> None:
    paths = ["a/ben.png", "b/ben.jpg", "b/cheo.png", "c/ben.png"]
    names = ["pictures/ben.jpg", "pictures/ben-2.jpg", "pictures/cheo.jpg", "pictures/ben-3.jpg"]
    assert list(names_of(paths).items()) == list(zip(paths, names, strict=True))


def test_the_kit_is_there_and_holds_only_what_may_be_reused(later_site: Path) -> None:
    for lang in ("vi", "en"):
        about = (later_site / lang / "2031/about/index.html").read_text("utf-8")
        assert 'href="../../../press/2031-press-kit.zip"' in about
    data = (later_site / "press/2031-press-kit.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as kit:
        assert kit.testzip() is None
        names = ["about-vi.txt", "about-en.txt", "credits.txt", "pictures/ben.jpg"]
        assert kit.namelist() == names
        assert {info.date_time for info in kit.infolist()} == {(2031, 5, 20, 0, 0, 0)}
        credits = kit.read("credits.txt").decode()
        assert "Minh họa: Bến Nắng. CC BY 4.0." in credits
        about = kit.read("about-en.txt").decode()
        assert "Sunny Landing" in about and "Specimen, not an official publication" in about
        assert "The first ferry & the tide https://" in about
        assert "Asking the ferryman" not in about
