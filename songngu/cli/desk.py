"""`new`, `status`, `clear`: what an editor does beside writing."""

import argparse
import sys
from typing import TYPE_CHECKING

from songngu import pipeline
from songngu.cli.checking import pair_of
from songngu.cli.telling import EDITORIAL, OK, USAGE, fail, job_of, tell
from songngu.console_ import is_screen
from songngu.messages import phrase
from songngu.model import LANGS, Lang

if TYPE_CHECKING:
    from songngu.desk.begin_ import Begun


def new(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.desk.begin_ import begin
    from songngu.desk.new import Asked
    from songngu.source.file_names import unfit_name
    from songngu.source.slugs import fold, slug

    job = job_of(options)
    reading = pipeline.examine(job)
    if reading.issue is None or reading.publication is None:
        tell(reading.diagnostics, lang)
        return EDITORIAL
    sections = [section.id for section in reading.issue.sections]
    section = options.section or sections[0]
    if section not in sections:
        known = ", ".join(sections)
        return fail(lang, USAGE, "cli.no-section", section=section, known=known)
    name = slug(options.slug)
    path = job.root / f"content/{LANGS[0]}/{reading.issue.id}/{name}.md"
    # Whoever types another script's letter would get an address without it.
    if not name or not fold(options.slug).isascii() or unfit_name(path, job.root):
        return fail(lang, USAGE, "cli.bad-slug", slug=options.slug)
    if len(options.documents) > len(LANGS):
        return fail(lang, USAGE, "cli.two-documents")
    for path in options.documents:
        if not path.is_file():
            return fail(lang, USAGE, "cli.no-path", path=path)
    source = next(iter(reading.publication.sources), "")
    asked = Asked(options.kind, name, section, reading.issue, source)
    return _tell_begun(begin(job.root, asked, options.documents), lang)


def _tell_begun(begun: "Begun", lang: Lang) -> int:
    if begun.diagnostics:
        tell(begun.diagnostics, lang)
    if begun.taken:
        return fail(lang, USAGE, "cli.new-exists", path=begun.taken)
    if not begun.made:
        return fail(lang, EDITORIAL, "cli.new-stopped")
    for path in begun.made:
        print(phrase("cli.new-done", lang, path=path))
    if begun.credits:
        print(phrase("cli.new-credits", lang, names=", ".join(begun.credits)))
    return OK


def status(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.desk import status

    reading = pipeline.examine(job_of(options))
    if reading.issue is None:
        tell(reading.diagnostics, lang)
        return EDITORIAL
    if options.format == "json":
        print(status.as_json(reading.issue, reading.standings))
        return OK
    print(status.as_table(reading.standings, lang, colours=is_screen(sys.stdout)))
    print("\n" + phrase("cli.status-done", lang, **status.summary(reading.standings)))
    return OK


def clear(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.desk.clear import Asked
    from songngu.desk.signing_ import today

    signer = " ".join(options.by.split())
    if not signer:
        return fail(lang, USAGE, "cli.clear-no-name")
    if not signer.isprintable():
        return fail(lang, USAGE, "cli.clear-odd-name", name=signer)
    job = job_of(options)
    reading = pipeline.examine(job)
    pair = pair_of(options.pair, reading, lang)
    if isinstance(pair, int):
        return pair
    asked = Asked(options.role, signer, options.date or today(), options.as_printed)
    answer = pipeline.sign(job, reading, pair, asked)
    if answer.refused:
        return fail(lang, EDITORIAL, answer.key, **answer.values)
    print(phrase(answer.key, lang, kind=phrase(f"word.{options.role}", lang), **answer.values))
    return OK
