"""Takes the pictures of docs/website.md anew: `python -m tests.browser.album` after a build."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.hosting import hosted

CHECKOUT = Path(__file__).resolve().parents[2]
TO = CHECKOUT / "docs/pictures"
WIDTH = 1000


@dataclass(frozen=True)
class Shot:
    """A page by its address; `height` of the window, `query` typed into the search."""

    name: str
    place: str
    width: int
    height: int
    dark: bool = False
    query: str = ""


SHOTS = (
    Shot("home-1280-vi", "vi/", 1280, 1500),
    Shot("home-360-en-dark", "en/", 360, 1100, dark=True),
    Shot("article-768-en", "en/2024/tra-vinh-mot-thoang/", 768, 1900),
    Shot("interview-1280-vi-dark", "vi/2024/phong-van-an-pham/", 1280, 1500, dark=True),
    Shot("side-by-side-1280", "vi/2024/ba-cua-song/song-ngu/", 1280, 1700),
    Shot("side-by-side-360-vi", "vi/2024/ba-cua-song/song-ngu/", 360, 1100),
    Shot("search-360-vi", "vi/", 360, 740, query="dau tu"),
    Shot("gallery-1280-en", "en/2024/gallery/", 1280, 1700),
    Shot("figures-768-vi-dark", "vi/2024/figures/", 768, 1500, dark=True),
)


def take(browser: Browser, address: str, shot: Shot) -> Image.Image:
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page.goto(address + shot.place, wait_until="load")
    if shot.query:
        page.locator(".search-open").click()
        page.locator("#query").fill(shot.query)
        page.locator(".results mark").first.wait_for()
    # Those further down wait until they are near; nobody waits for them here.
    page.evaluate(
        "() => Promise.all([...document.images].filter((i) => i.complete).map((i) => i.decode()))"
    )
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    if taken.width <= WIDTH:
        return taken
    return taken.resize(
        (WIDTH, round(taken.height * WIDTH / taken.width)), Image.Resampling.LANCZOS
    )


def main() -> None:
    with hosted(CHECKOUT / "dist/site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for shot in SHOTS:
            picture = take(browser, address, shot)
            picture.save(TO / f"{shot.name}.webp", quality=72, method=6)
        browser.close()


if __name__ == "__main__":
    main()
