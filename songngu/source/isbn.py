"""ISBN: thirteen digits of which the last one checks the others (ISO 2108, EAN-13)."""

import re

_SEPARATORS = re.compile(r"[\s\u2010-\u2015-]+")
_ISBN = re.compile(r"97[89][0-9]{10}")


def check_digit(first: str) -> int:
    """The thirteenth digit for the first twelve: weights 1 and 3 in turn, to a multiple of ten."""
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(first[:12]))
    return -total % 10


def digits(written: str) -> str | None:
    """The thirteen digits behind "ISBN 978-604-...", or None when they are not an ISBN-13."""
    plain = _SEPARATORS.sub("", written.upper().replace("ISBN", "").replace(":", ""))
    return plain if _ISBN.fullmatch(plain) else None


def valid(written: str) -> bool:
    found = digits(written)
    return found is not None and int(found[-1]) == check_digit(found)
