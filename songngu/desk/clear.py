"""`clear`: who signs, in which role, the text as it stands; and the code of the sheet on paper."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from songngu.desk.standing import last
from songngu.model import LANGS, Role, Signing, Standing
from songngu.source.clearance import record

# No letter or digit that reads like another: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 10


def code(issue: str, role: Role, standing: Standing) -> str:
    """The short code of a text in a role, printed on the submission sheet: "K7WQ4-XH3DM".

    Two texts have the same one by chance once in 4 × 10¹³ times (23 letters, ten of them).
    """
    made = hashlib.sha256(f"{issue}\n{standing.pair.id}\n{role}\n".encode())
    for row in standing.rows:
        for lang in LANGS:
            side = row[lang]
            made.update(f"{lang} {side.shape}\n{side.text}\n\n".encode() if side else b"-\n")
    number = int.from_bytes(made.digest())
    letters = ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters += ALPHABET[rest]
    return f"{letters[:5]}-{letters[5:]}"


def same_code(one: str, other: str) -> bool:
    """As people type it: small letters, without the hyphen, with spaces."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return re.sub(r"[\s-]", "", text).upper()


@dataclass(frozen=True)
class Asked:
    """Who signs in which role on which day; `printed` is the code of the sheet on paper."""

    role: Role
    signer: str
    date: datetime.date
    printed: str = ""


@dataclass(frozen=True)
class Answer:
    """What came of it: the key of a sentence and its values, and the signing if one was made."""

    key: str
    values: Mapping[str, object]
    signing: Signing | None = None
    refused: bool = False


def clear(
    issue: str, standing: Standing, asked: Asked, earlier: Iterable[Signing], author: str = ""
) -> Answer:
    """The signature under the text as it stands, in place of the last ones in that role; refused
    for a draft, and for a text that is no longer the one on the sheet."""
    pair, role = standing.pair.id, asked.role
    if standing.draft:
        return Answer("cli.clear-draft", {"pair": pair}, refused=True)
    found = code(issue, role, standing)
    if asked.printed and not same_code(asked.printed, found):
        values = {"asked": asked.printed, "found": found, "pair": pair, "role": role}
        return Answer("cli.clear-changed", values, refused=True)
    there = standing.role(role)
    if there.cleared and there.signing and there.signing.signer == asked.signer:
        values = {"signer": asked.signer, "path": there.signing.path}
        return Answer("cli.cleared-already", values)
    signing = Signing(
        issue=issue,
        pair=pair,
        role=role,
        signer=asked.signer,
        date=asked.date,
        rows=standing.rows,
        after=tuple(one.id for one in last(earlier, role)),
        author=author,
        printed=found if asked.printed else "",
    )
    signing = replace(signing, path=record(signing)[0])
    values = {
        "pair": pair, "role": role, "signer": asked.signer, "date": asked.date.isoformat(),
        "path": signing.path,
    }  # fmt: skip
    return Answer("cli.cleared-signed", values, signing)
