"""`status`: where every pair stands, as a table for people and as JSON for machines."""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from songngu.figures.word_diff import Run, after, before, told, word_diff
from songngu.messages import phrase
from songngu.model import (
    LANGS,
    ROLES,
    Change,
    Issue,
    Lang,
    Role,
    RoleStanding,
    Side,
    Standing,
)
from songngu.source.normalise import VERSION

STATES = ("cleared", "translated", "stale", "draft")
# How a terminal shows them (ECMA-48, select graphic rendition).
_COLOURS = {"cleared": "32", "translated": "33", "stale": "31", "draft": "2"}
_WORDS = {"gone": "31;9", "new": "32;4", "same": ""}
Paint = Callable[[str, str], str]


def summary(standings: Sequence[Standing]) -> dict[str, object]:
    """How many pairs stand where."""
    count = {name: sum(one.state == name for one in standings) for name in STATES}
    return {"pairs": len(standings), **count}


# --- for people -------------------------------------------------------------------------------


def as_table(standings: Sequence[Standing], lang: Lang, colours: bool) -> str:
    """One line per pair, then the old and the new text of every row that changed."""
    roles = [role for role in ROLES if any(_concerned(one.role(role)) for one in standings)]
    head = [phrase(f"status.{key}", lang) for key in ("pair", "type", "state")]
    head += [phrase(f"word.{role}", lang) for role in roles]
    lines = [head, *([*_line(one, roles, lang)] for one in standings)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    paint: Paint = _painted if colours else lambda text, code: text
    shown = [_spread([word.upper() for word in head], widths)]
    for one, line in zip(standings, lines[1:], strict=True):
        shown.append(_spread(line, widths, paint, _COLOURS[one.state]))
    for one in standings:
        shown += _told(one, lang, paint) if one.changes else []
    return "\n".join(shown)


def _concerned(role: RoleStanding) -> bool:
    """Whether a role has a column: nobody reads one of dashes."""
    return role.required or role.signing is not None


def _painted(text: str, code: str) -> str:
    return f"\033[{code}m{text}\033[0m" if code else text


def _width(text: str) -> int:
    return sum(not unicodedata.combining(letter) for letter in text)


def _spread(
    cells: Sequence[str], widths: Sequence[int], paint: Paint = lambda t, c: t, code: str = ""
) -> str:
    """Cells in columns; the third, the state, in its colour."""
    padded = [
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    ]
    padded[2] = paint(padded[2], code)
    return "  ".join(padded).rstrip()


def _line(one: Standing, roles: Sequence[Role], lang: Lang) -> Iterator[str]:
    yield one.pair.id
    yield phrase(f"word.{one.pair.lead.type}", lang)
    yield phrase(f"status.state.{one.state}", lang)
    for role in roles:
        yield _signed(one.role(role), lang)


def _signed(role: RoleStanding, lang: Lang) -> str:
    if role.signing is None:
        return phrase("status.not-signed" if role.required else "status.not-needed", lang)
    when = role.signing.date.isoformat()
    said = phrase("status.signed", lang, signer=role.signing.signer, date=when)
    if role.changes:
        said += f" ({phrase('status.rows', lang, count=len(role.changes))})"
    return said


def _told(one: Standing, lang: Lang, paint: Paint) -> Iterator[str]:
    yield ""
    yield paint(one.pair.id, "1")
    for change in one.changes:
        number = phrase("status.row", lang, number=change.number)
        kind = phrase(f"word.{change.kind}", lang)
        yield f"  {number} ({kind}): {phrase(f'status.how.{change.how}', lang)}"
        for side in change.sides:
            yield from _side(change, side, lang, paint)
    for role in one.again:
        assert role.signing is not None
        kind = phrase(f"word.{role.role}", lang)
        yield f"  → {phrase('status.again', lang, kind=kind, signer=role.signing.signer)}"


def _side(change: Change, side: Lang, lang: Lang, paint: Paint) -> Iterator[str]:
    """The old and the new wording of one language."""
    old, new = change[side]
    left, right = told(old.text if old else "", new.text if new else "")
    runs = word_diff(left, right)
    for key, there, some in (("old", old, before(runs)), ("new", new, after(runs))):
        if there is not None and not (change.how == "moved" and key == "old"):
            text = " / ".join(_runs(some, paint).split("\n"))
            at = f" ({phrase('status.line', lang, line=new.line)})" if new and key == "new" else ""
            yield f"    {side} {phrase(f'status.{key}', lang)}{at}: {text}"


def _runs(runs: Sequence[Run], paint: Paint) -> str:
    return "".join(paint(run.text, _WORDS[run.what]) for run in runs)


# --- for machines -----------------------------------------------------------------------------


def as_json(issue: Issue, standings: Sequence[Standing]) -> str:
    """ASCII only, as the check's: a console that cannot show a letter must not fold it."""
    found = {
        "issue": issue.id,
        "status": issue.status,
        "normaliser": VERSION,
        "pairs": [_pair(one) for one in standings],
        "summary": summary(standings),
    }
    return json.dumps(found, indent=2)


def _pair(one: Standing) -> dict[str, object]:
    return {
        "pair": one.pair.id,
        "type": one.pair.lead.type,
        "state": one.state,
        "rows": len(one.rows),
        "roles": {role.role: _role(role) for role in one.roles},
        "changes": [_change(one, change) for change in one.changes],
    }


def _role(role: RoleStanding) -> dict[str, object]:
    signing = role.signing
    return {
        "required": role.required,
        "signer": signing.signer if signing else None,
        "date": signing.date.isoformat() if signing else None,
        "author": signing.author if signing else None,
        "record": signing.path if signing else None,
        "cleared": role.cleared,
        "changed": [change.number for change in role.changes],
    }


def _change(one: Standing, change: Change) -> dict[str, object]:
    again = [role for role in one.again if change in role.changes]
    return {
        "row": change.number,
        "kind": change.kind,
        "how": change.how,
        "sides": list(change.sides),
        "old": _texts({lang: change[lang][0] for lang in LANGS}),
        "new": _texts({lang: change[lang][1] for lang in LANGS}),
        "lines": {lang: new.line if (new := change[lang][1]) else None for lang in LANGS},
        "again": [
            {"role": role.role, "signer": role.signing.signer} for role in again if role.signing
        ],
    }


def _texts(sides: Mapping[Lang, Side | None]) -> dict[str, str | None]:
    return {lang: side.text if side else None for lang, side in sides.items()}
