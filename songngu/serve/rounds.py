"""From one save to the next: what an editor sees first, and what is found when all is checked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from songngu.diagnostics import Diagnostic, in_order
from songngu.judging_ import judge
from songngu.model import LANGS, Pair, Publication
from songngu.pipeline import Job, examine
from songngu.serve.memory_ import Memory

# Up to so many pairs are judged before everything is: a save changes one or two.
FEW = 20


@dataclass(frozen=True)
class Round:
    """A state of the publication, None where publication.yml cannot stand. `content` changes with
    every save; a second round of the same content knows what the whole check says of it."""

    content: int
    publication: Publication | None
    diagnostics: tuple[Diagnostic, ...]
    whole: bool


def rounds(job: Job, memory: Memory, before: Round | None) -> Iterator[Round]:
    """After a save: at once the new text with what is found in the changed pairs, then the same
    with everything checked."""
    found = memory.read(job.root)
    content = before.content + 1 if before else 1
    if before and before.publication and found.value:
        changed = _changed(before.publication, found.value)
        fresh = list(found.diagnostics)
        if len(changed) <= FEW:
            fresh += _judged(job, found.value, changed)
        paths = {article.path for pair in changed for lang in LANGS if (article := pair[lang])}
        kept = [one for one in before.diagnostics if one.place.path not in paths]
        yield Round(content, found.value, in_order([*fresh, *kept]), whole=False)
    reading = examine(job, every_issue=True, found=found)
    yield Round(content, reading.publication, reading.diagnostics, whole=True)


def _changed(before: Publication, now: Publication) -> tuple[Pair, ...]:
    """The pairs that are not the ones of before. What was not read again is the same object."""
    same = {(id(pair.vi), id(pair.en)) for issue in before.issues for pair in issue.pairs}
    every = [pair for issue in now.issues for pair in issue.pairs]
    return tuple(pair for pair in every if (id(pair.vi), id(pair.en)) not in same)


def _judged(job: Job, publication: Publication, pairs: tuple[Pair, ...]) -> Iterator[Diagnostic]:
    for issue in publication.issues:
        own = tuple(pair for pair in issue.pairs if pair in pairs)
        if own:
            yield from judge(job.root, job.kept, publication, replace(issue, pairs=own))
