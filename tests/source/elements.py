"""Looks at HTML from above: which elements stand at the top, and is everything closed?"""

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "col", "wbr", "source"}


class _Top(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.open:
            self.found.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.open and data.strip():
            self.faults.append(data)


def top_level(html: str) -> list[str]:
    """The tags at the top of a fragment; text between them or a wrong nesting is a failure."""
    parser = _Top()
    parser.feed(html)
    parser.close()
    assert parser.faults == [] and parser.open == [], (parser.faults, parser.open, html)
    return parser.found
