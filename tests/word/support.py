"""What the tests of Word files share."""

import datetime
from pathlib import Path

from docx.document import Document

from songngu.desk.new import Asked
from songngu.desk.word.intake import Intake, take_in
from songngu.desk.word.reading_ import read_docx
from songngu.model import Bilingual, Imprint, Issue, Section
from tests.word.making import save

ISSUE = Issue(
    id="so-1",
    title=Bilingual("Số một", "Number one"),
    date=datetime.date(2019, 5, 1),
    status="specimen",
    sections=(Section("dong-song", Bilingual("Dòng sông", "The river")),),
    imprint=Imprint((), frozenset()),
    pairs=(),
)


def asked(kind: str = "article") -> Asked:
    return Asked(kind, "bai-moi", "dong-song", ISSUE)


def taken_in(folder: Path, *documents: Document) -> Intake:
    manuscripts = []
    for at, document in enumerate(documents):
        found = read_docx(save(document, folder, f"bai-{at}.docx")).value
        assert found is not None
        manuscripts.append(found)
    return take_in(manuscripts, asked())


def body(intake: Intake, lang: str) -> str:
    """The Markdown of a side without its front matter."""
    text = intake.files[f"content/{lang}/so-1/bai-moi.md"]
    assert isinstance(text, str)
    return text.partition("\n---\n\n")[2]
