"""A byte-order mark, CRLF and decomposed letters change no result, no line and no hash."""

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songngu.source.articles import read_article
from songngu.source.files import read_text
from tests.source import dialect

HEAD = "---\ntitle: Tiêu đề\ntype: article\nsection: dong-song\nbyline: Đỗ Ả\n---\n\n"


def variants(text: str) -> list[bytes]:
    crlf = text.replace("\n", "\r\n")
    return [
        text.encode(),
        text.encode("utf-8-sig"),
        crlf.encode(),
        crlf.encode("utf-8-sig"),
        text.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", text).encode(),
        unicodedata.normalize("NFD", crlf).encode("utf-8-sig"),
    ]


@settings(deadline=None, max_examples=40)
@given(body=st.one_of(dialect.document, dialect.wild))
def test_bytes_of_an_article_change_nothing(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        path = root / "bai.md"
        found = []
        for raw in variants(HEAD + body):
            path.write_bytes(raw)
            found.append(read_article(path, root, "vi"))
        assert found[0].value is not None
        assert all(one == found[0] for one in found)


@settings(deadline=None, max_examples=60)
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_text_or_a_finding(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tep.txt"
        path.write_bytes(raw)
        found = read_text(path, Path(folder))
        assert (found.value is None) == bool(found.diagnostics)
        if found.value is not None:
            assert unicodedata.is_normalized("NFC", found.value)
            assert "\r" not in found.value
        for one in found.diagnostics:
            assert 1 <= one.place.line <= raw.count(b"\n") + 1


@pytest.mark.parametrize(
    ("raw", "key", "line"),
    [
        (b"m\xe1\xbb\x99t\nhai \xff", "source.encoding", 2),
        (b"\xef\xbb\xbf\n\n\xc3(", "source.encoding", 3),
        (b"m\r\nt\r\n\xe2\x82", "source.encoding", 3),
        (b"a\nb\n\x00", "source.encoding/nul", 3),
    ],
)
def test_what_is_no_text_is_told_with_its_line(
    tmp_path: Path, raw: bytes, key: str, line: int
) -> None:
    path = tmp_path / "tep.txt"
    path.write_bytes(raw)
    found = read_text(path, tmp_path)
    assert [(one.key, one.place.line) for one in found.diagnostics] == [(key, line)]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    found = read_text(tmp_path / "thieu.txt", tmp_path)
    assert [one.key for one in found.diagnostics] == ["config.invalid/no-file"]
