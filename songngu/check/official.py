"""clearance.missing: an official issue needs the sign-off of every article.

A specimen needs none, and says on every page that it is one.
"""

from collections.abc import Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose


def check(subject: Subject) -> Iterator[Diagnostic]:
    issue = subject.issue
    if issue.status != "official":
        return
    for pair in issue.pairs:
        record = f"content/clearance/{issue.id}/{pair.id}"
        if not subject.exists(record):
            yield diagnose(
                "clearance.missing", pair.lead.path, 1, pair=pair.id, lang=pair.lead.lang
            )
