"""`python -m tests.fuzz [DOOR...] --seconds 180`: feeds the doors what reaches new branches.

Guided by the coverage of songngu's own bytecode (and of what Markdown, YAML, CSV, Pillow and
python-docx do in Python); libFuzzer, which Atheris brings, makes the bytes. A find (a traceback,
ten seconds, two gigabytes) is written to tests/fuzz/cases/DOOR/, which the test run replays.
Atheris has wheels for Linux only: `pip install -r requirements/fuzz.txt`.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).parent / "cases"
LONGEST, SLOWEST, LARGEST_MB = 4096, 10, 2048


def main() -> int:
    """Each door in a process of its own: libFuzzer ends the process it runs in."""
    asked = argparse.ArgumentParser(prog="tests.fuzz")
    asked.add_argument("doors", nargs="*")
    asked.add_argument("--seconds", type=int, default=180)
    asked.add_argument("--inside", help=argparse.SUPPRESS)
    words = asked.parse_args()
    if words.inside:
        fuzz(words.inside, words.seconds, Path(words.doors[0]))
    found = 0
    from tests.fuzz.doors import DOORS

    for door in words.doors or DOORS:
        with tempfile.TemporaryDirectory() as corpus:
            call = ("--inside", door, "--seconds", str(words.seconds), corpus)
            found += subprocess.run([sys.executable, "-m", "tests.fuzz", *call]).returncode != 0
            print(f"{door}: {len(list(Path(corpus).iterdir()))} inputs in the corpus", flush=True)
    return 1 if found else 0


def fuzz(door: str, seconds: int, corpus: Path) -> None:
    """Fuzz one door until the time is over or something is found; does not return."""
    import atheris

    with atheris.instrument_imports(include=["songngu", "markdown", "docx", "PIL"]):
        from tests.fuzz import seeds
        from tests.fuzz.doors import DOORS
    for at, seed in enumerate(seeds.of(door)):
        (corpus / f"seed-{at}").write_bytes(seed)
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
            str(corpus),
        ],
        DOORS[door],
    )
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
