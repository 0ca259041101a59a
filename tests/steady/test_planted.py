"""Every row of planted.py: told at its line, in both languages, in bounded time and memory."""

import errno
import resource
import sys
import time
from pathlib import Path

import pytest

from songngu.messages import hint, message
from songngu.model import LANGS
from tests.steady.planted import FAMILIES
from tests.steady.planting import Case
from tests.support import Publication, rendered

LONGEST, MOST_MB = 3.0, 200
ROWS = [
    pytest.param(case, id=f"{family}: {case.what}".encode("ascii", "replace").decode())
    for family, cases in FAMILIES.items()
    for case in cases
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: it has no such names")


@pytest.mark.parametrize("case", ROWS)
def test_bad_input_gets_what_is_written(tmp_path: Path, case: Case) -> None:
    (tmp_path / "root").mkdir()
    publication = Publication(tmp_path / "root")
    try:
        case.plant(publication)
    except OSError as error:
        # Disks of Macs refuse some names themselves (not UTF-8, too long): nobody can have such a
        # file there. Any other error is a fault.
        if error.errno not in (errno.EILSEQ, errno.EINVAL, errno.ENAMETOOLONG):
            raise
        pytest.skip(f"not run: this disk can hold no file of that name ({error})")
    began, before = time.process_time(), memory()
    reading = publication.examine()
    found = {(one.key, f"{one.place.path}:{one.place.line}") for one in reading.diagnostics}
    if case.gets:
        assert (case.gets, case.at) in found
    else:
        assert case.so
        assert not [one for one in reading.diagnostics if one.code.startswith("source.")]
        assert reading.issue is not None
        for pair in reading.issue.pairs:
            for article in (pair.vi, pair.en):
                assert article is not None
                rendered(article)
    for one in reading.diagnostics:
        for lang in LANGS:
            said = message(one, lang) + hint(one, lang)
            assert said.replace("\n", "").isprintable(), "a message gives no orders to a terminal"
    assert time.process_time() - began < LONGEST
    assert memory() - before < MOST_MB


def memory() -> float:
    """The most that this process has taken, in megabytes (macOS counts bytes, Linux kilobytes)."""
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return taken / (1e6 if sys.platform == "darwin" else 1e3)
