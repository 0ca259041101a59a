"""What a signing takes from the machine: the day, who git says is at the keyboard, its file."""

import datetime
import subprocess
from pathlib import Path

from songngu.output_ import replace_file


def today() -> datetime.date:
    return datetime.date.today()


def git_author(root: Path) -> str:
    """ "Name <address>" as git would write it into a commit; nothing without git or a name."""
    try:
        said = subprocess.run(
            ["git", "var", "GIT_AUTHOR_IDENT"],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    name, mark, _ = said.stdout.strip().rpartition(">")
    return name + mark if said.returncode == 0 else ""


def keep(path: Path, text: str) -> None:
    """Write a record; one that is there with the same name says the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text.encode())
