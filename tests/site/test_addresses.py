"""The way from one address to another."""

import pytest

from songngu.site.addresses import Addresses, relative
from songngu.source.slugs import address


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("vi/2031/a/", "vi/2031/b/", "../b/"),
        ("vi/2031/a/", "vi/2031/a/", "./"),
        ("vi/", "en/", "../en/"),
        ("vi/2031/deep/a/", "assets/site.css", "../../../../assets/site.css"),
        ("vi/2031/a/", "", "../../../"),
        ("", "vi/", "vi/"),
        ("", "assets/site.css", "assets/site.css"),
    ],
)
def test_relative(here: str, there: str, way: str) -> None:
    assert relative(here, there) == way


def test_absolute_and_rooted() -> None:
    addresses = Addresses("https://ben-nang.example/so/", {"vi": "vi/"})
    assert addresses.absolute("vi/") == "https://ben-nang.example/so/vi/"
    assert addresses.rooted("vi/") == "/so/vi/"


def test_an_address_folds_every_part() -> None:
    assert address("Đất/Nước mặn") == "dat/nuoc-man"
