"""`check --fix` changes what it tells, and not one byte more."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu import cli
from songngu.check.text.repairing import suspicious
from songngu.desk.fix import Prose, diff, fixed
from songngu.model import LANGS, Lang, Orthography
from songngu.source.blocks import cut
from songngu.source.yaml_ import load
from tests.source.dialect import document, wild
from tests.support import GOOD, Publication
from tests.text.support import HEAD, found, mended

ARTICLE = "content/vi/so-1/ben.md"
_FAULTS = st.sampled_from(
    [
        "hoà bình",
        "một , hai",
        '"nháy"',
        "a - b",
        "( trong )",
        "Ðò",
        "Bến",
        "it's",
        "x,y",
        "..",
        " ;",
    ]
)
_spoilt = st.lists(st.one_of(document, wild, _FAULTS), max_size=4).map("\n\n".join)


@given(_spoilt, st.sampled_from(LANGS), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_fixing_twice_is_fixing_once(body: str, lang: Lang, end: str, mark: bool) -> None:
    prose = Prose("bai.md", lang, Orthography())
    raw = (HEAD + body).replace("\n", end).encode("utf-8-sig" if mark else "utf-8")
    once = fixed(prose, raw)
    assert fixed(prose, once) == once
    assert once.startswith(b"\xef\xbb\xbf") == mark
    for ending in (b"\r\n", b"\n", b"\r"):
        assert once.count(ending) == raw.count(ending)


@given(_spoilt, st.sampled_from(LANGS))
def test_nothing_that_is_sure_is_left_and_the_rest_stays(body: str, lang: Lang) -> None:
    done = mended(body, lang)
    assert all(one.right is None for one in found(done, lang))
    assert [one.text for one in cut(done) if one.kind == "code"] == [
        one.text for one in cut(body) if one.kind == "code"
    ]
    addresses = r"\]\([^)\s]*\)|https?://\S+"
    assert re.findall(addresses, done) == re.findall(addresses, body)


@pytest.mark.parametrize("path", [path for path in GOOD if path.endswith((".md", ".yml"))])
def test_a_good_file_is_not_touched(path: str) -> None:
    lang = next((lang for lang in LANGS if f"/{lang}/" in path), None)
    raw = GOOD[path].encode()
    assert fixed(Prose(path, lang, Orthography()), raw) == raw


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{vi: hoà , en: it's}", "{vi: hòa , en: it’s}"),
        ("{vi: \"hoà \\\" , x\", en: 'it''s , so'}", "{vi: \"hòa \\\", x\", en: 'it''s, so'}"),
        ("{vi: Mưa hoà, en: A - b}", "{vi: Mưa hòa, en: A – b}"),
    ],
)
def test_yaml_stays_yaml(before: str, after: str) -> None:
    text = f"hoà: 'hoà , x'\nlabel: {before}\nfolded:\n  vi: >-\n    một , hai\n    hoà\n  en: x\n"
    done = fixed(Prose("content/facts.yml", None, Orthography()), text.encode()).decode()
    wanted = text.replace(before, after).replace("một ,", "một,").replace("    hoà\n", "    hòa\n")
    assert done == wanted
    assert load(done, "", "config.invalid")[0] is not None


def test_front_matter_keys_and_ids_stay() -> None:
    front = "title: Hoà\ntype: article\nsection: hoà\nsources: [hoà]\naliases: [a ,b]\n"
    text = f"---\n{front}---\n\nHoà.\n{{#hoà}}\n"
    done = fixed(Prose("bai.md", "vi", Orthography()), text.encode()).decode()
    assert done == text.replace("title: Hoà", "title: Hòa").replace("Hoà.", "Hòa.")


def test_letters_in_parts_are_composed_in_prose_alone() -> None:
    text = unicodedata.normalize("NFD", "Bến đò [chữ](bến.md) `bến`.")
    assert (
        mended(text)
        == unicodedata.normalize("NFC", "Bến đò [chữ](")
        + unicodedata.normalize("NFD", "bến.md")
        + ") `"
        + unicodedata.normalize("NFD", "bến")
        + "`."
    )


def test_the_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publication = Publication(tmp_path)
    publication.replace(ARTICLE, "Bến nằm", "Bến hoà bình , nằm")
    publication.replace(
        ARTICLE, "- Đò trưa", "- Đò hoà <!-- songngu: ignore text.tone because x -->"
    )
    publication.replace("content/facts.yml", "Mưa cả năm", "Mưa thuỷ văn")
    before = (tmp_path / ARTICLE).read_bytes()
    words = ["check", "--root", str(tmp_path), "--lang", "en"]
    assert cli.main([*words, "--diff"]) == cli.OK
    shown = capsys.readouterr().out
    assert "+Bến hòa bình, nằm" in shown and "+    label: {vi: Mưa thủy văn" in shown
    assert (tmp_path / ARTICLE).read_bytes() == before, "--diff writes nothing"
    assert cli.main([*words, "--fix", str(tmp_path / "content/vi")]) == cli.OK
    told = capsys.readouterr()
    assert told.err.strip() == f"Mended {ARTICLE}"
    after = (tmp_path / ARTICLE).read_bytes()
    assert after == before.replace("hoà bình ,".encode(), "hòa bình,".encode())
    assert "thuỷ" in (tmp_path / "content/facts.yml").read_text("utf-8"), "only what was named"
    assert cli.main([*words, "--fix"]) == cli.OK
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    assert cli.main([*words, "--fix", "--diff"]) == cli.OK
    assert capsys.readouterr().out == "", "nothing is left to mend"


def test_a_file_in_another_encoding_is_left(tmp_path: Path) -> None:
    raw = "Bến hoà , x".encode("utf-16")
    assert fixed(Prose("a.md", "vi", Orthography()), raw) == raw
    assert diff("a.md", raw, raw) == ""


@given(_spoilt, st.sampled_from(LANGS))
def test_a_text_with_a_fault_is_always_looked_at(body: str, lang: Lang) -> None:
    """The quick look at a whole file passes nothing over that the rules would tell."""
    text = HEAD + body
    if found(body, lang):
        assert suspicious(text, text.split(), lang, Orthography())
