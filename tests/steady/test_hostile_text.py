"""Text that wants to run or to fetch something: it is printed as words, and nobody is called."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import run_songngu
from tests.support import Publication, article_of, article_text, rendered
from tests.tiny import copy_tiny, lend_drawings, lend_pictures, make_printable

# Every one is raw HTML, an address that runs something, or an address elsewhere.
HOSTILE = """\
<script>alert(1)</script>

<iframe src="https://evil.example/"></iframe> <img src=x onerror="alert(1)">

<style>@import url(https://evil.example/a.css);</style> <p style="background: url(//evil.example)">

<svg onload="alert(1)"><image href="https://evil.example/c.png"/></svg>

<a href="javascript:alert(1)">a</a>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](file:///etc/passwd)
[e](vbscript:x) [f](//evil.example/) <javascript:alert(1)> [g](java\tscript:alert(1)) [h][ref]

[ref]: javascript:alert(1)

{{ fact:x" onload="alert(1) }} &lt;b&gt; &#60;script&#62; `<script>`

> <object data="https://evil.example/"></object> <link rel="stylesheet" href="https://evil.example/">
"""
PICTURES = ("http://evil.example/a.png", "//evil.example/a.png", "data:image/png;base64,AA",
            "file:///etc/passwd", "/etc/passwd", "../../../../etc/passwd", "C:\\\\a.png",
            "\\\\\\\\host\\\\a.png", "CON", "a%00b.png")  # fmt: skip
# What no page of an article has, whatever its text says.
LIVE = re.compile(
    r"<(?:script|iframe|style|object|link|svg|image|embed)\b[^>]*(?:evil|alert)"
    r"|<[a-z][^>]*\s(?:on\w+=|(?:href|src)=[\"']?\s*(?:javascript|data|file|vbscript):)",
    re.I,
)
# Put into every process of a build: whoever is called is written down.
LISTENER = """
import os, sys
def heard(event, given):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        if not (event == "socket.connect" and isinstance(given[1], (str, bytes))):
            with open(os.environ["HEARD"], "a") as told:
                told.write(f"{event} {given}\\n")
sys.addaudithook(heard)
"""


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_of_a_text_is_alive(tmp_path: Path, lang: str) -> None:
    """What web and print are both made from."""
    for piece in (HOSTILE, *HOSTILE.split("\n\n")):
        article = article_of(tmp_path, piece, "vi" if lang == "vi" else "en")
        found = rendered(article)
        assert not LIVE.search(found.body + found.notes), piece


@pytest.mark.parametrize("address", PICTURES)
def test_a_picture_lies_in_the_publication(tmp_path: Path, address: str) -> None:
    publication = Publication(tmp_path)
    publication.write("content/vi/so-1/ben.md", article_text(f"![Bến ở cuối làng]({address})\n"))
    assert any(key.startswith("image.missing") for key in set(publication.keys()))


def test_a_picture_that_is_a_link_out_of_the_root(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "root")
    picture = publication.root / "assets/images/ben.png"
    picture.rename(tmp_path / "secret.png")
    picture.symlink_to(tmp_path / "secret.png")
    assert "image.missing" in set(publication.keys())


def test_nobody_is_called_while_building(tmp_path: Path) -> None:
    """Site and press of hostile text: no connection, no name asked for, in no process."""
    root = copy_tiny(tmp_path / "publication")
    make_printable(root)
    lend_drawings(root)
    lend_pictures(root)
    # The check stops a build at an unsafe link and at a misspelt fact; all else is only text.
    text = "\n\n".join(piece for piece in HOSTILE.split("\n\n") if "](" not in piece)
    text = text.replace("{{ fact:", "{ { ").replace("[ref]:", "[ref]")
    for path in root.glob("content/*/2031/do-dau-ngay.md"):
        path.write_text(f"{path.read_text('utf-8')}\n\n{text}", "utf-8")
    (tmp_path / "sitecustomize.py").write_text(LISTENER, "utf-8")
    heard = tmp_path / "heard"
    places = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    call = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    listened = {**os.environ, "PYTHONPATH": places, "HEARD": str(heard)}
    subprocess.run([sys.executable, "-c", call], env=listened, check=True)
    assert heard.read_text("utf-8"), "who calls is heard"
    heard.unlink()
    for verb in (("site", "--draft"), ("proof", "do-dau-ngay")):
        done = run_songngu(*verb, "--root", root, PYTHONPATH=places, HEARD=str(heard))
        assert done.returncode == 0, done.stdout + done.stderr
    assert not heard.exists(), heard.read_text("utf-8")
    pages = list((root / "dist").rglob("do-dau-ngay/index.html"))
    assert pages
    for page in pages:
        assert not LIVE.search(_article(page.read_text("utf-8"))), page


def _article(page: str) -> str:
    """The main part of a page: its head and scripts are ours."""
    return page.partition("<main")[2].partition("</main>")[0]
