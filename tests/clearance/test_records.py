"""Records: written, read, merged; what was touched counts for nothing and is named."""

import datetime
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu.desk import signing_
from songngu.desk.standing import last
from songngu.model import Received, Side, Signing
from songngu.source.clearance import read_signings, record
from songngu.source.files import CONTROL
from songngu.source.normalise import normalise_lines
from tests.clearance.conftest import Desk

# An article with a control character is refused before anyone could sign it.
letters = st.characters(codec="utf-8").filter(
    lambda one: one in "\n\t" or not (CONTROL.match(one) or one == "\0")
)
lines = st.text(letters, max_size=40).map(normalise_lines)
sides = st.builds(Side, st.sampled_from(["title", "paragraph", "table-4x2", "list-3"]), lines)
received = st.one_of(
    st.builds(Received, sides, sides),
    st.builds(Received, sides, st.none()),
    st.builds(Received, st.none(), sides),
)


def signing(*rows: Received, signer: str = "Gỗ", after: tuple[str, ...] = ()) -> Signing:
    day = datetime.date(2019, 4, 20)
    return Signing("so-1", "ben/do", "approver", signer, day, rows, after, "Lê <do@x.example>")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records")


@given(st.lists(received, max_size=5))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Received]
) -> None:
    root = tmp_path_factory.mktemp("records")
    one = signing(*rows)
    path, text = record(one)
    signing_.keep(root / path, text)
    found = read_signings(root, "so-1")
    assert found.diagnostics == ()
    (read,) = found.value["ben/do"]
    assert read == replace(one, path=path, id=read.id) and read.id in path


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path, text = record(signing(Received(Side("title", "Bến"), None)))
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(text.replace("\n", "\r\n").encode())
    assert read_signings(tmp_path, "so-1").diagnostics == ()


def test_every_letter_of_a_record_counts(tmp_path: Path) -> None:
    path, text = record(signing(Received(Side("title", "Bến đò"), Side("title", "The landing"))))
    target = tmp_path / path
    target.parent.mkdir(parents=True)
    for at, letter in enumerate(text.rstrip("\n")):
        if letter != "\n":
            other = "x" if letter != "x" else "y"
            target.write_bytes((text[:at] + other + text[at + 1 :]).encode())
            found = read_signings(tmp_path, "so-1")
            assert found.value == {} and len(found.diagnostics) == 1, (at, letter)


def test_a_later_signing_takes_the_place_of_the_earlier(desk: Desk) -> None:
    desk.clear("ben", "A")
    desk.publication.replace("content/en/so-1/ben.md", "The early one", "The earliest one")
    desk.clear("ben", "A")
    found = read_signings(desk.root, "so-1").value["ben"]
    (only,) = last(found, "approver")
    assert len(found) == 2 and only.after == tuple(one.id for one in found if one is not only)


def test_two_people_never_meet_in_one_file(desk: Desk) -> None:
    """Two articles, two roles, and one role twice: every branch adds files of its own."""
    written = []
    for words in (
        ("ben", "A", "approver"),
        ("ben", "B", "translator"),
        ("nguoi-lai", "A", "approver"),
        ("ben", "C", "approver"),
    ):
        assert desk.clear(*words) == 0
        (path,) = desk.records()
        written.append((path, path.read_bytes()))
        path.unlink()
    assert len({path for path, _ in written}) == 4
    for path, data in written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert desk.publication.examine().diagnostics == ()
    assert {one.role for one in desk.standing("ben").roles if one.cleared} == {
        "translator",
        "approver",
    }


def test_after_a_merge_the_nearest_signature_counts(desk: Desk) -> None:
    """Two branches sign two texts; what one of them signed is signed."""
    desk.clear("ben", "A")
    base = {path: path.read_bytes() for path in desk.records()}
    desk.publication.replace("content/en/so-1/ben.md", "The early one", "The earliest one")
    desk.clear("ben", "B")
    theirs = set(desk.records()) - set(base)
    kept = {path: path.read_bytes() for path in theirs}
    for path in theirs:
        path.unlink()
    desk.publication.replace("content/en/so-1/ben.md", "The earliest one", "An early one")
    desk.clear("ben", "C")
    for path, data in kept.items():
        path.write_bytes(data)
    standing = desk.standing("ben").role("approver")
    assert standing.cleared and standing.signing and standing.signing.signer == "C"
    desk.publication.replace("content/en/so-1/ben.md", "An early one", "The earliest one")
    standing = desk.standing("ben").role("approver")
    assert standing.cleared and standing.signing and standing.signing.signer == "B"


def test_a_text_that_was_signed_before_the_last_one_is_stale(desk: Desk) -> None:
    desk.clear("ben")
    desk.publication.replace("content/en/so-1/ben.md", "The early one", "The earliest one")
    desk.clear("ben")
    desk.publication.replace("content/en/so-1/ben.md", "The earliest one", "The early one")
    assert [one.how for one in desk.standing("ben").role("approver").changes] == ["changed"]


def test_the_author_is_git_s(desk: Desk) -> None:
    desk.clear("ben")
    (one,) = read_signings(desk.root, "so-1").value["ben"]
    assert one.author == "Lê Đò <do@ben-go.example>"


def test_without_git_there_is_no_author(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def none(*words: object, **more: object) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", none)
    assert signing_.git_author(tmp_path) == ""
    assert desk.clear("ben") == 0
    assert "author:" not in desk.records()[0].read_text("utf-8")
