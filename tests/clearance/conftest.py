"""The good tiny publication, official, and the desk as an editor uses it."""

from pathlib import Path

import pytest

from songngu.cli import main
from songngu.desk.standing import Board
from songngu.model import Standing
from tests.support import CHECKOUT, Publication

OFFICIAL = CHECKOUT / "tests/check/clearance.missing/input"


class Desk:
    """The verbs on one publication, in English; what they said is in `out` and `err`."""

    def __init__(self, publication: Publication, capsys: pytest.CaptureFixture[str]) -> None:
        self.publication, self.root, self.capsys = publication, publication.root, capsys
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        self.capsys.readouterr()
        code = main([*words, "--root", str(self.root), "--lang", "en"])
        self.out, self.err = self.capsys.readouterr()
        return code

    def clear(self, pair: str, by: str = "Trần Thị Bến", role: str = "approver", *more: str) -> int:
        return self("clear", pair, "--by", by, "--role", role, "--date", "2019-04-20", *more)

    def standing(self, pair: str) -> Standing:
        reading = self.publication.examine()
        assert reading.issue is not None
        board: Board = reading.boards[reading.issue.id]
        return board(next(one for one in reading.issue.pairs if one.id == pair))

    def records(self) -> list[Path]:
        return sorted((self.root / "content/clearance").rglob("*.txt"))


@pytest.fixture(autouse=True)
def author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Lê Đò")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "do@ben-go.example")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(Publication(tmp_path), capsys)


@pytest.fixture
def official(desk: Desk) -> Desk:
    desk.publication.lay(OFFICIAL)
    return desk
