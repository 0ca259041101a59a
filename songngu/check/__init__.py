"""Every editorial check: one file per family, listed here and nowhere else."""

from songngu.check import clearance, facts, imprint, links, numbers, parity, pictures
from songngu.check.subject import Check, Subject

CHECKS: tuple[Check, ...] = (
    parity.check,
    numbers.check,
    pictures.check,
    links.check,
    facts.check,
    imprint.check,
    clearance.check,
)

__all__ = ["CHECKS", "Check", "Subject"]
