"""What needs Node, Java and Chromium: run by `test --audit`, never by chance.

The tools are npm's, pinned by requirements/audit; what cannot be run fails and is never skipped.
"""

import os
from pathlib import Path

import pytest

TOOLS = "SONGNGU_AUDIT"


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of the npm packages."""
    return Path(os.environ[TOOLS]) / "node_modules"
