"""How a figure would be written in the other language: what a message says was expected."""

from decimal import Decimal

from songngu.check.numbers.lexicon import units, words
from songngu.check.numbers.quantity import Quantity
from songngu.check.numbers.separators import write
from songngu.model import Lang
from songngu.source.slugs import fold

_QUARTERS = ("", "I", "II", "III", "IV")


def written(quantity: Quantity, lang: Lang) -> str:
    """The figure as `lang` writes it."""
    kind = quantity.key[0]
    if kind == "n" and quantity.raw is not None:
        return _number(quantity, lang)
    parts = [int(part) if str(part).isdigit() else 0 for part in quantity.key[1:]]
    if kind == "date":
        return _day(parts[2], parts[1], lang, parts[0])
    if kind == "day":
        return _day(parts[1], parts[0], lang)
    if kind == "month":
        return _month(parts[0], lang, parts[1] if len(parts) > 1 else 0)
    if kind == "quarter":
        return f"quý {_QUARTERS[parts[0]]}" if lang == "vi" else f"Q{parts[0]}"
    if kind == "time":
        hours, minutes = divmod(parts[0], 60)
        return f"{hours} giờ {minutes:02}" if lang == "vi" else f"{hours}:{minutes:02}"
    if kind == "year":
        return str(parts[0])
    if kind == "doc" and lang == "en":
        return fold(quantity.text)
    return quantity.text.strip()


def _number(quantity: Quantity, lang: Lang) -> str:
    assert quantity.raw is not None
    raw, scale = quantity.raw, quantity.scale
    known = {value: word for word, value in reversed(list(words(lang).magnitudes.items()))}
    if scale != 1 and scale not in known:
        raw, scale = _nearest(raw * scale, known)
    year = scale == 1 and not quantity.unit and not quantity.grouped and 1000 <= raw < 3000
    text = str(raw) if year else write(raw, lang)
    if scale != 1:
        text = f"{text} {known[scale]}"
    return _with_unit(text, quantity.unit, lang)


def _nearest(value: Decimal, known: dict[Decimal, str]) -> tuple[Decimal, Decimal]:
    """The value with the greatest magnitude of the language that it holds."""
    scale = max((one for one in known if one <= abs(value) and one >= 1000), default=Decimal(1))
    return (value / scale).normalize(), scale


def _with_unit(text: str, unit: str, lang: Lang) -> str:
    if not unit:
        return text
    spellings = units()[unit].spellings[lang]
    spelling = spellings[0].replace("(s)", "s") if spellings else unit
    if unit in ("%", "‰"):
        return text + spelling
    if lang == "en" and units()[unit].money:
        return f"{spelling}{'' if spelling[-1] in '$€£' else ' '}{text}"
    return f"{text} {spelling}"


def _day(day: int, month: int, lang: Lang, year: int = 0) -> str:
    if lang == "vi":
        return f"{day}/{month}" + (f"/{year}" if year else "")
    return f"{day} {_name(month)}" + (f" {year}" if year else "")


def _month(month: int, lang: Lang, year: int = 0) -> str:
    if lang == "vi":
        return f"tháng {month}" + (f"/{year}" if year else "")
    return _name(month) + (f" {year}" if year else "")


def _name(month: int) -> str:
    return next(name for name, at in words("en").months.items() if at == month).capitalize()
