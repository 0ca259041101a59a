"""`clear`: who signs, in which role, the text as it stands; and the code of the sheet on paper."""

import datetime
import hashlib
import re
from collections.abc import Iterable

from songngu.desk.standing import last
from songngu.model import LANGS, Role, Signing, Standing

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


def signing(
    issue: str,
    standing: Standing,
    role: Role,
    signer: str,
    date: datetime.date,
    earlier: Iterable[Signing],
    *,
    author: str = "",
    printed: str = "",
) -> Signing:
    """The signature under the text as it stands, in place of the last ones in that role."""
    return Signing(
        issue=issue,
        pair=standing.pair.id,
        role=role,
        signer=signer,
        date=date,
        rows=standing.rows,
        after=tuple(one.id for one in last(earlier, role)),
        author=author,
        printed=printed,
    )


def signed_already(standing: Standing, role: Role, signer: str) -> bool:
    """Whether that person's signature stands under this very text."""
    found = standing.role(role)
    return found.cleared and found.signing is not None and found.signing.signer == signer
