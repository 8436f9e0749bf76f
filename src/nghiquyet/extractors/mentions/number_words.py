"""Numbers written in words: «hai trăm tỷ đồng», «mười lăm xã», «ít nhất hai dự án»; one alone before a noun is mostly an article."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nghiquyet.extractors.mentions.units import SCALE_WORDS, SCALES
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_GROUPS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_LAST = "(?:ột|ai|ba|Ba|ốn|ăm|áu|ảy|ám|hín|mươi|ười|trăm)"
# «ba triệu», «năm phần trăm», «ít nhất hai»: looked for only where the second word stands.
_BEFORE_SCALE = re.compile(rf"{_LAST} (?:triệu|tỷ)(?!\w)")
_AFTER_LIMIT = re.compile(r"(?:ít nhất|tối thiểu) (?:có )?(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín) ")
# A lone digit counts only behind a word that limits it.
_LIMITED = re.compile(r"(?:ít nhất|tối thiểu|không quá|tối đa)(?: có)?\s+$")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number in words. ``scale`` is the word of magnitude that ends it, which belongs to its unit."""

    start: int
    end: int
    """Behind the number, before the scale."""
    value: Decimal
    scale_end: int


@cache
def _run() -> re.Pattern[str]:
    digit = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
    unit = "(?:một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|bẩy|tám|chín)"
    tens = rf"(?:{digit}\s+mươi(?:\s+{unit})?|[Mm]ười(?:\s+{unit})?|(?:linh|lẻ)\s+{digit})"
    hundreds = rf"(?:(?:{digit}|không)\s+trăm(?:\s+{tens})?|{tens}|{digit})"
    capital = "(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín)"
    group = trie_pattern(_GROUPS)
    return re.compile(
        rf"(?<!\w)(?:{hundreds}|{capital}\s+(?:trăm(?:\s+{tens})?|mươi(?:\s+{unit})?)|{capital}(?=\s+{group}))"
        rf"(?:,?\s+{group}(?:,?\s+{hundreds})?)*(?!\w)"
    )


def find_number_words(text: str) -> Iterator[NumberWords]:
    """Every number in words that may stand before a unit, in text order."""
    if not _may_hold_words(text):
        return
    for match in _run().finditer(text):
        words = match.group().replace(",", " ").split()
        lone = len(words) == 1 and words[0].lower() != "mười"
        limited = text.startswith(" phần trăm", match.end()) or _LIMITED.search(
            text, max(0, match.start() - 16), match.start()
        )
        if lone and not limited:
            continue
        scales: list[str] = []
        while len(words) > 1 and words[-1] in SCALE_WORDS and words[-1] != "trăm":
            scales.insert(0, words.pop())
        if " ".join(scales) not in SCALES:
            words, scales = words + scales[:-1], scales[-1:]
        end = match.end() - sum(len(word) + 1 for word in scales)
        yield NumberWords(match.start(), end, Decimal(cardinal_value(words)), match.end())


def _may_hold_words(text: str) -> bool:
    """A quick look: nearly every passage writes its numbers in digits."""
    if " trăm" in text or "mươi" in text or "mười " in text or "Mười " in text:
        return True
    if (" triệu " in text or " tỷ " in text) and _BEFORE_SCALE.search(text) is not None:
        return True
    return ("ít nhất " in text or "tối thiểu " in text) and _AFTER_LIMIT.search(text) is not None


def cardinal_value(words: list[str]) -> int:
    """The number that well-formed words name: «hai trăm mười lăm nghìn ba trăm năm mươi» is 215350."""
    total = group = digit = 0
    for word in (word.lower() for word in words):
        if word in _GROUPS:
            total += (group + digit) * 10 ** _GROUPS[word]
            group = digit = 0
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        else:
            digit = _DIGITS.get(word, 0)
    return total + group + digit
