"""Invented Markdown: documents in the dialect, and lines that only look like it."""

import string

from hypothesis import strategies as st

_LETTERS = "aàáâbcdđeêghiklmnoôơpqrstuưvxyABCĐ 0123456789.,;?!()“”'\"*_-+:/&<>%"
_PLAIN = str.maketrans("", "", "[]()*_\"'<>")
_MARKS = "#>|`~[]{}!\\=^"
words = st.text(_LETTERS, min_size=1, max_size=40).map(lambda text: f"Từ {text.strip()} nối")
_level = st.integers(2, 6).map(lambda level: "#" * level)
_id = st.text(string.ascii_lowercase, min_size=1, max_size=6)


def _lines(line: st.SearchStrategy[str], begin: str = "") -> st.SearchStrategy[str]:
    return st.lists(line, min_size=1, max_size=4).map(
        lambda lines: "\n".join(begin + line for line in lines)
    )


def _table(columns: int) -> st.SearchStrategy[str]:
    cell = st.text(_LETTERS, min_size=1, max_size=8).map(lambda text: f"o{text}".strip())
    row = st.lists(cell, min_size=columns, max_size=columns).map(
        lambda row: f"| {' | '.join(row)} |"
    )
    rule = "|" + " --- |" * columns
    return st.builds(
        lambda head, rows: "\n".join([head, rule, *rows]), row, st.lists(row, max_size=4)
    )


BLOCKS = {
    "heading": st.builds(lambda level, text: f"{level} {text}", _level, words),
    "heading-id": st.builds(lambda text, id: f"## {text} {{#{id}}}", words, _id),
    "paragraph": _lines(words),
    "paragraph-id": st.builds(lambda text, id: f"{text}\n{{#{id}}}", words, _id),
    "bullets": _lines(words, "- "),
    "stars": _lines(words, "* "),
    "numbers": _lines(words, "1. "),
    "nested": st.builds(lambda one, two: f"- {one}\n    - {two}", words, words),
    "loose": st.builds(lambda one, two: f"- {one}\n\n    {two}\n\n- {two}", words, words),
    "quote": _lines(words, "> "),
    "long-quote": st.builds(lambda one, two: f"> {one}\n>\n> {two}", words, words),
    "pull": words.map(lambda text: f"> {text}\n{{.pull}}"),
    "question": words.map(lambda text: f"Hỏi: {text}"),
    "answer": words.map(lambda text: f"**A:** {text}"),
    "table": st.integers(2, 4).flatmap(_table),
    "figure": words.map(lambda text: f"![{text.translate(_PLAIN)}](tranh.png)"),
    "chart": st.just("```chart\nseries: mua\n```"),
    "series": st.just("```table\nseries: mua\n```"),
    "code": _lines(words).map(lambda text: f"```\n{text}\n```"),
    "rule": st.sampled_from(["---", "***", "* * *"]),
    "note": words.map(lambda text: f"[^ghi]: {text}\n    {text}"),
    "definition": st.just("[noi]: https://ben-go.example/"),
}


# What the first words of a block promise: the tag of its one element.
document = st.lists(st.one_of(*BLOCKS.values()), min_size=1, max_size=10).map("\n\n".join)

_odd = st.one_of(
    st.text(_LETTERS + _MARKS + "\t", max_size=30),
    st.sampled_from(
        ["", "", "---", "===", "```", "~~~", "> x", ">", "- x", "-", "1. y", "#x", "# x"]
    ),
    st.sampled_from(
        ["| a | b |", "| --- |", "--- | ---", "    thụt", "[^a]: n", "[a]: b", "{#id}"]
    ),
)
wild = st.lists(_odd, max_size=14).map("\n".join)
anything = st.text(max_size=200)
