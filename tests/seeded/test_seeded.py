"""Errors planted at random places of the real issue are found there, and nothing else is.

One pass plants one error of every code, each into a pair of its own, and checks once: what is
found must be what was planted, no more and no less. SONGNGU_SEEDS=100 runs more passes.
"""

import os
import random

import pytest

from songngu.diagnostics import SEVERITIES
from tests.seeded.harmless import HARMLESS
from tests.seeded.planters import ALONE, ARTICLES, BESIDE, OFFICIAL
from tests.seeded.tree import Spot, Tree, copy_real

SEEDS = range(int(os.environ.get("SONGNGU_SEEDS", "3")))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return copy_real(tmp_path_factory.mktemp("seeded") / "publication")


def plant(tree: Tree, code: str) -> set[Spot]:
    """One error of that code in a pair that has none yet; empty when no pair is left for it."""
    tree.chance.shuffle(tree.pairs)
    for pair in tree.pairs:
        spots = ARTICLES[code](tree, pair)
        if spots is not None:
            tree.pairs.remove(pair)
            return spots
    return set()


def test_every_code_can_be_planted() -> None:
    codes = {key.partition("/")[0] for key in SEVERITIES}
    codes = {code for code in codes if not code.startswith("press.")}
    assert {*ARTICLES, *BESIDE, *ALONE} == codes - OFFICIAL


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_planted_is_found_and_nothing_else(tree: Tree, seed: int) -> None:
    """More codes than pairs: those that found no pair in one round are planted in the next."""
    tree.chance = random.Random(seed)
    waiting = list(ARTICLES)
    tree.chance.shuffle(waiting)
    for _ in range(4):
        tree.restore()
        planted = {code: plant(tree, code) for code in waiting}
        wanted = set().union(*planted.values())
        for beside in BESIDE.values():
            wanted |= beside(tree)
        try:
            assert tree.spots() == wanted, f"seed {seed}"
        finally:
            tree.restore()
        waiting = [code for code, spots in planted.items() if not spots]
        if not waiting:
            return
    pytest.fail(f"no pair can hold {waiting}")


@pytest.mark.parametrize("code", ALONE)
def test_what_spoils_a_whole_file_is_told_once(tree: Tree, code: str) -> None:
    tree.restore()
    wanted = ALONE[code](tree)
    try:
        assert tree.spots() == wanted
    finally:
        tree.restore()


@pytest.mark.parametrize("seed", SEEDS)
def test_harmless_edits_report_nothing(tree: Tree, seed: int) -> None:
    tree.chance = random.Random(1000 + seed)
    tree.restore()
    for edit in HARMLESS:
        tree.chance.shuffle(tree.pairs)
        edit(tree, tree.pairs.pop())
    try:
        assert tree.spots() == set(), f"seed {seed}"
    finally:
        tree.restore()
