"""The built site in a browser that may speak to nobody else."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

# What is expected on a page may take its time where three workers share two slow cores.
expect.set_options(timeout=30_000)

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

# Put into a page: what breaks its policy is told as an error.
BROKEN = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""


@pytest.fixture(scope="session")
def paths(built_site: Path) -> list[str]:
    """Every page of the site, by its address."""
    return sorted(_address(built_site, path) for path in built_site.rglob("*.html"))


@pytest.fixture(scope="session")
def kinds(built_site: Path) -> dict[tuple[str, str], str]:
    """One page of every kind in each language: by the class of its body, the one that has most on
    it."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for path in built_site.rglob("*.html"):
        text = path.read_text("utf-8")
        kind = " ".join(text.split('<body class="')[1].split('"')[0].split()[:3])
        kind = kind.partition(" accent-")[0]
        place = _address(built_site, path)
        key = (kind, place.partition("/")[0])
        found[key] = max(found.get(key, (0, "")), (len(text), place))
    assert len(found) >= 25
    return {key: place for key, (_, place) in sorted(found.items())}


def _address(site: Path, page: Path) -> str:
    return page.relative_to(site).as_posix().removesuffix("index.html")


@pytest.fixture(scope="session")
def needs_browser() -> Iterator[Browser]:
    """Debian's Chromium. One that is there and does not start is an error. Where there is none,
    which `build.py test` says before any work, a test counts as not run; in CI as failed."""
    if not Path(CHROMIUM).exists():
        assert "CI" not in os.environ, f"there is no Chromium at {CHROMIUM}"
        pytest.skip(f"not run: other systems have no Chromium at {CHROMIUM}; CI tests the pages")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
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

    def listen(self) -> None:
        self.page.add_init_script(BROKEN)
        self.page.on("request", self.watch)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self.hear)

    def begin(self, width: int, scheme: str) -> None:
        """An empty page of that width, and nothing told yet, whoever read here before."""
        self.page.goto("about:blank")
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(media="screen", color_scheme=scheme)  # type: ignore[arg-type]
        self.page.mouse.move(0, 0)
        for told in (self.left, self.errors, self.warnings):
            told.clear()

    def hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            (self.errors if said.type == "error" else self.warnings).append(said.text)

    def watch(self, request: Request) -> None:
        """The browser knows no other host (ARGUMENTS); that it asked for one is noted here. To
        hold every request for a look would also keep it from remembering any file."""
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.left.append(request.url)


Open = Callable[..., Reader]


@pytest.fixture(scope="session")
def kept() -> dict[str, Reader]:
    """Pages that were read and can be read again, by what was asked of them."""
    return {}


@pytest.fixture
def reader(needs_browser: Browser, served: str, kept: dict[str, Reader]) -> Iterator[Open]:
    """Opens a page: `reader(width=360, java_script_enabled=False)`. The process behind a page costs
    more than most pages, so one that was asked for in the same way is emptied and read again;
    `cold=True` is a reader who was never here: nothing is kept for it, nothing is left by it."""
    colds: list[BrowserContext] = []

    def make(width: int = 1280, cold: bool = False, **options: Any) -> Reader:
        key = repr(sorted(options.items()))
        made = None if cold else kept.get(key)
        if made is None:
            context = needs_browser.new_context(**options)
            made = Reader(context.new_page(), served)
            made.listen()
            if cold:
                colds.append(context)
            else:
                kept[key] = made
        made.begin(width, options.get("color_scheme", "light"))
        return made

    yield make
    for context in colds:
        context.close()
