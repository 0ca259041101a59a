"""The gallery: every picture once, with who made it and what may be done with it."""

from dataclasses import replace
from pathlib import Path

from songngu.site.assets_ import plan_pictures
from songngu.site.edition import Edition
from songngu.site.frame import Stand
from songngu.site.gallery import gallery
from songngu.site.views import GalleryView


def shown(edition: Edition, root: Path, lang: str) -> GalleryView:
    whole = replace(edition, pictures=plan_pictures(root, edition.publication))
    issue = edition.publication.newest
    return gallery(Stand(whole, "en" if lang == "en" else "vi", issue, f"{issue.id}/gallery/"))


def test_every_picture_once(edition: Edition, tiny_root: Path) -> None:
    view = shown(edition, tiny_root, "en")
    issue = edition.publication.newest
    files = [one.picture.large.rpartition("/")[2].partition("-")[0] for one in view.plates]
    assert sorted(files) == sorted(set(files)) == ["ben", "cheo"]
    assert view.count == "Pictures: 2"
    assert all(one.picture.alt for one in view.plates)
    assert all(one.href.startswith("../") for one in view.plates), issue


def test_credit_and_licence_in_the_reader_s_language(edition: Edition, tiny_root: Path) -> None:
    for lang in ("vi", "en"):
        oar = shown(edition, tiny_root, lang).plates[-1]
        credit = edition.publication.credits["assets/images/cheo.png"]
        assert oar.picture.credit == credit.credit["en" if lang == "en" else "vi"]
        assert (oar.licence, oar.licence_url) == (
            credit.licence,
            "https://creativecommons.org/licenses/by/4.0/",
        )
    assert oar.picture.caption and oar.title == "The first ferry & the tide"


def test_a_picture_that_is_not_there_is_left_out(edition: Edition) -> None:
    issue = edition.publication.newest
    assert gallery(Stand(edition, "vi", issue, f"{issue.id}/gallery/")).plates == ()


def test_it_is_in_the_navigation(tiny_site: Path) -> None:
    for lang in ("vi", "en"):
        text = (tiny_site / lang / "index.html").read_text("utf-8")
        menu, foot = (
            text.split('class="menu"')[1].split("</details>")[0],
            text.split('class="foot"')[1],
        )
        assert "2031/gallery/" in menu and "2031/gallery/" in foot
