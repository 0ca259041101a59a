"""The one renderer of web and print, in the plainest medium: golden text."""

import random
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from songngu.figures import markdown_
from songngu.figures.written import Figures, block_mark, cut, element_mark, prefix_mark
from songngu.model import Bilingual, Fact, Lang, Series
from tests.source.elements import top_level
from tests.support import article_of, rendered

WHEN = date(2018, 12, 31)
FACT = Fact("mua", Decimal("1410.5"), Bilingual("mm", "mm"), Bilingual("Mưa", "Rain"), WHEN, "tram")
WORD = Bilingual("Mưa", "Rain")
SERIES = Series("mua", WORD, WORD, "tram", WHEN, WORD, (WORD,), ())
FIGURES = Figures({"mua": FACT}, {"mua": SERIES})


def blocks(root: Path, body: str, lang: Lang = "vi", prefix: str = "") -> list[str]:
    found = rendered(article_of(root, body, lang), FIGURES, prefix)
    return [found.blocks[index] for index in sorted(found.blocks)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Một *hai* **ba** `bốn`.",
            "<p>Một <em>hai</em> <strong>ba</strong> <code>bốn</code>.</p>",
        ),
        ("## Đất nước", '<h2 id="dat-nuoc">Đất nước</h2>'),
        ("## Đất {#nha}", '<h2 id="nha">Đất</h2>'),
        ("#tag", "<p>#tag</p>"),
        ("Hỏi: Gì?", '<p class="question"><span class="who">Hỏi</span> Gì?</p>'),
        ("**Đáp:** Đó.", '<p class="answer"><span class="who">Đáp</span> Đó.</p>'),
        ("> Lời\n> {.pull}", '<blockquote class="pull">\n<p>Lời</p>\n</blockquote>'),
        ("> Lời\n{.pull}", '<blockquote class="pull">\n<p>Lời</p>\n</blockquote>'),
        ("> Lời", "<blockquote>\n<p>Lời</p>\n</blockquote>"),
        ("---", "<hr>"),
        (
            '![Bến](../../../assets/images/ben.png "Sớm")',
            "<figure>[assets/images/ben.png|Bến|Sớm]</figure>",
        ),
        ("```chart\nseries: mua\n```", "<figure>[chart mua]</figure>"),
        ("```table\nseries: mua\n```", "<figure>[table mua]</figure>"),
        ("```\na < b\n\n# c\n```", "<pre><code>a &lt; b\n\n# c</code></pre>"),
        (
            "Mưa {{ fact:mua }}.",
            '<p>Mưa <a class="fact" href="#source-tram">1.410,5\u00a0mm</a>.</p>',
        ),
        ("[đi](khac.md#cho)", '<p><a href="/content/vi/so-1/khac.md#cho">đi</a></p>'),
        ("[đây](#cho)", '<p><a href="#cho">đây</a></p>'),
        ("[xa](https://a.example/?b=1&c)", '<p><a href="https://a.example/?b=1&amp;c">xa</a></p>'),
        ("[thư](mailto:a@a.example)", '<p><a href="mailto:a@a.example">thư</a></p>'),
        ("[tệp](khac.yml)", "<p><span>tệp</span></p>"),
    ],
)
def test_a_block(tmp_path: Path, body: str, expected: str) -> None:
    assert blocks(tmp_path, body) == [expected]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "<javascript:alert(1)>",
        "java&#115;cript:alert(1)",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x][y]\n\n[y]: {}", "<{}>", "![x]({})"])
def test_an_address_runs_nothing(tmp_path: Path, address: str, form: str) -> None:
    made = "".join(blocks(tmp_path, form.format(address)))
    if "<figure>" in made:
        return  # A picture is the medium's to find; the check refuses what is no file of ours.
    assert 'href="java' not in made.lower()
    assert 'href="data' not in made and 'href="vb' not in made and 'href="file' not in made
    assert 'href="//' not in made


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "một <b onclick=x>hai</b>",
        "<div>\n\nchữ\n\n</div>",
        "<!-- ghi -->",
        "<iframe src=x>",
        "&lt;script&gt; &#60;b&#62;",
        '## <img src=x onerror="y">',
        "| <i>a</i> | b |\n| --- | --- |\n| <u>c</u> | d |",
        "- <script>x</script>",
        "Hỏi: <b>x</b>",
        "[^1]\n\n[^1]: <script>x</script>",
        '[x](a.md "<script>")',
        "```chart\nseries: <script>\n```",
        "![<script>](a.png)",
    ],
)
def test_raw_html_is_text(tmp_path: Path, body: str) -> None:
    found = rendered(article_of(tmp_path, body), FIGURES)
    made = found.body + found.notes
    for tag in ("<script", "<b ", "<b>", "<iframe", "<img", "<i>", "<u>", "<!--", "<div>\n\nchữ"):
        assert tag not in made.replace("[<script>", "").replace("|<script>|", "")


