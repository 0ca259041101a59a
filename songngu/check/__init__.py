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
    placeholders,
    terms,
    text,
    untranslated,
)
from songngu.check.subject import Check, Subject

CHECKS: tuple[Check, ...] = (
    parity.check,
    placeholders.check,
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

# Those that judge a pair by its own two files and by what the publication says beside all pairs,
# and by nothing else: no other pair, no other file. What they find in a pair names it.
PAIRWISE: tuple[Check, ...] = (
    numbers.check,
    terms.check,
    text.check,
    untranslated.check,
    facts.check,
    labels.check,
)

__all__ = ["CHECKS", "PAIRWISE", "Check", "Subject"]
