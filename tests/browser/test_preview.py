"""The editors' preview in a browser: a save is seen, and what the check says of it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from songngu.pipeline import Job
from songngu.serve.preview_ import Preview
from songngu.serve.server_ import listen
from tests.browser.conftest import Reader
from tests.tiny import copy_tiny, lend_drawings, lend_pictures, make_printable


@pytest.fixture
def desk(needs_browser: Browser, tmp_path: Path) -> Iterator[tuple[Preview, Path, Reader]]:
    root = copy_tiny(tmp_path / "root")
    make_printable(root, 3700)
    lend_drawings(root)
    lend_pictures(root)
    preview = Preview(Job(root, root / "dist"), "vi", lambda shown: None)
    server = listen(preview.board, 0)
    preview.turn()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = needs_browser.new_context(viewport={"width": 1280, "height": 800})
    reader = Reader(context.new_page(), f"http://127.0.0.1:{server.server_port}/")
    reader.listen()
    yield preview, root, reader
    context.close()
    server.shutdown()
    server.server_close()


def test_a_save_is_seen_with_its_findings(desk: tuple[Preview, Path, Reader]) -> None:
    preview, root, one = desk
    page = one.open("en/2031/do-dau-ngay/")
    bar = page.locator(".songngu-bar")
    expect(bar).to_contain_text("0 lỗi")
    path = root / "content/en/2031/do-dau-ngay.md"
    good = path.read_text("utf-8")
    path.write_text(good.replace("{{ fact:so-do }}", "1,300"), "utf-8")
    preview.turn()
    expect(page.locator(".body")).to_contain_text("1,300")
    expect(bar.locator("li.error")).to_contain_text("do-dau-ngay.md")
    expect(bar.locator("li.error p").first).to_be_visible()
    path.write_text(good, "utf-8")
    preview.turn()
    expect(bar).to_contain_text("0 lỗi")
    expect(bar.locator("li")).to_have_count(0)
    assert (one.left, one.errors) == ([], [])
