"""What hosts and browsers are told about what a page may do."""

import re
from pathlib import Path

from songngu.site.addresses import Addresses
from songngu.site.safety import POLICY, host_files

ADDRESSES = Addresses("https://ben-nang.example/so/", {"vi": "vi/"})


def test_nothing_of_others_and_nothing_inline() -> None:
    assert POLICY.startswith("default-src 'none'; ")
    sources = set(re.findall(r"'[^']+'|\S+:|\*", POLICY))
    assert sources == {"'none'", "'self'"}


def test_every_page_says_it(tiny_site: Path) -> None:
    wanted = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    for path in tiny_site.rglob("*.html"):
        head = path.read_text("utf-8").replace("&#39;", "'")
        assert wanted in head, path
        # Before anything that asks for a file.
        assert head.index(wanted) < min(head.index("<link"), head.index("<title>")), path


def test_headers_for_hosts() -> None:
    lines = host_files(ADDRESSES)["_headers"].splitlines()
    assert lines[0] == "/so/*"
    assert f"  Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in lines
    assert "  X-Content-Type-Options: nosniff" in lines
    assert {"/so/assets/fonts/*", "/so/vi/search/parts/*"} <= {*lines}
    assert lines[-1].startswith("  Cache-Control: ")


def test_headers_for_apache() -> None:
    text = host_files(ADDRESSES)[".htaccess"]
    assert f"Header always set Content-Security-Policy \"{POLICY}; frame-ancestors 'none'\"" in text
    assert text.startswith("ErrorDocument 404 /so/404.html\n")


def test_the_files_stand_at_the_root(tiny_site: Path) -> None:
    assert (tiny_site / "_headers").is_file() and (tiny_site / ".htaccess").is_file()
