"""A folder as a host serves it: compressed, and lasting names kept by the browser."""

import contextlib
import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes())


class Hosted(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave together

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(path.name)
        text = kind.startswith(("text/", "application/j", "application/xml", "image/svg"))
        data = _packed(path) if text else path.read_bytes()
        self.send_response(200)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in kind else kind)
        self.send_header("Content-Length", str(len(data)))
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(data)

    def do_HEAD(self) -> None:
        self.do_GET()

    def guess_type(self, path: Any) -> str:
        """Python learnt of AVIF late."""
        return "image/avif" if str(path).endswith(".avif") else super().guess_type(path)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of the folder, ending with a slash, as long as it is wanted."""
    handler = functools.partial(Hosted, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
