"""docs/bad-input.md says what the tests try, and every row of it is held by some test."""

import re

from tests.steady import listing
from tests.steady.machine import FAULTS
from tests.support import CHECKOUT


def test_the_list_is_what_the_tests_try() -> None:
    text = listing.PAGE.read_text("utf-8")
    assert text == listing.page(), "write the list anew: python -m tests.steady.listing"


def test_every_fault_of_the_machine_is_held_by_a_test() -> None:
    held = set()
    for path in (CHECKOUT / "tests").rglob("test_*.py"):
        if path.parent.name != "listing":
            held |= set(re.findall(r'"([a-z-]+)"', path.read_text("utf-8")))
    assert set(FAULTS) - held == set()
