"""term.sovereignty: the rules of sovereignty.yml against a text, one function per kind of rule."""

from collections.abc import Iterator, Sequence

from songngu.check.terms.finder import Hit, longest
from songngu.check.terms.findings import tell
from songngu.check.terms.lexicon import Mark, Role, Ruled, Scanned, Side
from songngu.check.terms.sovereignty_rules import Rule, rules
from songngu.check.terms.tokens import any_of
from songngu.diagnostics import Diagnostic
from songngu.model import LANGS, Lang

CODE = "term.sovereignty"
Found = dict[tuple[str, str], list[Hit[Mark]]]


def sovereignty(levels: Sequence[Scanned], pair: str | None) -> Iterator[Diagnostic]:
    """What an article says against a rule."""
    found = [{lang: _found(level[lang]) for lang in LANGS} for level in levels]
    spoken = {rule for by_lang in found for phrases in by_lang.values() for rule, _ in phrases}
    for rule in (rule for rule in rules() if rule.key in spoken):
        yield from _KINDS[rule.kind](rule, levels, found, pair)


_NONE: Found = {}
Levels = Sequence[Scanned]
FoundBy = Sequence[dict[Lang, Found]]


def _found(side: Side | None) -> Found:
    """The phrases of rules on a side, by rule and part, without those inside longer ones that are
    right (`except`, or the full name)."""
    if side is None or Role.RULED not in side.by_role:
        return _NONE
    found: Found = {}
    kept = [(hit, hit.what.owner) for hit in side.of(Role.KEPT)]
    for hit in side.of(Role.RULED):
        one = hit.what.owner
        assert isinstance(one, Ruled)
        if not any(
            isinstance(own, Ruled) and own.rule is one.rule and hit.inside(whole)
            for whole, own in kept
        ):
            found.setdefault((one.rule.key, one.part), []).append(hit)
    return found


def _wording(rule: Rule, levels: Levels, found: FoundBy, pair: str | None) -> Iterator[Diagnostic]:
    for level, by_lang in zip(levels, found, strict=True):
        for hit in longest(by_lang[rule.lang].get((rule.key, "of"), [])):
            yield _told(rule, level[rule.lang], hit, pair)


def _pairs(rule: Rule, levels: Levels, found: FoundBy, pair: str | None) -> Iterator[Diagnostic]:
    """A name that moved to the row before or after is not missing."""
    for at, level in enumerate(levels):
        vi, en = level.vi, level.en
        hits = found[at]["vi"].get((rule.key, "of"))
        if not hits or vi is None or en is None:
            continue
        near = found[max(at - 1, 0) : at + 2]
        if any((rule.key, "of") in one["en"] for one in near):
            continue
        if any((f"wording/{rule.told}", "of") in one["en"] for one in near):
            continue
        yield tell(
            CODE,
            "missing",
            en.text,
            0,
            pair,
            found=vi.text.said(hits[0].start, hits[0].end),
            other_path=vi.text.passage.path,
            other_line=vi.text.line(hits[0].start),
            expected=rule.use,
        )


def _first(rule: Rule, levels: Levels, found: FoundBy, pair: str | None) -> Iterator[Diagnostic]:
    """Titles, captions and headings may be short; running text begins with the full name. What is
    not translated yet may have it."""
    for level, by_lang in zip(levels, found, strict=True):
        side, phrases = level[rule.lang], by_lang[rule.lang]
        if side is None or (rule.key, "full") in phrases:
            return
        hits = phrases.get((rule.key, "of"))
        if hits and side.text.passage.block is not None and not _is_heading(side):
            yield _told(rule, side, hits[0], pair)
            return


def _is_heading(side: Side) -> bool:
    return side.text.passage.text.startswith("#")


def _beside(rule: Rule, levels: Levels, found: FoundBy, pair: str | None) -> Iterator[Diagnostic]:
    for level, by_lang in zip(levels, found, strict=True):
        side, hits = level[rule.lang], by_lang[rule.lang].get((rule.key, "of"))
        if hits and side and _says(side, rule, "beside") and not _says(side, rule, "unless"):
            yield _told(rule, side, hits[0], pair)


def _says(side: Side, rule: Rule, part: str) -> bool:
    """Whether one of the words of that list stands on the side, in any case."""
    return any_of(rule.lists[part][rule.lang]).search(side.text.lower) is not None


_KINDS = {"wording": _wording, "pairs": _pairs, "first": _first, "beside": _beside}


def _told(rule: Rule, side: Side | None, hit: Hit[Mark], pair: str | None) -> Diagnostic:
    assert side is not None
    found = side.text.said(hit.start, hit.end)
    return tell(CODE, rule.detail, side.text, hit.start, pair, found=found, expected=rule.use)
