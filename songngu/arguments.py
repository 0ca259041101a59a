"""What was asked for: the words of the command line, taken apart."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from songngu import __version__
from songngu.messages import phrase
from songngu.model import LANGS, ROLES, Lang, Layout

VERBS = (
    "all",
    "check",
    "site",
    "print",
    "preflight",
    "proof",
    "serve",
    "new",
    "status",
    "clear",
    "test",
    "bench",
    "clean",
)
WITH_VALUE = (
    "--root",
    "--out",
    "--issue",
    "--lang",
    "--only",
    "--layout",
    "--format",
    "--section",
    "--from",
    "--profile",
    "--round",
    "--since",
    "--port",
    "--by",
    "--role",
    "--date",
    "--as-printed",
)


class UsageError(Exception):
    """The words make no command; the argument says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parse(arguments: Sequence[str], lang: Lang) -> argparse.Namespace:
    """The options of one call. Raises UsageError; `--help` and `--version` print and leave."""
    return _parser(lang).parse_args(with_verb(list(arguments)))


def asked(arguments: Sequence[str], option: str) -> str | None:
    """The value of one option, before anything is parsed: messages have a language at once."""
    for at, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[at + 1 : at + 2]), None)
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


def with_verb(arguments: list[str]) -> list[str]:
    """`all` is the verb when none is given; options with their values may stand before it."""
    if any(word in ("-h", "--help", "--version") for word in arguments[:1]):
        return arguments
    skip = False
    for at, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return [word, *arguments[:at], *arguments[at + 1 :]]
    return ["all", *arguments]


def _round(text: str) -> int:
    """The number of a round of printing files: 1, 2, 3 …"""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _parser(lang: Lang) -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--root", type=Path, default=Path())
    common.add_argument("--out", type=Path)
    common.add_argument("--issue")
    common.add_argument("--lang", choices=LANGS)
    common.add_argument("--only", choices=LANGS)
    common.add_argument("--no-cache", action="store_true")
    parser = _Parser(prog="build.py", description=phrase("cli.description", lang))
    parser.add_argument("--version", action="version", version=f"songngu {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    made = {
        name: verbs.add_parser(name, parents=[common], help=phrase(f"verb.{name}", lang))
        for name in VERBS
    }
    made["check"].add_argument("--format", choices=("text", "json", "github"), default="text")
    made["check"].add_argument("--fix", action="store_true", help=phrase("option.fix", lang))
    made["check"].add_argument("--diff", action="store_true", help=phrase("option.diff", lang))
    for name in ("all", "site", "print"):
        made[name].add_argument("--format", choices=("text", "github"), default="text")
    for name in ("all", "check", "site", "print"):
        made[name].add_argument("--strict", action="store_true")
    for name in ("all", "print", "proof"):
        made[name].add_argument("--layout", choices=[one.value for one in Layout])
    for name in ("all", "site", "print"):
        made[name].add_argument("--profile", action="store_true")
    for name in ("all", "print"):
        made[name].add_argument("--round", type=_round, default=1)
        made[name].add_argument("--since", default="", metavar="OLD.zip")
        made[name].add_argument("--for-licence", action="store_true")
    made["check"].add_argument("paths", nargs="*", type=Path, metavar="PATH")
    for name in ("all", "check", "site", "print"):
        made[name].add_argument("--draft", action="store_true")
    for name in ("proof", "clear"):
        made[name].add_argument("pair", metavar="PAIR")
    made["proof"].add_argument("--for-approval", action="store_true")
    made["proof"].add_argument("--role", choices=ROLES, default="approver")
    made["status"].add_argument("--format", choices=("text", "json"), default="text")
    made["clear"].add_argument("--by", metavar="NAME", required=True)
    made["clear"].add_argument("--role", choices=ROLES, required=True)
    made["clear"].add_argument("--date", metavar="YYYY-MM-DD", type=date.fromisoformat)
    made["clear"].add_argument("--as-printed", metavar="CODE", default="")
    made["preflight"].add_argument("file", type=Path, metavar="FILE")
    made["preflight"].add_argument("--profile", metavar="NAME")
    made["preflight"].add_argument("--format", choices=("text", "json"), default="text")
    made["serve"].add_argument("--port", type=int, default=8000)
    made["new"].add_argument("kind", choices=("article", "interview", "statistics"))
    made["new"].add_argument("slug", metavar="SLUG")
    made["new"].add_argument("--section")
    made["new"].add_argument(
        "--from", nargs="+", type=Path, dest="documents", default=(), metavar="FILE.docx"
    )
    made["test"].add_argument("--audit", action="store_true")
    for name in ("test", "bench"):
        made[name].add_argument("rest", nargs="*", metavar="-- ARGS")
    return parser
