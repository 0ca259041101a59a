"""What the fuzzer has made so far: inputs that reached new branches, and how many runs it took.

One JSON file for each door: the inputs as Base64, the smallest first, and the counts of the last
run. `python -m tests.fuzz` writes them.
"""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
# As many as the test run replays in half a second, and no larger than a page.
MOST, LONGEST = {"word": 20}, 2048
USUAL = 250


@dataclass(frozen=True)
class Counts:
    """Of the last run: how many inputs were tried, in how many seconds of a processor (its start
    among them), and how many of them reached something new; `kept` are those of the corpus."""

    runs: int
    seconds: int
    new: int
    kept: int


def keep(door: str, inputs: Iterable[bytes], *, runs: int, seconds: int) -> int:
    """Keep the smallest of what was made; how many."""
    made = sorted(set(inputs), key=lambda one: (len(one), one))
    kept = [one for one in made if len(one) <= LONGEST][: MOST.get(door, USUAL)]
    data = {
        "runs": runs,
        "seconds": seconds,
        "new": len(made),
        "inputs": [base64.b64encode(one).decode() for one in kept],
    }
    FOLDER.mkdir(exist_ok=True)
    _file(door).write_text(json.dumps(data, indent=0) + "\n", "utf-8", newline="\n")
    return len(kept)


def of(door: str) -> list[bytes]:
    """The kept inputs of a door; none before its first run."""
    if not _file(door).is_file():
        return []
    return [base64.b64decode(one) for one in json.loads(_file(door).read_text("utf-8"))["inputs"]]


def counts(door: str) -> Counts:
    data = json.loads(_file(door).read_text("utf-8"))
    return Counts(data["runs"], data["seconds"], data["new"], len(data["inputs"]))


def _file(door: str) -> Path:
    return FOLDER / f"{door}.json"
