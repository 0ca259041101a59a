"""What the search knows of a page, and the parts in which it is told."""

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

from songngu.site.edition import Edition
from songngu.site.search_index import FULL, INDEX, PARTS, index_files
from songngu.site.searching import Doc, doc
from songngu.site.showing import searched
from songngu.source.slugs import fold
from tests.site.test_views import read_article

PAGE = """<p>Mở đầu, <em>một</em> câu.</p><p>Hai&nbsp;câu &amp; 2.390,8 km.</p>
<h2 class="x" id="cho-noi">Chợ <b>nổi</b></h2><ul><li>Chợ</li><li>CHỢ</li></ul>"""


def made(page: str = PAGE, title: str = "Bến Nắng", path: str = "2031/ben/") -> Doc:
    found = doc(path, title, page)
    assert found is not None
    return found


def places(word: str, one: Doc) -> list[int]:
    at, found = 0, []
    for distance in one["words"].get(word, "").split(","):
        at += int(distance)
        found.append(at)
    return found


def test_words_are_counted_through_titles_and_texts() -> None:
    one = made()
    assert [tuple(head.values()) for head in one["heads"]] == [
        ("", "Bến Nắng", 0, 2),
        ("#cho-noi", "Chợ nổi", 10, 12),
    ]
    assert one["texts"] == ["Mở đầu, một câu. Hai câu & 2.390,8 km.", "Chợ CHỢ"]
    assert one["length"] == 14
    assert (places("nắng", one), places("câu", one), places("2.390,8", one)) == ([1], [5, 7], [8])
    assert places("chợ", one) == [10, 12, 13]


def test_what_is_typed_in_another_form_is_the_same_word() -> None:
    assert made(unicodedata.normalize("NFD", PAGE)) == made()


def test_a_page_without_a_text_is_not_found() -> None:
    assert doc("2031/", "Bìa", "") is None


def test_a_standfirst_is_a_text_and_no_markup(edition: Edition) -> None:
    page = next(one for one in edition.pages["vi"] if one.kind == "article")
    assert page.pair is not None
    view = read_article(edition, "vi", page.pair.id)
    found = searched(page, replace(view, standfirst="Vé <5 nghìn đồng, đò & bến"))
    assert found is not None and found["texts"][0].startswith("Vé <5 nghìn đồng, đò & bến")


def files(*docs: Doc) -> tuple[dict[str, str], Any]:
    found = index_files(docs)
    return found, json.loads(found[INDEX])


def test_spellings_stand_below_the_word_without_its_marks() -> None:
    other = made("<p>cho đò</p>", "Đò", "2031/do/")
    found, table = files(made(), other)
    assert [page["path"] for page in table["pages"]] == ["2031/ben/", "2031/do/"]
    (first, name), *_ = table["parts"]
    part = json.loads(found[PARTS + name])
    assert part["cho"] == {"cho": "1:1", "chợ": "0:10,2,1"}
    assert part["do"] == {"đò": "1:0,2"}
    assert (first, list(part)) == (min(part), sorted(part))
    assert json.loads(found[PARTS + table["terms"]]).split() == sorted(part)
    assert json.loads(found[PARTS + table["pages"][1]["text"]]) == ["cho đò"]


def test_parts_are_stretches_of_the_alphabet() -> None:
    words = " ".join(f"từ{at}" for at in range(4000))
    found, table = files(*(made(f"<p>{words}</p>", path=f"2031/{at}/") for at in range(9)))
    assert len(table["parts"]) > 2
    before = ""
    for first, name in table["parts"]:
        part = json.loads(found[PARTS + name])
        assert before < first == min(part)
        before = max(part)
        size = sum(len(text) for one in part.values() for text in one.values())
        assert size <= FULL * 1.1


def test_every_word_of_a_built_page_is_found_where_it_stands(tiny_site: Path) -> None:
    """Read as the browser reads it: the pattern is the table's own."""
    for lang in ("vi", "en"):
        folder = tiny_site / lang / "search"
        table = json.loads((folder / "index.json").read_text("utf-8"))
        parts: dict[str, dict[str, str]] = {}
        for _, name in table["parts"]:
            parts |= json.loads((folder / "parts" / name).read_text("utf-8"))
        for number, page in enumerate(table["pages"]):
            texts = json.loads((folder / "parts" / page["text"]).read_text("utf-8"))
            said = "\n".join(f"{head[1]}\n{text}" for head, text in zip(page["heads"], texts))  # noqa: B905
            for word in set(re.findall(table["word"], said.lower())):
                postings = parts[fold(word)][word].split(";")
                assert str(number) in {one.partition(":")[0] for one in postings}, word
        assert {path.name for path in (folder / "parts").iterdir()} == {
            *(name for _, name in table["parts"]),
            *(page["text"] for page in table["pages"]),
            table["terms"],
        }
