"""A difference in terms -> what the editor is told, in the English file, where the translation is,
or where a forbidden form stands."""

from songngu.check.terms.comparing import Finding
from songngu.check.terms.tokens import Text
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Lang, Term

# As many forms as an editor can choose from at a glance.
SHOWN = 3


def told(finding: Finding, pair: str | None) -> Diagnostic:
    """The diagnostic of a difference."""
    return _missing(finding, pair) if finding.missing else _forbidden(finding, pair)


def _missing(finding: Finding, pair: str | None) -> Diagnostic:
    vi, en = finding.level.vi, finding.level.en
    assert vi is not None and en is not None
    return tell(
        "term.missing",
        "",
        en.text,
        0,
        pair,
        found=vi.text.said(finding.start, finding.end),
        other_path=vi.text.passage.path,
        other_line=vi.text.line(finding.start),
        expected=shown(finding.term, "en"),
        register=finding.term.path,
        register_line=finding.term.line,
    )


def _forbidden(finding: Finding, pair: str | None) -> Diagnostic:
    side = finding.level[finding.lang]
    across = finding.level["en" if finding.lang == "vi" else "vi"]
    assert side is not None
    values = {"term": finding.term.vi[0]}
    if across and finding.across:
        values["term"] = across.text.said(*finding.across)
    return tell(
        "term.forbidden",
        "" if finding.across else "everywhere",
        side.text,
        finding.start,
        pair,
        found=side.text.said(finding.start, finding.end),
        expected=shown(finding.term, finding.lang),
        register=finding.term.path,
        register_line=finding.term.line,
        **values,
    )


def shown(term: Term, lang: Lang) -> str:
    """The forms that are right, best first."""
    return "” / “".join(term[lang][:SHOWN])


def tell(
    code: str, detail: str, text: Text, start: int, pair: str | None, **values: object
) -> Diagnostic:
    """A diagnostic about what begins at that place of the text."""
    passage = text.passage
    return diagnose(
        code,
        passage.path,
        text.line(start),
        detail,
        lang=passage.lang,
        pair=pair,
        block=passage.block,
        **values,
    )
