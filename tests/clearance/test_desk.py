"""A day at the desk: what an editor, a translator and an approver do, and what they are told."""

import json
import re
from typing import Any

import pytest

from songngu.desk.clear import ALPHABET, code
from tests.clearance.conftest import Desk

EN = "content/en/so-1/cho-noi.md"
VI = "content/vi/so-1/cho-noi.md"
# What the template asks the editor to write.
WORDS = {
    VI: {"Tiêu đề bài": "Chợ nổi", "Một hai câu dẫn vào bài.": "Sớm mai trên sông."},
    EN: {
        "Title of the article": "The floating market",
        "One or two sentences that lead in.": "Early in the morning, on the river.",
    },
}
BODY = {
    VI: "Chợ họp lúc 4 giờ.\n\n## Hàng hóa\n\nGhe chở dừa và cá.\n",
    EN: "The market opens at 4.\n\n## Goods\n\nBoats bring coconuts and fish.\n",
}


def write(desk: Desk, path: str, body: str, status: str = "draft") -> None:
    head = (desk.root / path).read_text("utf-8").rpartition("---\n")[0] + "---\n\n"
    head = re.sub(r"status: \w+", f"status: {status}", head)
    desk.publication.write(path, head + body)


def told(desk: Desk) -> dict[str, Any]:
    assert desk("status", "--format", "json") == 0
    found = json.loads(desk.out)
    pair: dict[str, Any] = next(one for one in found["pairs"] if one["pair"] == "cho-noi")
    return pair


def test_a_day_at_the_desk(desk: Desk) -> None:
    assert desk("new", "article", "cho-noi", "--section", "dong-song") == 0
    # The Vietnamese is written; the translator has not come to the second half yet.
    write(desk, VI, BODY[VI])
    write(desk, EN, "The market opens at 5.\n")
    assert desk("check") == 0 and "! content/en/so-1/cho-noi.md" in desk.out
    assert "number.mismatch" in desk.out and "parity.structure" in desk.out
    # What was typed in haste is mended, and nothing else of the file.
    write(desk, VI, BODY[VI].replace("hóa", "hoá").replace("dừa và", "dừa , và"))
    assert desk("check") == 0 and "text.tone" in desk.out and "text.punctuation" in desk.out
    assert desk("check", "--fix") == 0 and f"Mended {VI}" in desk.err
    assert "text.tone" not in desk.out and "text.punctuation" not in desk.out
    assert (desk.root / VI).read_text("utf-8").endswith(BODY[VI].replace("dừa và", "dừa, và"))
    write(desk, VI, BODY[VI])
    # Translated and put right: a draft has no errors, and is not signed either.
    write(desk, EN, BODY[EN])
    assert desk("check") == 0
    assert desk.clear("cho-noi") == 3 and "still a draft" in desk.err
    for path, body in BODY.items():
        write(desk, path, body, "final")
    assert desk("check") == 3 and "the words of the template: “Title of the article”" in desk.out
    for path, words in WORDS.items():
        for old, new in words.items():
            desk.publication.replace(path, old, new)
    assert desk("check") == 0 and "0 errors, 0 warnings" in desk.out
    assert told(desk)["state"] == "translated"
    assert desk.clear("cho-noi", "Lê Dịch", "translator") == 0
    assert desk.clear("cho-noi") == 0 and "Signed: cho-noi, approver Trần Thị Bến" in desk.out
    assert told(desk)["state"] == "cleared"
    # One paragraph is edited in English.
    desk.publication.replace(EN, "coconuts and fish", "coconuts, fish and rice")
    found = told(desk)
    assert found["state"] == "stale"
    (change,) = found["changes"]
    assert change["kind"] == "paragraph" and change["sides"] == ["en"]
    assert change["old"]["en"] == "Boats bring coconuts and fish."
    assert change["new"]["en"] == "Boats bring coconuts, fish and rice."
    assert change["old"]["vi"] == change["new"]["vi"] == "Ghe chở dừa và cá."
    line = (desk.root / EN).read_text("utf-8").split("\n")[change["lines"]["en"] - 1]
    assert line == "Boats bring coconuts, fish and rice."
    assert [one["signer"] for one in change["again"]] == ["Lê Dịch", "Trần Thị Bến"]
    # Both look again.
    assert desk.clear("cho-noi", "Lê Dịch", "translator") == 0 and desk.clear("cho-noi") == 0
    assert told(desk)["state"] == "cleared" and len(desk.records()) == 4


def test_the_table_says_it_at_a_glance(desk: Desk) -> None:
    desk.clear("ben")
    desk.publication.replace("content/en/so-1/ben.md", "The early one", "The earliest one")
    assert desk("status") == 0
    lines = desk.out.split("\n")
    assert lines[0].split() == ["PAIR", "TYPE", "STATE", "TRANSLATOR", "REVIEWER", "APPROVER"]
    assert re.fullmatch(
        r"ben +article +stale +– +– +Trần Thị Bến, 2019-04-20 \(changed rows: 1\)", lines[1]
    )
    assert re.fullmatch(r"nguoi-lai +interview +unsigned +– +– +no", lines[2])
    assert "    en signed: – The early one / – The one at noon" in lines
    assert "    en now: – The earliest one / – The one at noon" in lines
    assert "  → the approver Trần Thị Bến must look again" in lines
    assert "\033" not in desk.out
    assert lines[-2].startswith("2 pairs: 0 cleared, 1 awaiting signatures, 1 changed")


def test_signing_twice_writes_once(desk: Desk) -> None:
    assert desk.clear("ben") == 0
    assert desk.clear("ben") == 0 and "nothing new" in desk.out
    assert len(desk.records()) == 1
    assert desk.clear("ben", "Người khác") == 0 and len(desk.records()) == 2


def test_an_unknown_pair_brings_near_names(desk: Desk) -> None:
    assert desk.clear("ban") == 2 and "Nearest: ben" in desk.err
    assert desk.clear("ben.md") == 0


@pytest.mark.parametrize(
    "words",
    [
        ("clear", "ben", "--by", " ", "--role", "approver"),
        ("clear", "ben", "--by", "A", "--role", "editor"),
        ("clear", "ben", "--by", "A"),
        ("clear", "ben", "--by", "A", "--role", "approver", "--date", "hôm nay"),
        ("clear", "--by", "A", "--role", "approver"),
    ],
)
def test_half_a_signature_is_wrong_usage(desk: Desk, words: tuple[str, ...]) -> None:
    assert desk(*words) == 2 and desk.out == "" and not desk.records()


def test_the_paper_must_be_of_this_text(desk: Desk) -> None:
    mark = code("so-1", "approver", desk.standing("ben"))
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", mark)
    assert mark != code("so-1", "reviewer", desk.standing("ben"))
    desk.publication.replace("content/facts.yml", "value: 1410.50", "value: 1410.51")
    other = code("so-1", "approver", desk.standing("ben"))
    assert desk.clear("ben", "A", "approver", "--as-printed", mark) == 3
    assert mark in desk.err and other in desk.err and not desk.records()
    typed = other.replace("-", "").lower()
    assert desk.clear("ben", "A", "approver", "--as-printed", typed) == 0
    assert f"printed: {other}\n" in desk.records()[0].read_text("utf-8")
