"""How long each step of a build took the last time: what is left can be told, and where it went."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

FILE = "steps.json"


def last_time(root: Path, verb: str) -> dict[str, float]:
    """Seconds by step of the last build of that verb; empty when there was none."""
    try:
        told = json.loads((root / ".songngu" / FILE).read_text("utf-8"))
        return {str(step): float(seconds) for step, seconds in told[verb].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember(root: Path, verb: str, took: Mapping[str, float]) -> None:
    """Keep it for the next time. A folder that cannot be written loses the estimate alone."""
    path = root / ".songngu" / FILE
    with contextlib.suppress(OSError, ValueError):
        told = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        told = told if isinstance(told, dict) else {}
        told[verb] = {step: round(seconds, 2) for step, seconds in took.items()}
        path.write_text(json.dumps(told, indent=1), "utf-8", newline="\n")
