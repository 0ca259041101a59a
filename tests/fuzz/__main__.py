"""`python -m tests.fuzz [DOOR...] --seconds 180`: feeds the doors what reaches new branches.

Guided by the coverage of songngu's own bytecode (and of what Markdown, YAML, CSV, Pillow and
python-docx do in Python); libFuzzer, which Atheris brings, makes the bytes. A find (a traceback,
ten seconds, two gigabytes) is written to tests/fuzz/cases/DOOR/; what reached new branches is kept
in tests/fuzz/corpus/, with the counts. The test run replays both.
Atheris has wheels for Linux only: `pip install -r requirements/fuzz.txt`. The doors write small
files: with TMPDIR on a disk in memory they are three times as fast.
"""

import argparse
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz import corpus

CASES = Path(__file__).parent / "cases"
LONGEST, SLOWEST, LARGEST_MB = 4096, 10, 2048
RUNS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main() -> int:
    """Each door in a process of its own: libFuzzer ends the process it runs in."""
    asked = argparse.ArgumentParser(prog="tests.fuzz")
    asked.add_argument("doors", nargs="*")
    asked.add_argument("--seconds", type=int, default=180)
    asked.add_argument("--inside", help=argparse.SUPPRESS)
    words = asked.parse_args()
    if words.inside:
        fuzz(words.inside, words.seconds, Path(words.doors[0]))
    from tests.fuzz.doors import DOORS

    found = [door for door in words.doors or DOORS if not through(door, words.seconds)]
    return 1 if found else 0


def through(door: str, seconds: int) -> bool:
    """One door for so long; False if something was found."""
    with tempfile.TemporaryDirectory() as folder:
        call = ("--inside", door, "--seconds", str(seconds), folder)
        words = [sys.executable, "-m", "tests.fuzz", *call]
        before = _worked()
        done = subprocess.run(words, stderr=subprocess.PIPE, text=True, errors="replace")
        worked = round(_worked() - before)
        stated = RUNS.search(done.stderr)
        if done.returncode or not stated:
            print(done.stderr[-4000:], file=sys.stderr)
            return False
        made = [path.read_bytes() for path in Path(folder).iterdir()]
    kept = corpus.keep(door, made, runs=int(stated[1]), seconds=worked)
    print(f"{door}: {stated[1]} runs, {kept} inputs kept", flush=True)
    return True


def _worked() -> float:
    """Seconds of a processor that children took: a busy machine gives a door less of a minute."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def fuzz(door: str, seconds: int, folder: Path) -> None:
    """Fuzz one door until the time is over or something is found; does not return."""
    import atheris

    with atheris.instrument_imports(include=["songngu", "markdown", "docx", "PIL"]):
        from tests.fuzz import seeds
        from tests.fuzz.doors import DOORS
    for at, seed in enumerate((*seeds.of(door), *corpus.of(door))):
        (folder / f"seed-{at}").write_bytes(seed)
    (CASES / door).mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={LARGEST_MB}",
            f"-artifact_prefix={CASES / door}/",
            "-verbosity=1",
            "-print_final_stats=1",
            str(folder),
        ],
        DOORS[door],
    )
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
