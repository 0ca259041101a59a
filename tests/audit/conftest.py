"""What needs Node, Java and Chromium: run by `test --audit`, never by chance.

The tools are npm's, pinned by requirements/audit; what cannot be run fails and is never skipped.
"""

import functools
import gzip
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TOOLS = "SONGNGU_AUDIT"


class Hosted(http.server.SimpleHTTPRequestHandler):
    """dist/site as a host serves it: compressed, with lasting names kept."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind = "image/avif" if path.suffix == ".avif" else self.guess_type(path.name)
        data = path.read_bytes()
        self.send_response(200)
        if kind.startswith(("text/", "application/j", "application/xml", "image/svg")):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
            kind = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(data)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def hosted(built_site: Path) -> Iterator[str]:
    """The address of the built site, ending with a slash."""
    handler = functools.partial(Hosted, directory=str(built_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of the npm packages."""
    return Path(os.environ[TOOLS]) / "node_modules"
