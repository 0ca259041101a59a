"""`clean`; and of a checkout `test` and `bench`."""

import argparse
from functools import partial
from pathlib import Path

from songngu.cli.telling import MACHINE, OK, USAGE, fail, job_of
from songngu.messages import phrase
from songngu.model import Lang
from songngu.output_ import remove

CHECKOUT = Path(__file__).resolve().parents[2]


def clean(options: argparse.Namespace, lang: Lang) -> int:
    import shutil

    job = job_of(options)
    units = [
        *(job.out / name for name in ("site", "proof", "draft/site")),
        *(path for name in ("print", "draft/print") for path in sorted((job.out / name).glob("*"))),
    ]
    removed = [path for path in units if remove(path)]
    kept = job.root / ".songngu/cache"
    if kept.is_dir():
        shutil.rmtree(kept)
        removed.append(kept)
    for path in removed:
        print(phrase("cli.cleaned", lang, path=path))
    if not removed:
        print(phrase("cli.nothing-to-clean", lang))
    return OK


def test(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import audit, lacks, run

    if not (CHECKOUT / "tests").is_dir():
        return fail(lang, USAGE, "cli.only-checkout")
    say = partial(fail, lang, OK)
    if not options.audit:
        return run(CHECKOUT, options.rest, say)
    if missing := lacks():
        return fail(lang, MACHINE, "test.audit-needs", what=", ".join(missing))
    return audit(CHECKOUT, say)


def bench(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import measure

    if not (CHECKOUT / "tests").is_dir():
        return fail(lang, USAGE, "cli.only-checkout")
    return measure(CHECKOUT, options.rest)
