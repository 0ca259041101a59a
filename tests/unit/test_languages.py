"""Words of another language: as editors mark them, and as their letters tell."""

from pathlib import Path

import pytest

from songngu.figures.languages import by_script, language_of
from songngu.model import Lang
from songngu.site.plain_html import clean
from tests.support import article_of, rendered


@pytest.mark.parametrize(
    ("lang", "markdown", "html"),
    [
        ("en", "A *bún*{lang=vi} bowl", '<em lang="vi">bún</em> bowl'),
        ("en", "A **sao**{: lang=vi } tree", '<strong lang="vi">sao</strong> tree'),
        ("en", "See [“Bến *cũ*”]{lang=vi}.", '<span lang="vi">“Bến <em>cũ</em>”</span>.'),
        ("vi", 'Bài [The ferry]{lang="en-GB"}', '<span lang="en-GB">The ferry</span>'),
        ("vi", "Lễ អកអំបុក ấy", 'Lễ <span lang="km">អកអំបុក</span> ấy'),
        ("vi", "[អកអំបុក]{lang=km}", '<p><span lang="km">អកអំបុក</span></p>'),
        ("en", "The “Tiếng còi tàu” song", '“<span lang="vi">Tiếng còi tàu</span>” song'),
        ("en", "Duong, sáp and café", "<p>Duong, sáp and café</p>"),
        ("vi", "Bến đò", "<p>Bến đò</p>"),
        ("en", "[words]{lang=vi onclick=x}", "<p>[words]{lang=vi onclick=x}</p>"),
        ("en", "`[a]{lang=vi}`", "<p><code>[a]{lang=vi}</code></p>"),
        ("en", r"\[a]{lang=vi}", "<p>[a]{lang=vi}</p>"),
    ],
)
def test_the_mark_in_the_page(tmp_path: Path, lang: Lang, markdown: str, html: str) -> None:
    assert html in rendered(article_of(tmp_path, markdown, lang)).body


def test_what_is_marked_is_not_marked_again() -> None:
    once = by_script("<title>ខ្មែរ</title><p title='ខ្មែរ'>ខ្មែរ និង Đò</p>", "en")
    assert once == (
        "<title>ខ្មែរ</title><p title='ខ្មែរ'>"
        '<span lang="km">ខ្មែរ និង</span> <span lang="vi">Đò</span></p>'
    )
    assert by_script(once, "en") == once


def test_letters_tell_a_language() -> None:
    assert language_of("ខ្មែរ", "vi") == "km"
    assert language_of("ខ្មែរ", "km") is None
    assert language_of("đò", "en") == "vi" and language_of("đò", "vi") is None
    assert language_of("ferry", "vi") is None


def test_other_sites_take_the_language_along() -> None:
    html = '<p>A <em lang="vi" class="x">bún</em> <span lang="km" style="a">ខ្មែរ</span></p>'
    assert clean(html, "https://ben-go.example/").html == (
        '<p>A <em lang="vi">bún</em> <span lang="km">ខ្មែរ</span></p>'
    )
