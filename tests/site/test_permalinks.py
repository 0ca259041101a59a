"""Addresses for years: aliases, withdrawals, corrections, and what is simply gone."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from songngu.diagnostics import Severity, diagnose
from songngu.model import Publication, published
from songngu.site.permalinks import address_list, bare, moves, published_addresses, vanished
from songngu.source.addresses import Listed, read_addresses
from tests.site.conftest import ALONE, read_all

BASE = "https://ben-nang.example/so/"


@pytest.fixture(scope="module")
def later(later_root: Path) -> Publication:
    return read_all(later_root)


def text(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def test_an_old_address_leads_on_without_a_script(later_site: Path) -> None:
    for lang in ("vi", "en"):
        said = text(later_site, f"{lang}/2031/do-som")
        assert '<meta http-equiv="refresh" content="0; url=../do-dau-ngay/">' in said
        assert f'<link rel="canonical" href="{BASE}{lang}/2031/do-dau-ngay/">' in said
        assert re.search(r'<a href="\.\./do-dau-ngay/">[^<]+</a>', said)
        assert "<script" not in said
    lines = (later_site / "_redirects").read_text("utf-8").splitlines()
    assert "/so/vi/2031/do-som/ /so/vi/2031/do-dau-ngay/ 301" in lines
    assert lines == sorted(lines)


def test_without_aliases_there_is_no_list(tiny_site: Path) -> None:
    assert not (tiny_site / "_redirects").exists()


def test_a_withdrawal_leaves_a_notice_in_both_languages_at_both_addresses(later_site: Path) -> None:
    for lang, first in (("vi", "Bài đã được rút"), ("en", "Withdrawn")):
        said = text(later_site, f"{lang}/2031/{ALONE}")
        assert f'<html lang="{lang}">' in said
        assert said.index(first) == min(map(said.index, ("Bài đã được rút", "Withdrawn")))
        assert "Nguồn không còn đúng." in said and "Its source no longer holds." in said
        assert "1 August 2031" in said
        assert '<meta name="robots" content="noindex">' in said


def test_its_text_is_nowhere_else(later_site: Path) -> None:
    """Neither in lists, search, feeds, sitemap, side by side, downloads nor the kit."""
    told = re.compile(r"Từ khi có sông|Since there was a river")
    listed = re.compile(r"Hỏi người lái đò|Asking the ferryman|hoi-nguoi-lai")
    for path in sorted(later_site.rglob("*")):
        if path.is_dir() or path.suffix in (".woff2", ".webp", ".avif", ".png", ".jpg"):
            continue
        said = path.read_bytes().decode("utf-8", "replace")
        name = path.relative_to(later_site).as_posix()
        assert not told.search(said), name
        assert (
            not listed.search(said)
            or ALONE in name
            or "nguoi-lai/" in name
            or (name == "_redirects")
        ), name


def test_its_alias_leads_to_the_notice_and_its_section_to_the_issue(later: Publication) -> None:
    found = {(one.lang, one.old): one.new for one in moves(bare(later))}
    assert found["vi", "2031/nguoi-lai/"] == f"2031/{ALONE}/"
    assert found["en", "2031/nguoi/"] == "2031/"


def test_published(later: Publication) -> None:
    assert [published(pair) for pair in later.newest.pairs] == [True, False]


def test_corrections_stand_on_the_article(later_site: Path, tiny_site: Path) -> None:
    said = text(later_site, "en/2031/do-dau-ngay")
    assert '<h2 id="corrections">Corrections</h2>' in said
    assert '<time datetime="2031-07-02">2 July 2031</time>: The trips were miscounted.' in said
    assert 'Updated <time datetime="2031-07-02">' in said
    assert "Updated" not in text(tiny_site, "en/2031/do-dau-ngay")


def test_every_published_address_is_a_page(tiny_root: Path, tiny_site: Path) -> None:
    addresses = published_addresses(bare(read_all(tiny_root)))
    assert list(addresses) == sorted(set(addresses))
    assert {"vi/", "vi/2031/do-dau-ngay/", f"en/2031/{ALONE}/"} <= set(addresses)
    for address in addresses:
        assert (tiny_site / address / "index.html").is_file(), address


def test_nothing_of_the_first_issue_has_vanished(tiny_root: Path, later: Publication) -> None:
    """What was renamed by an alias or withdrawn is still known at every address it had."""
    before = published_addresses(bare(read_all(tiny_root)))
    listed = [Listed(address, at) for at, address in enumerate(before, 1)]
    assert list(vanished(later, listed)) == []
    assert list(vanished(later, [Listed("vi/2031/do-som/", 1)])) == []


def test_what_is_gone_is_an_error_with_its_line(tiny_root: Path) -> None:
    publication = read_all(tiny_root)
    listed = [Listed("vi/2031/do-dau-ngay/", 1), Listed("vi/2031/mat/", 2), Listed("vi/1999/", 3)]
    found = list(vanished(publication, listed))
    assert [(one.key, one.place.line, one.severity) for one in found] == [
        ("link.broken/vanished", 2, Severity.ERROR),
        ("link.broken/vanished", 3, Severity.ERROR),
    ]
    assert [one.place.line for one in vanished(publication, listed, only="2031")] == [2]


def test_an_article_that_cannot_be_read_has_not_vanished(tiny_root: Path) -> None:
    publication = read_all(tiny_root)
    issue = replace(publication.newest, pairs=())
    broken = diagnose("source.front-matter", "content/vi/2031/do-dau-ngay.md", 1, "missing")
    listed = [Listed("vi/2031/do-dau-ngay/", 1)]
    less = replace(publication, issues=(issue,))
    assert len(list(vanished(less, listed))) == 1
    assert list(vanished(less, listed, [broken])) == []


def test_the_list_of_addresses(tmp_path: Path) -> None:
    assert read_addresses(tmp_path).value == ()
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/addresses.txt"
    path.write_bytes(b"# published\r\nvi/\r\n\r\nvi/2031/\r\n")
    assert read_addresses(tmp_path).value == (Listed("vi/", 2), Listed("vi/2031/", 4))


def test_the_list_grows_with_every_publication(
    tiny_site: Path, later_site: Path, later_root: Path
) -> None:
    """What `site` writes, copied over the list, is what the next build is held to."""
    before = (tiny_site / "addresses.txt").read_text("utf-8")
    assert "vi/2031/do-dau-ngay/\n" in before
    assert "vi/2031/do-som/" not in before and "search" not in before
    edition = bare(read_all(later_root))
    listed = (Listed("vi/2030/cu/", 1), *(Listed(one, 2) for one in before.split()))
    after = address_list(edition, listed).split()
    assert after == sorted({*before.split(), *after, "vi/2030/cu/"})
    told = vanished(read_all(later_root), [one for one in listed if "2030" not in one.address])
    assert list(told) == []
