"""What the first search moves and how quickly it answers, on an issue of 200 pairs.

Run it: python -m tests.bench.search [SITE]. Without a site that was built before, an issue is made
and built. Each query is typed key by key into a page that has searched nothing yet; moved is all
that the host sends from the opening of the search to the last answer, compressed; the time is the
browser's own, from the last key to the answer on the page.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Request, sync_playwright

from songngu.cache_ import Cache
from songngu.model import LANGS
from songngu.progress import SILENT
from songngu.site.website import build_site
from songngu.source.publication import read
from tests.bench.issue import CHECKOUT, Issues, make
from tests.bench.report import Line
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.hosting import hosted

PAIRS = 200
LIMIT_KB, LIMIT_SECONDS = 200, 0.3
# Slow enough that every key is a query of its own: what is asked for on the way counts.
KEY_MS = 400
QUERIES = {
    "vi": ["tra vinh", "dau tu", "thong tin doi ngoai", "định an", "ke hoach 2024", "bien gioi"],
    "en": ["investment", "law of the sea", "river mouths", "dinh an", "border", "coconut"],
}


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        if sys.argv[1:]:
            site = Path(sys.argv[1])
        else:
            make(Path(made) / "root", PAIRS)
            site = built(Path(made) / "root", Path(made) / "site")
        lines = list(measure(site, PAIRS))
    print("".join(map(str, lines)), end="")
    return int(not all(line.reached for line in lines))


def lines(issues: Issues) -> Iterator[Line]:
    """On the site of a made issue."""
    with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
        try:
            yield from measure(built(issues[PAIRS], Path(folder) / "site"), PAIRS)
        except Error as error:
            raise RuntimeError(error.message) from error


def built(root: Path, site: Path) -> Path:
    """The site of the made issue in `root`, with the checkout's fonts."""
    site.mkdir(parents=True)
    publication = read(root).value
    assert publication is not None
    build_site(root, publication, site, Cache(CHECKOUT), progress=SILENT)
    return site


def measure(site: Path, pairs: int) -> Iterator[Line]:
    """The worst of the first queries in each language."""
    with hosted(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for lang in LANGS:
            asked = [_ask(browser, f"{address}{lang}/", query) for query in QUERIES[lang]]
            moved, spent = max(one for one, _ in asked), max(one for _, one in asked)
            yield Line("s", pairs, f"first search moves, {lang}, at most", f"{moved:.0f} KB",
                       f"{LIMIT_KB} KB", "", moved / LIMIT_KB, 1.0)  # fmt: skip
            said = f"{spent * 1000:.0f} ms"
            yield Line("s", pairs, f"first search answers, {lang}, at most", said,
                       "", "", None, None, spent, LIMIT_SECONDS)  # fmt: skip
        browser.close()


def _ask(browser: Browser, address: str, query: str) -> tuple[float, float]:
    """Kilobytes and seconds of a query that is a reader's first."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    moved: list[Request] = []
    # Playwright cannot take a built-in method itself.
    page.on("requestfinished", lambda request: moved.append(request))  # noqa: PLW0108
    page.locator(".search-open").click()
    page.keyboard.type(query[:-1], delay=KEY_MS)
    spent = page.evaluate(LAST_KEY, query)
    page.wait_for_load_state("networkidle")
    size = sum(one.sizes()["responseBodySize"] for one in moved)
    page.close()
    return size / 1000, float(spent) / 1000


# Answers to earlier keys are not shown any more once the last one is down.
LAST_KEY = """async (query) => {
  const input = document.getElementById("query");
  const list = document.querySelector(".results");
  const start = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input"));
  await new Promise((resolve, reject) => {
    setTimeout(reject, 20_000, new Error(`no answer to ${query}`));
    new MutationObserver((_, one) => {
      one.disconnect();
      resolve();
    }).observe(list, { childList: true });
  });
  return performance.now() - start;
}"""

if __name__ == "__main__":
    sys.exit(main())