def test_footnotes_stand_apart_and_take_the_prefix(tmp_path: Path) -> None:
    article = article_of(tmp_path, "Một[^a].\n\n## Hai {#hai}\n\n[^a]: Chú *thích*.\n")
    found = rendered(article, FIGURES, "vi-")
    assert found.blocks[0] == (
        '<p>Một<sup id="vi-fnref:a"><a class="footnote-ref" href="#vi-fn:a">1</a></sup>.</p>'
    )
    assert found.blocks[1] == '<h2 id="vi-hai">Hai</h2>'
    assert found.anchors == {1: "vi-hai"}
    assert 'id="vi-fn:a"' in found.notes and 'href="#vi-fnref:a"' in found.notes
    assert "<em>thích</em>" in found.notes
    assert top_level(found.notes) == ["div"]
    assert 2 not in found.blocks


def test_two_articles_in_one_document_share_no_id(tmp_path: Path) -> None:
    import re

    body = "## A\n\n## A\n\nMột[^a] hai[^a].\n\n[^a]: x\n"
    ids: list[str] = []
    for prefix in ("vi-", "en-"):
        found = rendered(article_of(tmp_path, body), FIGURES, prefix)
        ids += re.findall(r' id="([^"]*)"', found.body + found.notes)
    assert len(ids) == len(set(ids)) and all(re.match(r"(vi|en)-", id) for id in ids)


def test_reference_links_reach_across_blocks(tmp_path: Path) -> None:
    assert blocks(tmp_path, "[x][y]\n\nchữ\n\n[y]: khac.md\n")[0] == (
        '<p><a href="/content/vi/so-1/khac.md#">x</a></p>'
    )


def test_a_fact_in_english_and_one_that_is_unknown(tmp_path: Path) -> None:
    assert "1,410.5\u00a0mm" in blocks(tmp_path, "{{fact:mua}}", "en")[0]
    assert blocks(tmp_path, "{{ fact:gio }}") == ["<p>{{ fact:gio }}</p>"]


def test_a_bold_turn_stays_bold_and_loses_its_label(tmp_path: Path) -> None:
    assert blocks(tmp_path, "**Hỏi: Cả câu đậm?**") == [
        '<p class="question"><span class="who">Hỏi</span> <strong>Cả câu đậm?</strong></p>'
    ]
    assert blocks(tmp_path, "Đáp: Giờ là 8:30, *đúng* không?") == [
        '<p class="answer"><span class="who">Đáp</span> Giờ là 8:30, <em>đúng</em> không?</p>'
    ]


PARTS = (
    "Một", "hai", " ", "ba bốn", "\n", "  \n", "*a*", " _b_ ", "**c", "`d`", "\\*", "[e](khac.md)",
    "[", "!", "<b>", "&amp;", "&", "|", "\n|---|---|\n", "{{ fact:mua }}", "[f]{lang=fr}",
    "<https://a.example>", "https://a.example", "<a@a.example>", "\n1. g", "\n- h", "p\\.",
    "\n## i", "\n> k", "[^1]", "\n[^1]: l", "\n[e]: b.md", "\n===", "\n---", "\n    m",
    "\nHỏi: n", "\n{#o}",
)  # fmt: skip


def test_the_short_ways_lead_where_the_engine_leads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain prose is spared the engine's patterns: what they would have made of it is the same."""
    chance = random.Random(8)
    bodies = ["".join(chance.choices(PARTS, k=chance.randint(1, 9))) for _ in range(200)]
    articles = [article_of(tmp_path, f"Lời {body} cuối.") for body in bodies]
    short = [markdown_.write(one, FIGURES) for one in articles]
    monkeypatch.setattr(markdown_, "PROSE", re.compile("(?!)"))
    monkeypatch.setattr(markdown_, "TELLING", re.compile(""))
    assert [markdown_.write(one, FIGURES) for one in articles] == short


def test_html_is_cut_where_marks_stand() -> None:
    tag, figure, prefix = element_mark("xff", 0), block_mark("xff", 1), prefix_mark("xff")
    html = f'<p id="{prefix}ben">Ở <{tag}><em>bến</em></{tag}>, < xff.</p>\n{figure}!'
    pieces = cut(html, "xff")
    assert list(pieces[1::2]) == ["p", "0", "/0", "1"]
    told = ['<p id="', 'ben">Ở ', "><em>bến</em>", ">, < xff.</p>\n", "!"]
    assert list(pieces[::2]) == told
    assert list(cut("<p>Lời</p>", "xff")) == ["<p>Lời</p>"]
