"""imprint.missing, clearance.missing: an official issue needs its licence and its sign-off.

A specimen needs neither, and says on every page that it is one. Required imprint keys follow
Article 27 of the Law on Publishing (2012) and form 04 of its circular for publications without
business purpose.
"""

from collections.abc import Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.publication import CONFIG

REQUIRED = ("licensee", "licence_no", "licence_date", "licence_issuer", "copies", "printer")


def check(subject: Subject) -> Iterator[Diagnostic]:
    issue = subject.issue
    if issue.status != "official":
        return
    for key in REQUIRED:
        if key not in issue.imprint.keys:
            yield diagnose(
                "imprint.missing", CONFIG, issue.line_of("imprint"), key=key, issue=issue.id
            )
    for pair in issue.pairs:
        record = f"content/clearance/{issue.id}/{pair.id}"
        if not subject.exists(record):
            yield diagnose(
                "clearance.missing", pair.lead.path, 1, pair=pair.id, lang=pair.lead.lang
            )
