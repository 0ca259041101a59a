"""Every find of the fuzzer, behind its door again and in the whole check; and the seeds."""

import time
from pathlib import Path

import pytest

from tests.fuzz import corpus, seeds
from tests.fuzz.doors import ARTICLE, DOORS, FILES, HEAD, examined, whereto

LONGEST = 5.0
FINDS = sorted(path for path in seeds.CASES.glob("*/*") if path.parent.name in DOORS)


@pytest.mark.parametrize("path", FINDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_find_stays_mended(path: Path) -> None:
    began = time.process_time()
    door, data = path.parent.name, path.read_bytes()
    DOORS[door](data)
    if door in FILES:
        examined(whereto(door, data), data[1:])
    elif door == "markdown":
        examined(ARTICLE, HEAD + data)
    assert time.process_time() - began < LONGEST


@pytest.mark.parametrize("door", DOORS)
def test_the_corpus_passes_its_door(door: str) -> None:
    inputs = corpus.of(door)
    assert len(inputs) == corpus.counts(door).kept > 0
    for data in inputs:
        DOORS[door](data)


@pytest.mark.parametrize("door", DOORS)
def test_the_seeds_pass_their_door(door: str) -> None:
    for seed in seeds.of(door):
        DOORS[door](seed)
