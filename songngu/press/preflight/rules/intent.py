"""press.intent, press.pages: what the file says of itself, and how many pages it has."""

from collections.abc import Iterator

from songngu.geometry import padding
from songngu.press.preflight.facts import FileFacts
from songngu.press.preflight.wanted import Finding, Wanted

_VERSIONS = {"x-4": ("PDF/X-4",), "x-1a": ("PDF/X-1a:2001", "PDF/X-1a:2003", "PDF/X-1:2001")}


def pages(file: FileFacts, wanted: Wanted) -> Iterator[Finding]:
    """Full signatures only."""
    missing = padding(file.pages, wanted.multiple)
    if missing or not file.pages:
        values: dict[str, object] = {
            "found": file.pages,
            "multiple": wanted.multiple,
            "missing": missing or wanted.multiple,
        }
        yield Finding("press.pages", "", values=values)


def output_intent(file: FileFacts, wanted: Wanted) -> Iterator[Finding]:
    """One GTS_PDFX output intent with a CMYK profile, for the condition that the printer asks for
    (ISO 15930-7)."""
    found = [one for one in file.intents if one.subtype == "GTS_PDFX"]
    if not found:
        yield Finding("press.intent", "missing")
        return
    intent = found[0]
    if intent.profile_space is None:
        yield Finding("press.intent", "no-profile", values={"identifier": intent.identifier})
    elif "CMYK" not in intent.profile_space:
        yield Finding("press.intent", "not-cmyk", values={"space": intent.profile_space})
    if intent.identifier != wanted.identifier:
        values: dict[str, object] = {"found": intent.identifier, "wanted": wanted.identifier}
        yield Finding("press.intent", "condition", values=values)
    if not intent.registry:
        yield Finding("press.intent", "no-registry")


def version(file: FileFacts, wanted: Wanted) -> Iterator[Finding]:
    """The file names the variant that it keeps (ISO 15930-7; 15930-4)."""
    known = _VERSIONS.get(wanted.variant, (wanted.variant,))
    if not file.version:
        yield Finding("press.intent", "no-version", values={"wanted": known[0]})
    elif file.version not in known:
        values: dict[str, object] = {"found": file.version, "wanted": known[0]}
        yield Finding("press.intent", "version", values=values)


def information(file: FileFacts, wanted: Wanted) -> Iterator[Finding]:
    """Title, dates, trapping state and file identifier are there; the file is open to all
    (ISO 15930-7)."""
    if not file.title:
        yield Finding("press.intent", "no-title")
    if not file.created or not file.modified:
        yield Finding("press.intent", "no-dates")
    if file.trapped not in ("True", "False"):
        yield Finding("press.intent", "no-trapped")
    if not file.identified:
        yield Finding("press.intent", "no-identifier")
    if file.encrypted:
        yield Finding("press.intent", "encrypted")
