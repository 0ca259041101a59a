"""What can be asked: the verbs, and the options of each. A table; arguments.py reads it.

An option's sentence in `--help` is `option.<says>` of the messages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from songngu.model import LANGS, ROLES, Layout

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
BOOKS = ("all", "print")
BUILDS = ("all", "site", "print")
# Both languages are begun, and signed, together.
IN_BOTH = ("new", "clear")
LAST_PORT = 65535


@dataclass(frozen=True)
class Option:
    """An option (`--root`), or a word that stands without one (`pair`), of some verbs; `settings`
    are argparse's."""

    name: str
    verbs: tuple[str, ...]
    says: str
    settings: Mapping[str, Any]

    @property
    def has_value(self) -> bool:
        return self.name.startswith("--") and "action" not in self.settings


def _option(name: str, *verbs: str, says: str = "", **settings: Any) -> Option:
    return Option(name, verbs, says or name.lstrip("-"), settings)


def _switch(name: str, *verbs: str, says: str = "") -> Option:
    return _option(name, *verbs, says=says, action="store_true")


def _round(text: str) -> int:
    """The number of a round of printing files: 1, 2, 3 …"""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _port(text: str) -> int:
    """A port of this machine; 0 leaves the choice to it."""
    number = int(text)
    if not 0 <= number <= LAST_PORT:
        raise ValueError
    return number


OPTIONS = (
    # What an answer is about comes first, in the order in which it is written.
    _option("paths", "check", nargs="*", type=Path, metavar="PATH"),
    _option("file", "preflight", type=Path, metavar="FILE"),
    _option("pair", "proof", "clear", metavar="PAIR"),
    _option("kind", "new", choices=("article", "interview", "statistics")),
    _option("slug", "new", metavar="SLUG"),
    _option("rest", "test", "bench", nargs="*", metavar="-- ARGS"),
    _option("--format", "check", choices=("text", "json", "github"), default="text"),
    _option("--format", *BUILDS, choices=("text", "github"), default="text"),
    _option("--format", "status", "preflight", choices=("text", "json"), default="text"),
    _switch("--strict", "check", *BUILDS),
    _switch("--draft", "check", *BUILDS),
    _switch("--fix", "check"),
    _switch("--diff", "check"),
    _option("--layout", *BOOKS, "proof", choices=[one.value for one in Layout]),
    _option("--round", *BOOKS, type=_round, default=1, metavar="N"),
    _option("--since", *BOOKS, default="", metavar="OLD.zip"),
    _switch("--for-licence", *BOOKS),
    _switch("--profile", *BUILDS),
    _option("--profile", "preflight", says="press-profile", metavar="NAME"),
    _switch("--for-approval", "proof"),
    _option("--role", "proof", says="sheet-role", choices=ROLES, default="approver"),
    _option("--by", "clear", metavar="NAME", required=True),
    _option("--role", "clear", choices=ROLES, required=True),
    _option("--date", "clear", metavar="YYYY-MM-DD", type=date.fromisoformat),
    _option("--as-printed", "clear", metavar="CODE", default=""),
    _option("--section", "new", metavar="ID"),
    _option(
        "--from", "new", nargs="+", type=Path, dest="documents", default=(), metavar="FILE.docx"
    ),
    _option("--port", "serve", type=_port, default=8000, metavar="N"),
    _switch("--audit", "test"),
    _option("--root", *VERBS, type=Path, default=Path(), metavar="DIR"),
    _option("--out", *VERBS, type=Path, metavar="DIR"),
    _option("--issue", *VERBS, metavar="ID"),
    _option("--lang", *VERBS, choices=LANGS),
    _option("--only", *(verb for verb in VERBS if verb not in IN_BOTH), choices=LANGS),
    _switch("--no-cache", *VERBS),
)
SWITCHES = frozenset(one.name for one in OPTIONS if "action" in one.settings)
WITH_VALUE = tuple(dict.fromkeys(one.name for one in OPTIONS if one.has_value))


def options_of(verb: str) -> tuple[Option, ...]:
    """What a verb can be asked, in the order of its help."""
    return tuple(one for one in OPTIONS if verb in one.verbs)
