"""What the first search moves and how quickly it answers, on an issue of 200 pairs.

Run it: python -m tests.bench.search [FOLDER]. The issue is made of the checkout's own articles and
built by the real engine (into FOLDER, kept there, if one is named). Moved is what a browser asks
for between the opening of the search and its first answer, as a host compresses it; the times are
the browser's own. The limits are those of the first query: 200 KB, and 300 ms for every answer.
"""

import functools
import gzip
import http.server
import re
import statistics
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from songngu.cache_ import Cache
from songngu.model import LANGS
from songngu.site.website import build_site
from songngu.source.publication import read
from tests.bench.made import CHECKOUT, make
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.test_search import SPENT

PAIRS = 200
LIMIT_KB, LIMIT_MS = 200, 300
QUERIES = {
    "vi": ["tra vinh", "dau tu", "thong tin doi ngoai", "định an", "ke hoach 2024", "bien gioi"],
    "en": ["investment", "law of the sea", "river mouths", "dinh an", "border", "coconut"],
}


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        site = Path(sys.argv[1]) if sys.argv[1:] else Path(made) / "site"
        if not (site / "index.html").exists():
            _build(Path(made) / "root", site)
        moved = {lang: _moved(site, lang) for lang in LANGS}
        times = _times(site)
    for lang in LANGS:
        first, later = times[lang][0], sorted(times[lang][1:])
        print(
            f"{lang}  moved {moved[lang] / 1000:6.1f} KB  first {first:6.0f} ms"
            f"  later {statistics.median(later):5.0f} ms, at most {later[-1]:5.0f} ms"
        )
    heavy = max(moved.values()) > LIMIT_KB * 1000
    slow = max(max(found[1:]) for found in times.values()) > LIMIT_MS
    print(f"limits: {LIMIT_KB} KB {'passed over' if heavy else 'kept'}, {LIMIT_MS} ms "
          f"{'passed over' if slow else 'kept'}")  # fmt: skip
    return int(heavy or slow)


def _build(root: Path, site: Path) -> None:
    site.mkdir(parents=True)
    publication = read(make(root, PAIRS)).value
    assert publication is not None
    build_site(root, publication, site, Cache(CHECKOUT), report=lambda what, lang: None)


def _moved(site: Path, lang: str) -> int:
    text = (site / lang / "index.html").read_text("utf-8")
    names = dict(re.findall(r'data-(worker|index)="([^"]+)"', text))
    worker = site / lang / names["worker"]
    files = [site / lang / names["index"], worker, worker.with_name("material.js")]
    return sum(len(gzip.compress(path.read_bytes())) for path in files)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _times(site: Path) -> dict[str, list[float]]:
    """For each language: from the opening to the first answer, then from key to answer."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for lang in LANGS:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{lang}/")
            first = page.evaluate(FIRST, QUERIES[lang][0])
            found[lang] = [first, *page.evaluate(SPENT, QUERIES[lang][1:])]
        browser.close()
    server.shutdown()
    return found


FIRST = """async (query) => {
  const list = document.querySelector(".results");
  const input = document.getElementById("query");
  const start = performance.now();
  document.querySelector(".search-open").click();
  input.value = query;
  input.dispatchEvent(new Event("input"));
  await new Promise((resolve) => new MutationObserver((_, one) => {
    one.disconnect();
    resolve();
  }).observe(list, { childList: true }));
  return performance.now() - start;
}"""

if __name__ == "__main__":
    sys.exit(main())
