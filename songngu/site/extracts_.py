"""What is needed again elsewhere of pages that were made: what the search reads of a page, what the
feeds say of an article."""

from typing import Any

from songngu.cache_ import Cache


class Extracts:
    """The extracts of one language, by the names of the pieces; kept under the keys that the pieces
    were made under."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self._told: dict[str, Any] = {}

    def has(self, name: str, key: str) -> bool:
        """Whether it was kept under that key; then it stands here too."""
        told = self.cache.get(("told", key)) if key else None
        if told is not None:
            self._told[name] = told
        return told is not None

    def put(self, name: str, key: str, told: object) -> None:
        self._told[name] = told
        if key:
            self.cache.put(("told", key), told)

    def __getitem__(self, name: str) -> Any:
        return self._told[name]
