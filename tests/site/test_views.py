"""Views as text: what a template is given for the tiny publication."""

from songngu.figures.charts_ import Narrow
from songngu.figures.markdown_ import write
from songngu.figures.texts_ import Hands
from songngu.model import Lang, Pair, Publication, Series
from songngu.site import cover, reading
from songngu.site.edition import Edition
from songngu.site.frame import Stand, tongues
from songngu.site.views import ArticleView
from songngu.site.words import words
from tests.conftest import ROOT
from tests.site.conftest import ALONE, edition_of


def drawn(series: Series, lang: Lang, narrow: Narrow | None) -> str:
    return f'<svg class="{"narrow" if narrow else "wide"}" fill="{{accent}}"/>'


def stand(edition: Edition, lang: Lang, path: str) -> Stand:
    return Stand(edition, lang, edition.publication.newest, path)


def pair(edition: Edition, identifier: str) -> Pair:
    return next(one for one in edition.publication.newest.pairs if one.id == identifier)


def read_article(edition: Edition, lang: Lang, identifier: str) -> ArticleView:
    place = stand(edition, lang, f"2031/{identifier}/")
    return reading.reading(place, pair(edition, identifier), Hands(drawn, write))


def test_cover(edition: Edition) -> None:
    view = cover.cover(stand(edition, "en", ""))
    assert view.title == "The Season of Full Ferries"
    assert view.lead is not None
    assert (view.lead.title, view.lead.href) == ("The first ferry & the tide", "2031/do-dau-ngay/")
    assert [(one.number, one.title, one.href, one.accent) for one in view.sections] == [
        (1, "The landing", "2031/ben-song/", "sea"),
        (2, "People", "2031/nguoi/", "lacquer"),
    ]
    # The lead stands at the top and is not shown a second time.
    assert [len(one.teasers) for one in view.sections] == [0, 1]
    assert view.sections[1].teasers[0].label == "Questions and answers"


def test_an_issue_s_own_page_lists_everything(edition: Edition) -> None:
    view = cover.cover(stand(edition, "en", "2031/"))
    assert [len(one.teasers) for one in view.sections] == [1, 1]


def test_figures_of_the_cover(edition: Edition) -> None:
    figures = {
        lang: [
            (one.number, one.after, one.label, one.href)
            for one in cover.cover(stand(edition, lang, "")).figures
        ]
        for lang in edition.pages
    }
    assert figures == {
        "vi": [("1.250", "chuyến đò", "Chuyến đò trong năm", "2031/do-dau-ngay/")],
        "en": [("1,250", "ferry trips", "Ferry trips in the year", "2031/do-dau-ngay/")],
    }


def test_frame(edition: Edition) -> None:
    frame = cover.section_page(
        stand(edition, "vi", "2031/nguoi/"), edition.publication.newest.sections[1]
    ).frame
    assert (frame.name, frame.specimen) == ("Bến Nắng", "Bản mẫu, không phải ấn phẩm chính thức")
    assert frame.canonical == "https://ben-nang.example/so/vi/2031/nguoi/"
    assert [(one.hreflang, one.absolute.split("/so/")[1]) for one in frame.alternates] == [
        ("vi", "vi/2031/nguoi/"),
        ("en", "en/2031/nguoi/"),
        ("x-default", "vi/2031/nguoi/"),
    ]
    assert frame.notice is not None
    assert frame.notice.label == "Lưu ý ngày 01/6/2031"
    assert [one.current for one in frame.sections] == [False, True]
    assert [(one.code, one.name, one.href, one.current) for one in frame.tongues] == [
        ("VI", "Tiếng Việt", "./", True),
        ("EN", "English", "../../../en/2031/nguoi/", False),
    ]


def test_article(edition: Edition) -> None:
    view = read_article(edition, "en", "do-dau-ngay")
    assert (view.kind, view.date, view.datetime) == ("article", "20 May 2031", "2031-05-20")
    assert view.minutes == "1 min read"
    # What the front matter names comes first, then what the figures rest on.
    assert [(one.id, one.number, one.date) for one in view.sources] == [
        ("source-loi-ke", 1, "14 February 2031"),
        ("source-so-ben", 2, "31 January 2031"),
    ]
    assert (
        '<a class="fact" id="fact-so-do" href="#source-so-ben" data-source="2">'
        "1,250\u00a0ferry trips</a>" in view.body_html
    )
    assert 'href="../nha-gao/hoi-nguoi-lai/#dong-do"' in view.body_html
    assert view.previous is None
    assert view.next is not None
    assert view.next.title == "Asking the ferryman"


def test_further_reading(publication: Publication) -> None:
    """Of the article's own section first, and never what the page leads to anyway."""
    edition = edition_of(publication)
    line = edition.publication.newest.in_order
    place = stand(edition, "vi", f"{edition.publication.newest.id}/{line[0].id}/")
    assert [one.title for one in reading.further(place, line[0])] == [
        one.lead.title for one in line[2:5]
    ]
    for at, one in enumerate(line):
        around = {other.lead.title for other in line[max(at - 1, 0) : at + 2]}
        found = [teaser.title for teaser in reading.further(place, one)]
        assert len(found) == 3 and not around & set(found)


def test_a_chart_takes_its_colours_from_the_style(edition: Edition) -> None:
    body = read_article(edition, "vi", "do-dau-ngay").body_html
    assert '<svg class="wide" fill="var(--accent)"/>' in body
    assert '<svg class="narrow" fill="var(--accent)"/>' in body
    assert "Đơn vị: chuyến. Nguồn: Sổ bến Bến Nắng" in body
    assert '<td class="number">800</td>' in body


def test_interview(edition: Edition) -> None:
    view = read_article(edition, "vi", ALONE)
    assert view.label == "Hỏi đáp"
    assert view.composed.startswith("Bài hỏi đáp do ban biên tập soạn")
    assert view.body_html.count('<p class="question"><span class="who">Hỏi</span>') == 2
    assert view.body_html.count('<p class="answer"><span class="who">Đáp</span>') == 2


def test_an_article_in_one_language(alone_edition: Edition) -> None:
    frame = read_article(alone_edition, "vi", ALONE).frame
    assert [one.hreflang for one in frame.alternates] == ["vi", "x-default"]
    # English has no such page: its switch leads to its home.
    assert [one.href for one in frame.tongues] == ["./", "../../../../en/"]
    english = cover.cover(stand(alone_edition, "en", ""))
    assert [one.title for one in english.frame.sections] == ["The landing"]


def test_a_lost_page_links_from_the_host_s_root(edition: Edition) -> None:
    place = Stand(edition, "en", edition.publication.newest, "", lost=True)
    assert [one.href for one in tongues(place)] == ["/so/vi/", "/so/en/"]
    assert cover.lost(place).frame.alternates == ()


def test_every_word_is_printed_somewhere() -> None:
    folders = (ROOT / "theme", ROOT / "songngu/site")
    text = "".join(
        path.read_text("utf-8")
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in (".html", ".py")
    )
    kinds = {"article", "interview", "statistics"}
    unused = [
        key
        for key in words("vi")
        if f"words.{key}" not in text and f'"{key}"' not in text and key not in kinds
    ]
    assert unused == []
    assert words("vi").keys() == words("en").keys()
