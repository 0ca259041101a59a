"""Whatever lies in content/, the readers answer with diagnostics and never with an exception."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from songngu.messages import hint, message
from songngu.source.articles import read_article
from tests.source import dialect
from tests.support import GOOD, Publication, rendered

_front = st.one_of(
    st.text("titleype: secon\n-[]{}'\"&*é#|>0123456789.", max_size=120),
    st.lists(
        st.sampled_from([
            "title: Bài", "title: 2024", "title:", 'title: " "', "type: article", "type: [a]",
            "section: a-b", "section: no", "order: 1", "order: .inf", "order: 1e999",
            "date: 2024-02-30", "date: 2024-02-29", "date: 0000-00-00", "sources: [a, a]",
            "sources: {}", "picture: {src: /etc/passwd, alt: x}", "picture: null", "composed: yes",
            "status: draft", "a: &x [*x]", "? x", "--- ", "...",
        ]),
        max_size=8,
    ).map("\n".join),
)  # fmt: skip


def sane(publication: Publication) -> None:
    for one in publication.examine().diagnostics:
        assert message(one, "vi") and hint(one, "vi") and message(one, "en") and hint(one, "en")
        path = publication.root / one.place.path
        lines = path.read_text("utf-8", "replace").count("\n") + 1 if path.is_file() else 1
        assert 1 <= one.place.line <= lines, one


def try_in(path: str) -> Callable[[str], None]:
    def attempt(text: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            publication = Publication(Path(folder))
            publication.write(path, text.encode("utf-8", "surrogatepass"))
            sane(publication)

    return attempt


@settings(deadline=None, max_examples=60)
@given(front=_front, body=dialect.wild)
def test_front_matter_and_text(front: str, body: str) -> None:
    try_in("content/vi/so-1/ben.md")(f"---\n{front}\n---\n{body}")


@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=120))
def test_any_text_as_an_article(text: str) -> None:
    try_in("content/en/so-1/ben.md")(text)


@settings(deadline=None, max_examples=40)
@given(text=st.text('vien,đo-uc"\n\r;.0123456789Na\t', max_size=80))
@example("vi,en,do-duoc\n" + '"' + "x" * 140_000)
@example("vi,en,do-duoc\nMưa,Rain,NaN")
@example("vi,en,do-duoc\nMưa,Rain,1e999999")
@example("vi,en,do-duoc\nMưa,Rain,1_000")
@example("vi,en,do-duoc\nMưa,Rain,-Infinity")
@example("")
@example("\n\n")
def test_csv(text: str) -> None:
    try_in("content/series/mua.csv")(text)


@settings(deadline=None, max_examples=40)
@given(data=st.data())
@pytest.mark.parametrize(
    "path",
    ["content/publication.yml", "content/facts.yml", "content/series/mua.yml",
     "assets/images/credits.yml", "mkdocs.yml"],
)  # fmt: skip
def test_a_config_file_with_lines_lost_doubled_or_spoilt(path: str, data: st.DataObject) -> None:
    lines = GOOD[path].split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        spoilt = data.draw(
            st.sampled_from(["", lines[at] * 2, lines[at].lstrip(), lines[at] + ": x", "- x",
                             lines[at].replace(": ", ": 9", 1), lines[at][: len(lines[at]) // 2]])
        )  # fmt: skip
        lines[at] = spoilt
    try_in(path)("\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "d: 2024-99-99\n",
        "a: \x07\n",
        "n: " + "9" * 5000,
        "? [a]\n: b\n",
        "!!timestamp x\n",
        "[" * 3000,
    ],
)
def test_odd_engine_settings(text: str) -> None:
    try_in("mkdocs.yml")(text)


@settings(deadline=None, max_examples=60)
@given(body=st.one_of(dialect.wild, st.text("[](){}!#|`*_<>\"' \nabfct:^/.-", max_size=200)))
def test_the_renderer_never_raises(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bai.md"
        path.write_text(f"---\ntitle: B\ntype: article\nsection: a\n---\n{body}", "utf-8")
        article = read_article(path, Path(folder), "vi").value
        assert article is not None
        rendered(article)
