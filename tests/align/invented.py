"""Invented articles: sentences of words in two languages that share figures, names and shape."""

import random

from hypothesis import strategies as st

VIETNAMESE = (
    "sông nước ruộng vườn chợ bến đò làng phố mưa nắng gió lúa dừa cá tôm người khách trẻ già "
    "đi về qua lại mỗi những trong ngoài trên dưới sáng trưa chiều tối mùa năm tháng được nhiều ít"
)
ENGLISH = (
    "river water field garden market landing ferry village street rain sunshine wind rice coconut "
    "fish shrimp people visitors children elders going returning across around every several "
    "inside outside above below morning noonday afternoon evening season year month many few"
)
VI, EN = VIETNAMESE.split(), ENGLISH.split()
KINDS = ("paragraph", "heading", "list", "quote", "question", "answer", "table", "figure")
NAMES = ("Hậu", "Tiền", "Cửu Long", "Ba Vì", "Lô", "Thao", "Gâm", "Chảy")


def sentence(words: list[str], count: int, chance: random.Random) -> str:
    return " ".join(chance.choice(words) for _ in range(count)).capitalize()


def _pair_of(kind: str, chance: random.Random) -> tuple[str, str]:
    """A block in both languages. Its figure and name tell it from its neighbours."""
    figure, name = chance.randint(10, 9999), chance.choice(NAMES)
    count = chance.randint(6, 40)
    vi = f"{sentence(VI, round(count * 1.3), chance)} {name} {figure}."
    en = f"{sentence(EN, count, chance)} {name} {figure}."
    more = chance.randint(1, 4)
    match kind:
        case "heading":
            return f"## Phần {figure} {name}", f"## Part {figure} {name}"
        case "list":
            return "\n".join([f"- {vi}"] * more), "\n".join([f"- {en}"] * more)
        case "quote":
            return f"> {vi}", f"> {en}"
        case "question":
            return f"Hỏi: {vi[:-1]}?", f"Q: {en[:-1]}?"
        case "answer":
            return f"Đáp: {vi}", f"A: {en}"
        case "table":
            rows = "".join(f"\n| {name} | {figure + at} |" for at in range(more))
            return f"| Tên | Số |\n| --- | --- |{rows}", f"| Name | Figure |\n| --- | --- |{rows}"
        case "figure":
            return f"![{vi}](a/{figure}.png)", f"![{en}](a/{figure}.png)"
    return vi, en


def document(kinds: list[str], seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    pairs = [_pair_of(kind, chance) for kind in kinds]
    vi, en = ("\n\n".join(side) + "\n" for side in zip(*pairs, strict=True))
    return vi, en


def pair() -> st.SearchStrategy[tuple[str, str]]:
    """An article in both languages, every block with its translation."""
    kinds = st.lists(st.sampled_from(KINDS), min_size=1, max_size=20)
    return st.builds(document, kinds, st.integers(0, 10**6))


def article() -> st.SearchStrategy[str]:
    """An article in one language, with an aside at its end now and then."""
    note = st.sampled_from(["", "\n[^1]: Một chú thích.\n"])
    return st.builds(lambda both, end: both[0] + end, pair(), note)


def blocks_of(count: int) -> tuple[str, str]:
    return document([KINDS[at % len(KINDS)] for at in range(count)], 7)
