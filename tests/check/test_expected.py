"""One folder per fault: `input/` is laid over the good tiny publication (after that of the case
that `base.txt` names), `patch.txt` changes lines of it, what `delete.txt` lists is taken away, and
the check must say `expected.vi.txt` and `expected.en.txt`, to the letter.

A folder is named after the code and detail that it is about. A new code is a new folder; write
the expected texts by hand, or let the failing test show them and judge each word.
"""

import functools
import json
import os
import re
import string
import tempfile
from importlib import resources
from pathlib import Path

import pytest

from songngu.diagnostics import SEVERITIES, Diagnostic
from songngu.messages import WORDED, sentences
from songngu.model import LANGS, BlockKind
from songngu.report import as_text
from tests.support import Publication

HERE = Path(__file__).parent
CASES = sorted(folder.parent for folder in HERE.glob("*/expected.vi.txt"))
PLANTED = "../steady/planted.py"
# Two hundred publications come and go: where the system has a disk in memory, there.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
# What no folder can hold: bytes, permissions, options, a finished book. The tests of this name
# reach them.
ELSEWHERE = {
    "source.encoding": "test_bytes.py",
    "source.encoding/nul": "test_bytes.py",
    "source.encoding/utf-16": "test_bytes.py",
    "source.encoding/unreadable": "test_bytes.py",
    "source.encoding/no-file": "test_bytes.py",
    "source.encoding/outside": "test_bytes.py",
    "source.encoding/too-large": "test_bytes.py",
    "source.markdown/too-long": "test_bounds.py",
    "source.markdown/too-many": "test_bounds.py",
    "source.markdown/block-too-long": "test_bounds.py",
    "source.markdown/too-wide": "test_bounds.py",
    "source.name/encoding": PLANTED,
    "source.name/long": PLANTED,
    "source.name/reserved": PLANTED,
    "source.name/end": PLANTED,
    "source.name/letter": PLANTED,
    "source.name/script": PLANTED,
    "source.name/empty": PLANTED,
    "source.name/nfc": PLANTED,
    "config.invalid/no-issue": "test_bytes.py",
    "imprint.conflict/extent": "test_book.py",
}
# `preflight` judges a PDF, `new --from` a Word file: they have tests of their own.
OF_OTHER_FILES = ("press.", "docx.")


@functools.cache
def found_in(case: Path) -> tuple[Diagnostic, ...]:
    """What the check finds in the good publication with one case laid over it."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        return _found_in(case, Path(folder))


def _found_in(case: Path, root: Path) -> tuple[Diagnostic, ...]:
    publication = Publication(root)
    if (case / "base.txt").is_file():
        publication.lay(HERE / (case / "base.txt").read_text("utf-8").strip() / "input")
    if (case / "input").is_dir():
        publication.lay(case / "input")
    if (case / "patch.txt").is_file():
        publication.patch((case / "patch.txt").read_text("utf-8"))
    if (case / "delete.txt").is_file():
        for path in (case / "delete.txt").read_text("utf-8").split():
            publication.delete(path)
    return publication.examine().diagnostics


def entry(key: str) -> str:
    """The key of the sentence that is said for a diagnostic's key."""
    return key if key in sentences("vi") else f"*/{key.partition('/')[2]}"


def test_the_good_publication_is_good(tmp_path: Path) -> None:
    assert Publication(tmp_path).examine().diagnostics == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_fault_is_told_as_expected(case: Path) -> None:
    found = found_in(case)
    for lang in LANGS:
        expected = (case / f"expected.{lang}.txt").read_text("utf-8")
        assert as_text(found, lang) + "\n" == expected
    about, _, _ = case.name.partition("--")
    assert about in {one.code for one in found}


def test_no_sentence_is_dead() -> None:
    reached = set(ELSEWHERE)
    for case in CASES:
        reached |= {entry(one.key) for one in found_in(case)}
    said = {key for key, words in sentences("vi").items() if "do" in words}
    said = {key for key in said if not key.startswith(OF_OTHER_FILES)}
    assert said - reached == set(), "no folder of tests/check reaches these sentences"
    assert reached - said == set(), "these have no sentence"
    for key, name in ELSEWHERE.items():
        assert key in (HERE / name).read_text("utf-8")


def test_every_code_has_a_folder() -> None:
    about = {case.name.partition("--")[0] for case in CASES}
    about |= {key.partition("/")[0] for key in ELSEWHERE}
    codes = {key.partition("/")[0] for key in SEVERITIES if not key.startswith(OF_OTHER_FILES)}
    assert about == codes


def test_the_codes_that_others_read_by_name_stay() -> None:
    """codes.txt is the contract with every editor's settings and every workflow: each code of it is
    told and tested, here or in the tests of its family, and nothing is told by another code."""
    promised = (HERE / "codes.txt").read_text("utf-8").split()
    assert {key.partition("/")[0] for key in SEVERITIES} == set(promised)
    tested = {case.name.partition("--")[0] for case in CASES}
    tested |= {key.partition("/")[0] for key in ELSEWHERE}
    tested |= {one.parent.name.partition("--")[0] for one in HERE.parent.glob("word/*/expected.*")}
    for path in HERE.parent.glob("preflight/*.py"):
        tested |= set(re.findall(r"press\.[a-z-]+", path.read_text("utf-8")))
    assert set(promised) - tested == set()


def test_both_languages_have_the_same_sentences_and_placeholders() -> None:
    vi, en = sentences("vi"), sentences("en")
    assert list(vi) == list(en)
    for key in vi:
        assert vi[key].keys() == en[key].keys(), key
        for part in vi[key]:
            said = [
                {name for _, name, _, _ in string.Formatter().parse(words[key][part]) if name}
                for words in (vi, en)
                if not key.startswith("word.")
            ]
            assert said[:1] == said[1:], f"{key}: {said}"


def test_every_word_that_fills_a_sentence_is_said_in_both_languages() -> None:
    """No program's word (`array`, `paragraph`) stands in a sentence for editors."""
    assert set(WORDED) == {"kind", "wanted", "reason"}
    wanted = {kind.value for kind in BlockKind if kind is not BlockKind.NOTE}
    for path in resources.files("songngu.source").joinpath("schemas").iterdir():
        wanted |= set(words_of(json.loads(path.read_text("utf-8"))))
    for lang in LANGS:
        missing = {word for word in wanted if f"word.{word}" not in sentences(lang)}
        assert missing == set(), lang


def words_of(schema: object) -> list[str]:
    """The types and descriptions in a schema, as a diagnostic names them."""
    found: list[str] = []
    if isinstance(schema, list):
        for part in schema:
            found += words_of(part)
    elif isinstance(schema, dict):
        kind = schema.get("type")
        if isinstance(kind, (str, list)):
            found.append(kind if isinstance(kind, str) else " | ".join(kind))
        if isinstance(schema.get("description"), str):
            found.append(schema["description"])
        for part in schema.values():
            found += words_of(part)
    return found


def test_every_sentence_of_the_tool_is_used() -> None:
    """A phrase that no module names, nor makes of a family's name (`verb.{name}`), is dead."""
    package = HERE.parent.parent / "songngu"
    code = "\n".join(path.read_text("utf-8") for path in sorted(package.rglob("*.py")))
    made = set(re.findall(r'f"(\w+)\.\{', code))
    ends = {key for key in sentences("vi") if re.match(r"cli\.\w+-done$", key)}
    phrases = {key for key, words in sentences("vi").items() if "do" not in words} - ends
    dead = {key for key in phrases if key.partition(".")[0] not in made and f'"{key}"' not in code}
    assert dead == set()
