"""What may be published: of an official issue what was signed, of a draft everything."""

from collections.abc import Mapping
from dataclasses import replace

from songngu.desk.standing import Board
from songngu.diagnostics import Diagnostic, Severity
from songngu.model import Issue, Publication, withdrawn


def signed(publication: Publication, boards: Mapping[str, Board]) -> Publication:
    """Without what official issues hold back; an issue with nothing left is not there at all.

    What was withdrawn stays: of it readers get a notice only.
    """

    def kept(issue: Issue) -> Issue:
        board = boards.get(issue.id)
        if issue.status != "official" or board is None:
            return issue
        pairs = (one for one in issue.pairs if withdrawn(one) or not board(one).held)
        return replace(issue, pairs=tuple(pairs))

    issues = tuple(one for one in map(kept, publication.issues) if one.pairs)
    return replace(publication, issues=issues)


def for_a_draft(found: Diagnostic) -> Diagnostic:
    """What would stop publication for want of a signature stops no draft."""
    waits = found.code in ("clearance.missing", "clearance.stale")
    return replace(found, severity=Severity.WARNING) if waits else found
