"""What was read and judged is kept: the same values, and a fault is told again each time."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from songngu import kept_, workers_
from songngu.cache_ import Cache
from songngu.kept_ import read_kept
from songngu.model import Article, Publication
from songngu.model.plain import as_plain, from_plain, mark
from songngu.pipeline import Job, examine
from songngu.source.publication import read
from tests.conftest import ROOT
from tests.support import COPIES
from tests.support import Publication as Tiny


def _root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    root.mkdir()
    return Tiny(root).root


def pairs(found: Publication) -> list[object]:
    return [pair for issue in found.issues for pair in issue.pairs]


def test_what_was_kept_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real articles, read and aligned by themselves, kept, and taken from the cache."""
    cache = Cache(tmp_path)
    plain, first = read(ROOT).value, read_kept(ROOT, None, cache).value
    monkeypatch.setattr(kept_, "article_of", None)
    monkeypatch.setattr(kept_, "align", None)
    again = read_kept(ROOT, None, cache).value
    assert plain and first and again
    assert pairs(plain) == pairs(first) == pairs(again)
    assert all(side.digest for pair in again.newest.pairs for side in (pair.vi, pair.en) if side)


def test_findings_are_told_from_the_cache_too(tmp_path: Path) -> None:
    root = _root(tmp_path)
    path = root / "content/vi/so-1/ben.md"
    path.write_text(path.read_text("utf-8").replace("mua-2018", "mua-2019"), "utf-8")
    job = Job(root, root / "dist")
    first, second = examine(job).diagnostics, examine(job).diagnostics
    cold = examine(replace(job, cache=False)).diagnostics
    assert first == second == cold
    assert any(one.code == "fact.unknown" for one in first)


def test_what_stands_beside_the_articles_is_told_after_a_save_too(tmp_path: Path) -> None:
    root = _root(tmp_path)
    facts, path = root / "content/facts.yml", root / "content/vi/so-1/ben.md"
    facts.write_text(facts.read_text("utf-8").replace("Mưa cả năm", "Mưa;cả năm"), "utf-8")
    job = Job(root, root / "dist")
    first = examine(job).diagnostics
    assert [one.code for one in first] == ["text.punctuation"]
    path.write_text(path.read_text("utf-8") + "\nThêm 5 chữ.\n", "utf-8")
    saved = examine(job).diagnostics
    assert saved == examine(replace(job, cache=False)).diagnostics
    assert first[0] in saved and len(saved) > 1


@COPIES
def test_many_hands_read_and_judge_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _root(tmp_path)
    path = root / "content/vi/so-1/ben.md"
    path.write_text(path.read_text("utf-8").replace("mua-2018", "mua-2019"), "utf-8")
    alone = examine(Job(root, root / "dist", cache=False))
    monkeypatch.setattr(workers_, "_way", lambda: "fork")
    monkeypatch.setattr(workers_, "cores", lambda: 2)
    monkeypatch.setattr(kept_, "FEW", 0)
    monkeypatch.setattr(kept_, "AT_ONCE", 1)
    shared = examine(Job(root, root / "dist"))
    monkeypatch.setattr(kept_, "shared", None)
    kept = examine(Job(root, root / "dist"))
    assert alone.diagnostics == shared.diagnostics == kept.diagnostics
    assert alone.publication and shared.publication and kept.publication
    assert pairs(shared.publication) == pairs(kept.publication)
    assert [one.rows for one in alone.publication.newest.pairs] == [
        one.rows for one in shared.publication.newest.pairs
    ]


def test_a_fact_that_changed_is_held_against_texts_that_did_not(tmp_path: Path) -> None:
    root = _root(tmp_path)
    job = Job(root, root / "dist")
    before = {one.code for one in examine(job).diagnostics}
    facts = root / "content/facts.yml"
    facts.write_text(facts.read_text("utf-8").replace("  mua-2018:", "  mua-1918:"), "utf-8")
    after = {one.code for one in examine(job).diagnostics}
    assert "fact.unknown" not in before and "fact.unknown" in after


def test_plain_data_and_back() -> None:
    article = Article("a", "vi", "article", "s", "t", (), date=datetime.date(2019, 5, 1))
    assert from_plain(Article, as_plain(article)) == article
    assert mark(article) != mark(replace(article, title="u"))
    assert mark(Decimal("1.0")) != mark(Decimal("1.00"))
    assert mark(frozenset("abc")) == mark(frozenset("cba"))
