"""The pages that show both languages, as views and as files."""

import json
from pathlib import Path

from songngu.figures.markdown_ import write
from songngu.figures.texts_ import Hands
from songngu.site import side_by_side
from songngu.site.edition import Edition, double_path
from songngu.site.frame import Stand, frame
from songngu.site.views import DoubleView
from tests.site.conftest import ALONE
from tests.site.test_views import drawn, pair, read_article, stand


def double(edition: Edition, lang: str, identifier: str) -> DoubleView:
    one = pair(edition, identifier)
    place = stand(
        edition, "vi" if lang == "vi" else "en", double_path(edition.publication.newest, one)
    )
    return side_by_side.side_by_side(place, one, Hands(drawn, write))


def test_the_page_s_own_language_comes_first(edition: Edition) -> None:
    for lang in ("vi", "en"):
        view = double(edition, lang, "do-dau-ngay")
        assert [(side.lang, side.first) for side in view.sides] == [
            (lang, True),
            ("en" if lang == "vi" else "vi", False),
        ]


def test_cells_are_the_rows_of_the_book(edition: Edition) -> None:
    rows = pair(edition, "do-dau-ngay").rows
    own, other = double(edition, "vi", "do-dau-ngay").sides
    assert [cell.kind for cell in own.cells] == [row.kind.value for row in rows]
    assert [cell.kind for cell in other.cells] == [row.kind.value for row in rows]
    assert not any(cell.toggle for cell in own.cells)
    assert other.cells[0].toggle == "English, passage 1"
    assert all(cell.html for side in (own, other) for cell in side.cells)


def test_every_id_is_of_one_side(edition: Edition) -> None:
    own, other = double(edition, "vi", "do-dau-ngay").sides
    assert any('href="#vi-source-so-ben"' in cell.html for cell in own.cells)
    assert any('href="#en-source-so-ben"' in cell.html for cell in other.cells)
    assert {one.id for one in own.sources} == {"vi-source-so-ben", "vi-source-loi-ke"}
    # A link leads to the article in its own language.
    assert any('"../../nha-gao/hoi-nguoi-lai/#dong-do"' in cell.html for cell in own.cells)
    assert any('"../../../../en/2031/nha-gao/' in cell.html for cell in other.cells)


def test_it_only_shows_again_what_the_article_is(edition: Edition) -> None:
    frame = double(edition, "en", "do-dau-ngay").frame
    assert frame.canonical == "https://ben-nang.example/so/en/2031/do-dau-ngay/"
    assert frame.alternates == ()
    assert [(one.href, one.current) for one in frame.tongues] == [
        ("../../../../vi/2031/do-dau-ngay/", False),
        ("../", False),
    ]
    assert frame.double is not None and frame.double.current


def test_where_the_switch_leads(edition: Edition, alone_edition: Edition) -> None:
    def way(edition: Edition, identifier: str) -> str:
        link = read_article(edition, "vi", identifier).frame.double
        return link.href if link else ""

    assert way(edition, ALONE) == "song-ngu/"
    # An article in one language has nothing beside it: the other pairs do.
    assert way(alone_edition, ALONE) == "../../song-ngu/"
    lost = Stand(edition, "vi", edition.publication.newest, "", lost=True)
    link = frame(lost, "", "").double
    assert link is not None and link.href == "/so/vi/2031/song-ngu/" and not link.current


def test_bilingual_contents(alone_edition: Edition) -> None:
    view = side_by_side.contents(stand(alone_edition, "en", "2031/song-ngu/"))
    assert [one.lang for one in view.titles] == ["en", "vi"]
    assert [(one.number, len(one.pairs)) for one in view.sections] == [(1, 1)]
    assert view.sections[0].pairs[0].href == "../do-dau-ngay/song-ngu/"


def test_they_are_built_but_not_searched(alone_site: Path) -> None:
    assert (alone_site / "vi/2031/do-dau-ngay/song-ngu/index.html").is_file()
    assert not (alone_site / "vi/2031" / ALONE / "song-ngu").exists()
    assert "song-ngu" not in (alone_site / "sitemap.xml").read_text("utf-8")
    for lang in ("vi", "en"):
        index = json.loads((alone_site / lang / "search/index.json").read_text("utf-8"))
        paths = [page["path"] for page in index["pages"]]
        assert "2031/do-dau-ngay/" in paths and not [one for one in paths if "song-ngu" in one]
