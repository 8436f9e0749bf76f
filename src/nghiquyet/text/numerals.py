"""Numerals as Vietnamese official texts write them: Roman, words, letters of the Vietnamese alphabet."""

from decimal import Decimal

from nghiquyet.text import patterns as re

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

# NĐ 30/2020 PL I 6.đ: points follow the Vietnamese alphabet; f, j, w, z and ă, â, ê, ô, ơ, ư are not used.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"

ORDINAL_WORDS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười tư": 14,
    "mười lăm": 15, "mười sáu": 16, "mười bảy": 17, "mười tám": 18, "mười chín": 19, "hai mươi": 20,
}  # fmt: skip


def roman_value(numeral: str) -> int | None:
    """The value of a well-formed Roman numeral in capitals (XIX is 19); None for anything else, «» and IIII included."""
    if not numeral or _ROMAN.fullmatch(numeral) is None:
        return None
    total = 0
    previous = 0
    for letter in reversed(numeral):
        value = _ROMAN_VALUES[letter]
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total


def ordinal_value(words: str) -> int | None:
    """The number that ordinal words, digits or a Roman numeral name: «thứ hai» without thứ → 2, «XIV» → 14, «4» → 4."""
    if words.isdecimal():
        return int(words)
    return ORDINAL_WORDS.get(" ".join(words.lower().split())) or roman_value(words)


def letter_value(letter: str) -> int | None:
    """The place of a point letter in the Vietnamese order, from 1: a 1, d 4, đ 5, e 6; None for letters not used."""
    place = POINT_LETTERS.find(letter.lower()) if len(letter) == 1 else -1
    return place + 1 if place >= 0 else None


def read_decimal(printed: str) -> Decimal:
    """A number as Vietnamese texts print it: dots group thousands, the comma is decimal.

    A dot before one or two last digits (15.5) is a decimal point: thousands come in groups of three.
    """
    if printed.isdecimal():
        return Decimal(printed)
    head, dot, last = printed.rpartition(".")
    if dot and "," not in last and len(last) < 3 and head.isdecimal():
        return Decimal(printed)
    return Decimal(printed.replace(".", "").replace(",", "."))
