"""Every editorial check: one file per family, listed here and nowhere else."""

from songngu.check import (
    facts,
    imprint,
    labels,
    links,
    numbers,
    official,
    parity,
    pictures,
    text,
    untranslated,
)
from songngu.check.subject import Check, Subject

CHECKS: tuple[Check, ...] = (
    parity.check,
    numbers.check,
    text.check,
    untranslated.check,
    pictures.check,
    links.check,
    facts.check,
    labels.check,
    imprint.check,
    official.check,
)

__all__ = ["CHECKS", "Check", "Subject"]
