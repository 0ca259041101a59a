"""Shortcuts through WeasyPrint: what it does for every element and every page, and need not. Knows
its insides; what is printed stays the same, box by box.
"""

import copy
import functools
import re
from collections.abc import Iterable
from typing import Any

# What asks for notes that float, or for boxes in the margins of pages.
_ASKED = re.compile(r":\s*(foot)?note|@(top|bottom|left|right|foot|note)")
# Properties that do not come from a rule, the parent or the initial value alone.
_BOUND = frozenset({"position", "float", "display", "page"})


def asks(text: str) -> bool:
    """Whether a text or a style sheet may have notes that float, or boxes in margins."""
    return bool(_ASKED.search(text))


@functools.cache
def bare() -> Any:
    """The engine's own style sheet for who asks for neither: without it each element has five
    pseudo-elements, and each page eighteen boxes, that are styled and never shown."""
    from weasyprint.html import UA_STYLESHEET

    sheet = copy.copy(UA_STYLESHEET)
    sheet.matcher = copy.copy(sheet.matcher)
    sheet.matcher.other_selectors = [
        one for one in sheet.matcher.other_selectors if "note" not in (one[3] or "")
    ]
    sheet.page_rules = [
        (rule, [one for one in selectors if one[1] is None], declarations)
        for rule, selectors, declarations in sheet.page_rules
    ]
    return sheet


@functools.cache
def begin() -> None:
    """From now on a property that no rule sets is looked up and not computed, elements of the same
    language and the same style attribute have their style in common, and the reader of HTML keeps
    its patterns."""
    import tinycss2
    from tinyhtml5 import inputstream
    from weasyprint.css import ComputedStyle

    inputstream.characters_until_regex = _Patterns()
    tinycss2.parse_one_declaration = functools.lru_cache(tinycss2.parse_one_declaration)
    tinycss2.parse_blocks_contents = _once(tinycss2.parse_blocks_contents)
    ComputedStyle.__missing__ = _looked_up(ComputedStyle.__missing__)


def _once(parse: Any) -> Any:
    """Words are parsed once; of what is parsed already, the pieces are not known again."""
    known = functools.lru_cache(parse)
    return lambda given, **how: (known if isinstance(given, str) else parse)(given, **how)


class _Patterns(dict[tuple[Iterable[str], bool], Any]):
    """What matches some characters only, or all but these. The reader's own are kept where it never
    finds them again."""

    def __missing__(self, asked: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, only = asked
        self[asked] = re.compile(f"[{'' if only else '^'}{re.escape(''.join(characters))}]+")
        found: re.Pattern[str] = self[asked]
        return found


def _looked_up(computed: Any) -> Any:
    from weasyprint import css

    initial = {
        key: value
        for key, value in css.INITIAL_VALUES.items()
        if key not in css.INHERITED and key not in css.INITIAL_NOT_COMPUTED
    }
    # Each with the logical properties that may stand for it: margin-block-start for margin-top.
    plain = {
        key: frozenset(_logical(css.PHYSICAL_FUNCTIONS.get(key)))
        for key in (*initial, *css.INHERITED)
        if key not in _BOUND and not key.startswith("text_decoration_")
    }

    @functools.wraps(computed)
    def value(style: Any, key: str) -> Any:
        rules = style.cascaded
        parent = style.parent_style
        if key not in plain or key in rules or parent is None or not plain[key].isdisjoint(rules):
            return computed(style, key)
        found = style[key] = initial[key] if key in initial else parent[key]
        return found

    return value


def _logical(named: Any) -> list[str]:
    return [named(block="ttb", inline=way) for way in ("ltr", "rtl")] if named else []
