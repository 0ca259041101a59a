"""Every editorial check: one file per family, listed here and nowhere else."""

from songngu.check import facts, imprint, links, numbers, official, parity, pictures, placeholders
from songngu.check.subject import Check, Subject

CHECKS: tuple[Check, ...] = (
    parity.check,
    placeholders.check,
    numbers.check,
    pictures.check,
    links.check,
    facts.check,
    imprint.check,
    official.check,
)

__all__ = ["CHECKS", "Check", "Subject"]
