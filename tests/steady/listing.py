"""Writes docs/bad-input.md: every bad input that the tests try, and what it gets.

`python -m tests.steady.listing` writes it anew; a test holds that it is as written. Nothing is run
for it: every row stands in a table (or a folder) that some test holds the tool to.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from songngu.arguments import UsageError, parse
from songngu.diagnostics import SEVERITIES, Severity
from songngu.messages import phrase, sentences
from tests.cli.test_arguments import WRONG
from tests.fuzz import corpus
from tests.fuzz.doors import DOORS
from tests.preflight.cases import SEEDS
from tests.steady.machine import FAULTS
from tests.steady.planted import FAMILIES

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = CHECKOUT / "docs/bad-input.md"
HEAD = """\
# Every bad input tried, and what it gets

Written by `python -m tests.steady.listing` from the tables that the tests plant from; do not edit.
Every message stands in both languages and gives file, line and remedy; here is its English first
sentence, with … where a name or a number stands. An error ends a command with exit code 3, a
warning with 0 (with 3 under `--strict`), a refusal of the press with 4, wrong usage with 2, the
machine with 5, an interruption with 130. No input may end in a traceback, nor take more than three
seconds of one processor or 200 MB of memory.
"""
COLUMNS = "| input | gets | exit | in English |\n|---|---|---|---|\n"
# What str.format puts something else for.
BRACES = {"{{": "{", "}}": "}"}
PLACE = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
Row = tuple[str, str, str, str]


def page() -> str:
    """The page as it should be."""
    sections = dict(_sections())
    counts = "".join(f"| {name} | {len(rows)} |\n" for name, rows in sections.items())
    total = sum(map(len, sections.values()))
    summary = f"\n| family | inputs |\n|---|---|\n{counts}| **all** | **{total}** |\n"
    tables = "".join(
        f"\n## {name}\n\n{COLUMNS}" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
        for name, rows in sections.items()
    )
    return HEAD + summary + tables + _fuzzed()


def _sections() -> Iterator[tuple[str, list[Row]]]:
    for name, cases in FAMILIES.items():
        yield name, [_found(case.what, case.gets, case.so) for case in cases]
    yield "Editorial faults (`tests/check`)", list(_folders(CHECKOUT / "tests/check"))
    yield "Word files (`tests/word`)", list(_folders(CHECKOUT / "tests/word"))
    yield "Files for the press (`tests/preflight`)", [_refused(one.name, one.key) for one in SEEDS]
    yield "Words that make no command", list(_misuse())
    yield "The machine, and whoever calls", list(_machine())


def _found(what: str, key: str, so: str = "") -> Row:
    if not key:
        return _cell(what), "–", "0", _cell(so)
    severity = _severity(key)
    code = key.partition("/")[0]
    leaves = "3" if severity is Severity.ERROR else "0"
    return _cell(what), f"`{code}` {severity.value}", leaves, _sentence(key)


def _refused(what: str, key: str) -> Row:
    code, leaves = key.partition("/")[0], "4" if _severity(key) is Severity.ERROR else "0"
    return _cell(what), f"`{code}` {_severity(key).value}", leaves, _sentence(key)


def _folders(place: Path) -> Iterator[Row]:
    """One folder is one fault; its expected text begins with a line for each finding."""
    for path in sorted(place.glob("*/expected.en.txt")):
        about = path.parent.name.partition("--")[0]
        for line in path.read_text("utf-8").splitlines():
            found = re.fullmatch(r"([✗!·]) (\S.*?):(\d+)  (\S+)  (.*)", line)
            if found and found[4] == about:
                severity = {"✗": "error", "!": "warning", "·": "info"}[found[1]]
                leaves = "3" if severity == "error" else "0"
                yield path.parent.name, f"`{about}` {severity}", leaves, _cell(found[5])
                break


def _misuse() -> Iterator[Row]:
    for words, _ in WRONG:
        try:
            parse(words, "en")
        except UsageError as error:
            said = phrase(f"usage.{error.detail}", "en", **error.values)
            yield f"`{_cell(' '.join(words))}`", "one line", "2", _cell(said)


def _machine() -> Iterator[Row]:
    for fault in FAULTS.values():
        said = _sentence(fault.key) if fault.key else ""
        told = "; ".join(part for part in (said.rstrip("."), fault.so) if part)
        code = "killed" if fault.exit < 0 else str(fault.exit)
        yield _cell(f"{fault.what} ({fault.verbs})"), "one line" if said else "–", code, told


def _severity(key: str) -> Severity:
    return SEVERITIES.get(key, SEVERITIES[key.partition("/")[0]])


def _sentence(key: str) -> str:
    """What is said, with an ellipsis in the place of every value."""
    known = sentences("en")
    said = (known.get(key) or known[f"*/{key.partition('/')[2]}"])["say"]
    return _cell(PLACE.sub(lambda one: BRACES.get(one[0], "…"), said))


def _cell(text: str) -> str:
    """As one cell of a table that shows what is in it and does nothing with it."""
    text = re.sub(r"[\n\u2028\u2029]", " ", text)
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\u202e", "")


def _fuzzed() -> str:
    """The doors of the fuzzer: what was tried, what is kept, what was found and mended."""
    rows = ""
    for door in DOORS:
        made = corpus.counts(door)
        finds = len(list((CHECKOUT / "tests/fuzz/cases" / door).glob("*")))
        each = round(made.runs / made.seconds)
        rows += f"| {door} | {made.runs} | {made.seconds} | {each} | {made.kept} | {finds} |\n"
    return (
        "\n## Fuzzed (`tests/fuzz`)\n\n"
        "The last run of each door, guided by coverage; seconds are those of a processor, the\n"
        "start among them, and every branch is counted, which makes Python some three times as\n"
        "slow. Kept inputs and finds are replayed by every test run. A Word file is a ZIP of XML\n"
        "that is packed and opened anew each time; a text is cut, aligned, rendered and mended.\n\n"
        "| door | runs | seconds | runs a second | inputs kept | finds, all mended |\n"
        "|---|---|---|---|---|---|\n" + rows
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
