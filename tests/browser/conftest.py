"""The built site behind a local server, and a browser that may speak to nobody else."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    sync_playwright,
)

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def guess_type(self, path: Any) -> str:
        """As hosts do; Python learnt of AVIF late."""
        return "image/avif" if str(path).endswith(".avif") else super().guess_type(path)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of dist/site, ending with a slash."""
    handler = functools.partial(_Quiet, directory=str(built_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def needs_browser() -> Iterator[Browser]:
    """Debian's Chromium; without it a test counts as not run, never as passed."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"not run: there is no Chromium at {CHROMIUM}")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        except Error as error:
            pytest.skip(f"not run: Chromium does not start: {error}")
        yield browser
        browser.close()


@dataclass
class Reader:
    """A page, with everything that went wrong on it: requests that left, errors that were told."""

    page: Page
    origin: str
    left: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.origin + path, wait_until="load")
        return self.page

    def hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            (self.errors if said.type == "error" else self.warnings).append(said.text)

    def watch(self, request: Request) -> None:
        """The browser knows no other host (ARGUMENTS); that it asked for one is noted here. To
        hold every request for a look would also keep it from remembering any file."""
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.left.append(request.url)


Open = Callable[..., Reader]


@pytest.fixture
def reader(needs_browser: Browser, served: str) -> Iterator[Open]:
    """Opens a page of its own: `reader(width=360, java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def make(width: int = 1280, **options: Any) -> Reader:
        context = needs_browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        made = Reader(context.new_page(), served)
        made.page.on("request", made.watch)
        made.page.on("pageerror", lambda error: made.errors.append(str(error)))
        made.page.on("console", made.hear)
        return made

    yield make
    for context in contexts:
        context.close()
