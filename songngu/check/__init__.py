"""Every editorial check: one file per family, listed here and nowhere else."""

from songngu.check import (
    clearance,
    facts,
    imprint,
    labels,
    links,
    numbers,
    parity,
    pictures,
    terms,
    text,
    untranslated,
)
from songngu.check.subject import Check, Subject

CHECKS: tuple[Check, ...] = (
    parity.check,
    numbers.check,
    terms.check,
    text.check,
    untranslated.check,
    pictures.check,
    links.check,
    facts.check,
    labels.check,
    imprint.check,
    clearance.check,
)

__all__ = ["CHECKS", "Check", "Subject"]
