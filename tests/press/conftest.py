"""The interior of the real issue, opened once for all who look at it."""

from pathlib import Path

import pytest

from tests.press.pages import Book


@pytest.fixture(scope="session")
def interior(press_folder: Path) -> Path:
    return press_folder / "interior.pdf"


@pytest.fixture(scope="session")
def book(interior: Path) -> Book:
    return Book(interior)
