"""What pages say of themselves to machines: JSON-LD, and the metas of cards."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from songngu.model import Lang
from songngu.site.edition import Edition
from songngu.site.linked import graph
from tests.site.conftest import ALONE

BASE = "https://ben-nang.example/so/"
NEEDED = {
    "Article": {"headline", "inLanguage", "datePublished", "author", "publisher", "image"},
    "PublicationIssue": {"name", "issueNumber", "datePublished", "isPartOf", "url"},
    "Periodical": {"name", "url", "publisher", "license", "inLanguage"},
    "Dataset": {"name", "description", "license", "creator", "dateModified", "distribution"},
    "BreadcrumbList": {"itemListElement"},
}


def nodes(site: Path, page: str) -> dict[str, Any]:
    text = (site / page / "index.html").read_text("utf-8")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    assert len(found) == 1, page
    said = json.loads(found[0])
    assert said["@context"] == "https://schema.org"
    return {node["@type"]: node for node in said["@graph"]}


def metas(site: Path, page: str) -> dict[str, str]:
    text = (site / page / "index.html").read_text("utf-8")
    pattern = r'<meta (?:property|name)="((?:og|twitter|article):[^"]+)" content="([^"]*)">'
    return dict(re.findall(pattern, text))


def places(site: Path) -> Iterator[str]:
    for lang in ("vi", "en"):
        for path in ("", "2031/", "2031/ben-song/", "2031/about/", "2031/do-dau-ngay/"):
            yield f"{lang}/{path}"
        yield f"{lang}/2031/{ALONE}/"


def test_every_page_has_a_graph_with_what_its_types_need(tiny_site: Path) -> None:
    for page in ("", *places(tiny_site)):
        said = nodes(tiny_site, page)
        assert {"Organization", "Periodical", "PublicationIssue"} <= said.keys()
        for kind, needed in NEEDED.items():
            assert kind not in said or needed <= said[kind].keys(), (page, kind)
        assert ("BreadcrumbList" in said) == (page not in ("", "vi/", "en/"))


def test_an_article_and_its_translation_name_each_other(tiny_site: Path) -> None:
    vi = nodes(tiny_site, "vi/2031/do-dau-ngay/")["Article"]
    en = nodes(tiny_site, "en/2031/do-dau-ngay/")["Article"]
    assert vi["workTranslation"]["@id"] == en["@id"]
    assert en["translationOfWork"]["@id"] == vi["@id"]
    assert (vi["inLanguage"], en["inLanguage"]) == ("vi", "en")
    assert en["author"] == {"@type": "Organization", "name": "The editors"}
    assert en["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "dateModified" not in en and "correction" not in en


def test_an_interview_is_an_article_that_says_how_it_was_composed(tiny_site: Path) -> None:
    said = nodes(tiny_site, f"en/2031/{ALONE}/")["Article"]
    assert said["genre"] == "Questions and answers"
    assert said["backstory"].startswith("Questions and answers composed by the editors")
    assert said["creativeWorkStatus"] == "Specimen, not an official publication"


def test_a_series_is_a_dataset_with_its_file(tiny_site: Path) -> None:
    said = nodes(tiny_site, "vi/2031/do-dau-ngay/")["Dataset"]
    assert said["@id"] == f"{BASE}vi/2031/do-dau-ngay/#series-do-theo-mua"
    file = said["distribution"]["contentUrl"].removeprefix(BASE)
    assert (tiny_site / file).is_file()


def test_breadcrumbs_lead_from_the_home(tiny_site: Path) -> None:
    steps = nodes(tiny_site, "en/2031/do-dau-ngay/")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    for step in steps:
        assert (tiny_site / step["item"].removeprefix(BASE) / "index.html").is_file()


def test_corrections_are_data_too(later_site: Path) -> None:
    said = nodes(later_site, "en/2031/do-dau-ngay/")["Article"]
    assert said["dateModified"] == "2031-07-02"
    assert [one["text"] for one in said["correction"]] == ["The trips were miscounted."]


def test_no_title_breaks_out_of_the_data(edition: Edition) -> None:
    lang: Lang = "en"
    page = next(one for one in edition.pages[lang] if one.pair is not None)
    assert page.pair is not None and page.pair.en is not None
    bad = replace(page.pair.en, title="</script><script>alert(1)</script>")
    text = graph(edition, lang, replace(page, pair=replace(page.pair, en=bad)), bad.title)
    assert "<" not in text
    assert bad.title in json.dumps(json.loads(text))


def test_every_page_has_a_card_of_the_right_size(tiny_site: Path) -> None:
    for page in ("", *places(tiny_site)):
        said = metas(tiny_site, page)
        assert said["og:url"] == BASE + page
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image"] == said["twitter:image"]
        with Image.open(tiny_site / said["og:image"].removeprefix(BASE)) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630))


def test_both_languages_have_cards_of_their_own(tiny_site: Path) -> None:
    vi, en = (metas(tiny_site, f"{lang}/2031/do-dau-ngay/") for lang in ("vi", "en"))
    assert vi["og:image"] != en["og:image"]
    assert (vi["og:locale"], vi["og:locale:alternate"]) == ("vi_VN", "en_GB")
    assert vi["article:published_time"] == "2031-05-20"
    assert vi["og:type"] == "article"
