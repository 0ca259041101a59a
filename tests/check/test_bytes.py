"""Faults that cannot be stored as files: odd bytes, closed files, options."""

from pathlib import Path

import pytest

from songngu.messages import hint, message
from songngu.source.files import LARGEST
from tests.support import GOOD, Publication, as_nobody

ARTICLE = "content/vi/so-1/ben.md"


def told(publication: Publication, issue: str | None = None) -> list[tuple[str, str, int]]:
    found = publication.examine(issue).diagnostics
    for one in found:
        assert message(one, "vi") != message(one, "en")
        assert hint(one, "vi") != hint(one, "en")
    return [(one.key, one.place.path, one.place.line) for one in found]


TEXTS = [*GOOD, "print/press.yml"]


@pytest.mark.parametrize("path", TEXTS)
def test_source_encoding_of_every_file(tmp_path: Path, path: str) -> None:
    publication = Publication(tmp_path)
    raw = (tmp_path / path).read_bytes()
    publication.write(path, raw + "# Trạm đo\n".encode("cp1258", "replace").replace(b"?", b"\xd2"))
    line = raw.count(b"\n") + 1
    assert told(publication)[0] == ("source.encoding", path, line)
    assert len(told(publication)) == 1, "one broken file never hides or spoils the others"


@pytest.mark.parametrize(
    ("encoding", "key"),
    [("utf-16", "source.encoding/utf-16"), ("utf-16-le", "source.encoding/nul")],
)
def test_source_encoding_utf_16(tmp_path: Path, encoding: str, key: str) -> None:
    """What Windows calls Unicode; without its mark, it is told by its NUL bytes."""
    publication = Publication(tmp_path)
    publication.write(ARTICLE, GOOD[ARTICLE].encode(encoding))
    assert told(publication) == [(key, ARTICLE, 1)]


def test_source_encoding_unreadable(tmp_path: Path) -> None:
    """A closed file ("source.encoding/unreadable")."""
    publication = Publication(tmp_path)
    publication.examine()  # what is imported late, while it may be read
    (tmp_path / ARTICLE).chmod(0)
    with as_nobody(tmp_path):
        assert told(publication) == [("source.encoding/unreadable", ARTICLE, 1)]


def test_source_encoding_no_file(tmp_path: Path) -> None:
    """A folder, or a pipe, that is named like an article ("source.encoding/no-file")."""
    publication = Publication(tmp_path)
    publication.delete(ARTICLE)
    (tmp_path / ARTICLE).mkdir()
    assert told(publication) == [("source.encoding/no-file", ARTICLE, 1)]


def test_source_encoding_outside(tmp_path: Path) -> None:
    """A link out of the publication ("source.encoding/outside")."""
    publication = Publication(tmp_path / "root")
    publication.delete(ARTICLE)
    (tmp_path / "secret.md").write_text(GOOD[ARTICLE], "utf-8")
    (tmp_path / "root" / ARTICLE).symlink_to(tmp_path / "secret.md")
    assert told(publication) == [("source.encoding/outside", ARTICLE, 1)]


def test_source_encoding_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ "source.encoding/too-large": it is not even read."""
    publication = Publication(tmp_path)
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        assert path.stat().st_size <= LARGEST, path
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    with (tmp_path / ARTICLE).open("r+b") as handle:
        handle.truncate(3 * 2**30)
    assert told(publication) == [("source.encoding/too-large", ARTICLE, 1)]


def test_an_unknown_issue(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    assert told(publication, "so-2") == [("config.invalid/no-issue", "content/publication.yml", 1)]


@pytest.mark.parametrize("change", ["bom", "crlf", "cr", "nfd", "bom+crlf"])
def test_an_editors_bytes_change_no_finding(tmp_path: Path, change: str) -> None:
    """A spoilt publication tells the same, at the same lines, whatever wrote its files."""
    plain, odd = Publication(tmp_path / "plain"), Publication(tmp_path / "odd")
    for publication in (plain, odd):
        publication.replace(ARTICLE, "fact:mua-2018", "fact:mua")
        publication.replace("content/facts.yml", "as_of: 2018-12-31", "as_of: 2018")
        publication.replace("content/series/mua.csv", "200", "hai trăm")
        publication.replace("content/en/so-1/ben.md", "## The ferry\n\n", "")
    for path in GOOD:
        if not path.endswith(".png"):
            odd.write(path, changed((odd.root / path).read_text("utf-8"), change))
    letters = [one for one in told(odd) if one[0] == "text.nfc"]
    assert [one for one in told(odd) if one not in letters] == told(plain)
    assert bool(letters) == (change == "nfd"), "letters in parts are told, and change nothing else"
    assert len(told(plain)) == 3


def changed(text: str, how: str) -> bytes:
    import unicodedata

    if how == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    if "cr" in how:
        text = text.replace("\n", "\r\n" if "crlf" in how else "\r")
    return text.encode("utf-8-sig" if "bom" in how else "utf-8")
