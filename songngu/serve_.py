"""The site, live: MkDocs' own server on the plain mkdocs.yml."""

import os
import subprocess
import sys
from pathlib import Path

from songngu.model import Lang


def serve(root: Path, only: Lang | None) -> int:
    """Serve until interrupted; the exit code of the server."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if only:
        environment["SONGNGU_LOCALE"] = only
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml")]
    return subprocess.run(command, env=environment, cwd=root).returncode
