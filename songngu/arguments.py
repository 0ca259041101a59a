"""What was asked for: the words of the command line, taken apart by the table of options.py.

What argparse says of words that make no command is English, and changes with Python; people are
told in our own sentences (`usage.*`), and in argparse's words only where it says what we never met.
"""

import argparse
import ast
import difflib
import re
from collections.abc import Sequence
from typing import NoReturn

from songngu import __version__
from songngu.messages import phrase
from songngu.model import Lang
from songngu.options import OPTIONS, SWITCHES, VERBS, WITH_VALUE, Option, options_of

_ASKS = ("-h", "--help", "--version")
# What argparse says (3.11 to 3.14), and the sentence that says it for us.
_ABOUT = r"argument (?P<option>\S+): "
_REASONS = (
    ("required", r"the following arguments are required: (?P<words>.+)"),
    ("choice", _ABOUT + r"invalid choice: (?P<found>.+) \(choose from (?P<of>.+)\)"),
    ("value", _ABOUT + r"expected (?:one|at least one) argument"),
    ("form", _ABOUT + r"invalid \w+ value: (?P<found>.+)"),
    ("no-value", _ABOUT + r"ignored explicit argument (?P<found>.+)"),
)
_HEADINGS = {"positional arguments": "help.words", "options": "help.options"}


class UsageError(Exception):
    """The words make no command: the sentence `usage.<detail>` with its values says why."""

    def __init__(self, detail: str, **values: str) -> None:
        super().__init__(detail, values)
        self.detail, self.values = detail, values


class _Help(argparse.HelpFormatter):
    """argparse's help with our words around it."""

    def __init__(self, prog: str, lang: Lang) -> None:
        super().__init__(prog)
        self._ours = lang

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, phrase("help.usage", self._ours) + " ")

    def start_section(self, heading: str | None) -> None:
        key = _HEADINGS.get(heading or "")
        super().start_section(phrase(key, self._ours) if key else heading)


class _Parser(argparse.ArgumentParser):
    def __init__(self, lang: Lang, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Help(prog, lang),
        )
        self.add_argument("-h", "--help", action="help", help=_sentence("help", lang))

    def error(self, message: str) -> NoReturn:
        raise _explained(message)


def parse(arguments: Sequence[str], lang: Lang) -> argparse.Namespace:
    """The options of one call. Raises UsageError; `--help` and `--version` print and leave."""
    verb, *words = with_verb(list(arguments))
    if verb in _ASKS:
        _front(lang).parse_args([verb])
    if verb not in VERBS:
        near = difflib.get_close_matches(verb, VERBS, 1, 0.5)
        raise UsageError("verb", found=verb, meant=", ".join(near or VERBS))
    try:
        options, left = _of_verb(verb, lang).parse_known_args(words)
    except UsageError as error:
        raise _completed(error, verb, lang) from None
    if left:
        raise _unknown(left, verb)
    options.verb = verb
    return options


def asked(arguments: Sequence[str], option: str) -> str | None:
    """The value of one option, before anything is parsed: messages have a language at once."""
    for at, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[at + 1 : at + 2]), None)
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


def with_verb(arguments: list[str]) -> list[str]:
    """The verb, then all other words. `all` is the verb when none is given; options with their
    values may stand before it, and who asks for help without a verb asks for that of all verbs."""
    skip = False
    for at, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in _ASKS:
            return [word]
        elif word in WITH_VALUE:
            skip = word not in SWITCHES or not _of_verbs(word).isdisjoint(arguments)
        elif not word.startswith("-"):
            return [word, *arguments[:at], *arguments[at + 1 :]]
    return ["all", *arguments]


def _of_verbs(option: str) -> frozenset[str]:
    """The verbs with which an option has a value; with others it may be a switch."""
    return frozenset(
        verb for one in OPTIONS if one.name == option and one.has_value for verb in one.verbs
    )


def _front(lang: Lang) -> _Parser:
    """What is shown of all verbs; the words of a verb are taken apart by a parser of its own."""
    about, more = phrase("cli.description", lang), phrase("help.more", lang)
    parser = _Parser(lang, "build.py", about, more)
    parser.usage = phrase("help.front", lang)
    said = _sentence("version", lang)
    parser.add_argument("--version", action="version", version=f"songngu {__version__}", help=said)
    verbs = parser.add_argument_group(phrase("help.verbs", lang))
    for verb in VERBS:
        verbs.add_argument(verb, help=phrase(f"verb.{verb}", lang))
    return parser


def _of_verb(verb: str, lang: Lang) -> _Parser:
    parser = _Parser(lang, f"build.py {verb}", phrase(f"verb.{verb}", lang))
    for option in options_of(verb):
        parser.add_argument(option.name, help=_sentence(option.says, lang), **option.settings)
    return parser


def _sentence(says: str, lang: Lang) -> str:
    """An option's sentence; argparse would take a % in it for a place."""
    return phrase(f"option.{says}", lang).replace("%", "%%")


# --- why the words make no command ------------------------------------------------------------


def _explained(message: str) -> UsageError:
    for detail, pattern in _REASONS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            said = match.groupdict()
            # What was typed stands there as Python writes it.
            found = str(ast.literal_eval(said["found"])) if "found" in said else ""
            return UsageError(detail, **{**said, "found": found})
    return UsageError("other", reason=message)


def _completed(error: UsageError, verb: str, lang: Lang) -> UsageError:
    """With the verb, and with what the option wants in the words of its help."""
    said = {_shown(one): phrase(f"option.{one.says}", lang) for one in options_of(verb)}
    name = error.values.get("option", "")
    # Python 3.11 puts what can be chosen between quotation marks, 3.12 no more.
    values = {**error.values, "of": error.values.get("of", "").replace("'", "")}
    return UsageError(error.detail, **values, verb=verb, wanted=said.get(name, name))


def _shown(option: Option) -> str:
    """What argparse calls an option in its complaints."""
    return option.name if option.name.startswith("-") else str(option.settings.get("metavar"))


def _unknown(left: Sequence[str], verb: str) -> UsageError:
    """Words that the verb has no use for: a misspelt option is told with the one that is meant, one
    of other verbs with theirs."""
    word = next((one for one in left if one.startswith("-")), left[0])
    name = word.partition("=")[0]
    others = dict.fromkeys(verb for one in OPTIONS if one.name == name for verb in one.verbs)
    if others:
        return UsageError("unknown-here", found=name, verb=verb, others=", ".join(others))
    known = {one.name.lstrip("-"): one.name for one in options_of(verb) if one.name[0] == "-"}
    near = difflib.get_close_matches(name.lstrip("-"), known, 1, 0.6)
    if near and name.startswith("-"):
        return UsageError("unknown-near", found=name, verb=verb, meant=known[near[0]])
    return UsageError("unknown", found=word, verb=verb)
