"""Every editorial check: one file per family, listed here and nowhere else."""

from songngu.check import facts, links, official, parity, pictures
from songngu.check.subject import Check, Subject

CHECKS: tuple[Check, ...] = (
    parity.check,
    pictures.check,
    links.check,
    facts.check,
    official.check,
)

__all__ = ["CHECKS", "Check", "Subject"]
