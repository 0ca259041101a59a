"""What a YAML engine complains of -> which of our sentences says it, and on which line.

There are two engines, libyaml and PyYAML's own, with words of their own. A complaint that is none
of these is told in the engine's words (`yaml`).
"""

import re

import yaml

from songngu.diagnostics import Diagnostic, diagnose

# What an engine says (context, then problem), and our detail.
_FAULTS = (
    (r"tab character|'\\t'", "yaml-tab"),
    (r"cannot start any token|scanning an (alias|anchor)|undefined alias", "yaml-sign"),
    (
        r"scanning a (directive|tag|block scalar)|tag handle|mapping keys are not allowed",
        "yaml-sign",
    ),
    (r"mapping values are not allowed|unexpected ':'", "yaml-colon"),
    (r"another document", "yaml-second"),
    (r"escape character", "yaml-escape"),
    (r"could not find expected ':'", "yaml-no-colon"),
    (r"quoted scalar.*unexpected end of stream", "yaml-quote"),
    (r"flow (sequence|mapping|node)|node content", "yaml-bracket"),
    (r"block (mapping|collection)|sequence entries are not allowed|document start", "yaml-indent"),
)
# What is never closed is told where it was opened, not where the engine gave up.
_BEGAN_ABOVE = ("yaml-no-colon", "yaml-quote", "yaml-bracket")
_NO_SPACE = re.compile(r"\s*(- )?[\w-]+:\S((?!: ).)*")


def broken(error: Exception, text: str, code: str, path: str, first_line: int = 1) -> Diagnostic:
    """The diagnostic of a text that is no YAML; it begins at `first_line` of its file."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return diagnose(code, path, first_line, "yaml", reason=str(error).split("\n")[0])
    said = " ".join(filter(None, (error.context, error.problem)))
    detail = next((ours for words, ours in _FAULTS if re.search(words, said)), "yaml")
    lines = text.rstrip().split("\n")
    detail, line, found = _seen(detail, error, lines)
    return diagnose(code, path, first_line - 1 + line, detail, found=found, reason=said)


def _seen(detail: str, error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[str, int, str]:
    """The detail as a look at the text makes it, the 1-based line, and the sign that stands there.
    What runs on to the end of the text is told where it begins."""
    marks = [error.problem_mark, error.context_mark]
    if detail in (*_BEGAN_ABOVE, "yaml-sign"):
        marks.reverse()
    mark = next((mark for mark in marks if mark and mark.line < len(lines)), None)
    if mark is None:
        return detail, len(lines), ""
    line, before, sign = mark.line, lines[mark.line][: mark.column], lines[mark.line][mark.column :]
    if detail == "yaml-sign" and sign[:1] == "\t":
        detail = "yaml-tab"
    elif detail == "yaml-indent" and before.strip(" -") and not sign.startswith("- "):
        detail = "yaml-after-quote"
    elif detail == "yaml-colon" and line and _NO_SPACE.fullmatch(lines[line - 1]):
        # `key:value` runs on into the next line, and the engine stumbles there.
        detail, line = "yaml-no-colon", line - 1
    return detail, line + 1, sign[:1]
