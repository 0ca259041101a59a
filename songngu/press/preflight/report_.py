"""preflight.json and preflight.html: what was found, for machines and for people.

The page is one file without a script or a link: pictures of the pages with the findings drawn on
them as numbered boxes, in both languages. No clock: the same PDF gives the same bytes with the
same tools.
"""

import base64
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from songngu.cache_ import Cache
from songngu.diagnostics import Diagnostic, Severity
from songngu.messages import hint, message, phrase
from songngu.model import LANGS, Lang
from songngu.press.preflight import pdfium_
from songngu.press.preflight.judge_ import Report, tools
from songngu.report import as_object, summary

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;
color:#1b1b1b}
h1,h2,h3{line-height:1.3;margin:1.5rem 0 .5rem}.en{color:#555}
.ok{color:#0a6b3b}.bad{color:#a3121f}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
dd{margin:0}ol{padding-left:1.6rem}li{margin:.5rem 0}code{font-size:.9em}
.page{display:grid;grid-template-columns:420px 1fr;gap:1.5rem;padding:1rem 0;
border-top:1px solid #ccc}
.clean{display:inline-block;width:140px;margin:.4rem;vertical-align:top;font-size:12px}
.clean img{width:140px}figure{position:relative;margin:0;align-self:start}
img{display:block;width:420px;border:1px solid #ccc;box-sizing:border-box}
.box{position:absolute;border:2px solid #a3121f;min-width:6px;min-height:6px}
.box.warning{border-color:#b36b00}.box b{position:absolute;left:-2px;top:-1.3em;
font:700 11px/1.2 sans-serif;background:#a3121f;color:#fff;padding:0 .35em}
.box.warning b{background:#b36b00}
@media(max-width:60rem){.page{grid-template-columns:1fr}}
"""


def write_report(reports: Sequence[Report], folder: Path, cache: Cache | None = None) -> None:
    """Write both files into `folder`, for the PDFs of one delivery. With a `cache` only pages are
    drawn that were not before."""
    (folder / "preflight.json").write_text(as_document(reports), "utf-8", newline="\n")
    (folder / "preflight.html").write_text(as_page(reports, cache), "utf-8", newline="\n")


def as_document(reports: Sequence[Report]) -> str:
    """The object of `check`, each finding in both languages, with what was measured and by what."""
    found = [
        {"file": report.name, **_object(one)} for report in reports for one in report.diagnostics
    ]
    every = [one for report in reports for one in report.diagnostics]
    counts = summary(every, 0, 0)
    files = [
        {
            "file": report.name,
            "profile": report.profile,
            "pages": report.pages,
            "passed": report.passed,
            "measured": report.measured,
            "not_measured": report.unmeasured,
            "most_ink": max(report.ink.values(), default=None),
        }
        for report in reports
    ]
    whole = {
        "diagnostics": found,
        "summary": {key: counts[key] for key in ("errors", "warnings")},
        "files": files,
        "tools": tools(),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _object(one: Diagnostic) -> dict[str, object]:
    english = as_object(one, "en")
    return {
        **as_object(one, "vi"),
        "message_en": english["message"],
        "hint_en": english["hint"],
    }


def verdict(report: Report, lang: Lang) -> str:
    """One sentence: passed or not, with the counts."""
    counts = summary(report.diagnostics, 0, 0)
    key = "preflight.passed" if report.passed else "preflight.failed"
    return phrase(key, lang, file=report.name, pages=report.pages, **counts)


def as_page(reports: Sequence[Report], cache: Cache | None = None) -> str:
    title = " / ".join(phrase("preflight.title", lang) for lang in LANGS)
    body = "".join(_file(report, cache) for report in reports)
    used = ", ".join(f"{name} {number}" for name, number in tools().items())
    return (
        f'<!doctype html>\n<html lang="vi"><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<body><h1>{title}</h1>{body}<p><small>{escape(used)}</small></p></body></html>\n"
    )


def _file(report: Report, cache: Cache | None) -> str:
    mood = "ok" if report.passed else "bad"
    parts = [f"<section><h2>{escape(report.name)} · {escape(report.profile)}</h2>"]
    parts += [
        f'<p class="{mood} {lang}" lang="{lang}">{escape(verdict(report, lang))}</p>'
        for lang in LANGS
    ]
    parts.append("<dl>")
    for key, names in (("measured", report.measured), ("not-measured", report.unmeasured)):
        if names:
            said = "<br>".join(_both(f"preflight.{name}") for name in names)
            parts.append(f"<dt>{_both(f'preflight.{key}')}</dt><dd>{said}</dd>")
    parts.append("</dl>")
    whole = [one for one in report.diagnostics if one.page is None]
    if whole:
        parts.append(f"<h3>{_both('preflight.whole-file')}</h3>{_list(whole)}")
    clean = []
    # A screen edition has no plates to look at: only its pages with findings are shown.
    if report.pages and (not report.screen or len(whole) < len(report.diagnostics)):
        for number, picture in enumerate(_pictures(report, cache), 1):
            own = [one for one in report.diagnostics if one.page == number]
            if own:
                parts.append(_page(report, number, picture, own))
            elif not report.screen:
                clean.append(_figure(number, picture))
    return "".join([*parts, *clean, "</section>"])


def _pictures(report: Report, cache: Cache | None) -> list[bytes]:
    """All pages, drawn now or before."""
    keys = {
        number: (*pdfium_.MAKERS, mark)
        for number, mark in enumerate(report.marks, 1)
        if mark and cache
    }
    found = {
        number: picture
        for number, key in keys.items()
        if cache and (picture := cache.read(key, ".jpg"))
    }
    missing = [number for number in range(1, report.pages + 1) if number not in found]
    for number, picture in zip(missing, pdfium_.pictures(report.path, missing), strict=True):
        found[number] = picture
        if cache and number in keys:
            cache.write(keys[number], ".jpg", picture)
    return [found[number] for number in sorted(found)]


def _both(key: str, **values: object) -> str:
    vi, en = (escape(phrase(key, lang, **values)) for lang in LANGS)
    return f'{vi} <span class="en" lang="en">/ {en}</span>'


def _list(found: Sequence[Diagnostic]) -> str:
    items = []
    for one in found:
        said = "".join(
            f'<div class="{lang}" lang="{lang}">{escape(message(one, lang))} '
            f"→ {escape(hint(one, lang))}</div>"
            for lang in LANGS
        )
        mood = "bad" if one.severity is Severity.ERROR else "warn"
        items.append(f'<li><code class="{mood}">{escape(one.key)}</code>{said}</li>')
    return f"<ol>{''.join(items)}</ol>"


def _image(picture: bytes) -> str:
    data = base64.b64encode(picture).decode()
    return f'<img alt="" loading="lazy" src="data:image/jpeg;base64,{data}">'


def _figure(number: int, picture: bytes) -> str:
    said = _both("preflight.sheet", page=number)
    return f'<figure class="clean">{_image(picture)}{said}</figure>'


def _page(report: Report, number: int, picture: bytes, found: Sequence[Diagnostic]) -> str:
    media, _ = report.media[number - 1]
    boxes = []
    for at, one in enumerate(found, 1):
        if one.area is None:
            continue
        x, y, width, height = one.area
        style = (
            f"left:{_share(x - media.x, media.width)};top:{_share(y - media.y, media.height)};"
            f"width:{_share(width, media.width)};height:{_share(height, media.height)}"
        )
        boxes.append(f'<div class="box {one.severity.value}" style="{style}"><b>{at}</b></div>')
    said = _both("preflight.sheet", page=number)
    if number in report.ink:
        said += " · " + _both("preflight.most-ink", ink=report.ink[number])
    where = {one.place.path for one in found} - {report.name}
    source = "".join(f"<p><code>{escape(path)}</code></p>" for path in sorted(where))
    return (
        f'<div class="page"><figure>{_image(picture)}{"".join(boxes)}</figure>'
        f"<div><h3>{said}</h3>{source}{_list(found)}</div></div>"
    )


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.2f}%"
