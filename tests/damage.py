"""Damage as scanning, page layout and careless copying do it to a text; seeded, so that a failure can be repeated."""

import random
from collections.abc import Callable

# Confusions of recognisers on Vietnamese print: marks above all, then look-alike letters and digits.
CONFUSIONS = (
    ("ả", "ẳ"), ("ấ", "ẩ"), ("ổ", "ồ"), ("Ổ", "Ồ"), ("đ", "d"), ("Đ", "D"), ("ư", "u"), ("I", "l"), ("l", "1"),
    ("0", "O"), ("5", "S"), ("ê", "e"), (";", ":"), (".", ","), ("¹", "!"), ("-", " - "), ("(", "( "), ("–", "-"),
)  # fmt: skip
UNICODE = "\x00\x07\x0b\x0c\r\x85\xa0\xad\u0300\u0323\u200b\u2028\u2029\ufeff\ufffd\ud800\udfff\U0001f600\u4e2d¹²⁵"

Damage = Callable[[str, random.Random], str]


def dropped_lines(text: str, chance: random.Random) -> str:
    """One line in twelve is gone."""
    return "".join(line for line in text.splitlines(keepends=True) if chance.random() > 1 / 12)


def page_breaks(text: str, chance: random.Random) -> str:
    """Page numbers, form feeds and blank lines in the middle of sentences."""
    words = text.split(" ")
    for page in range(2, 12):
        place = chance.randrange(len(words))
        words[place] += chance.choice(("\n\n\f", f"\n\n{page}\n\n", f"\n- {page} -\n", "\n\n"))
    return " ".join(words)


def confusions(text: str, chance: random.Random) -> str:
    """One character in fifty is read as its look-alike."""
    table = dict(CONFUSIONS)
    return "".join(table.get(letter, letter) if chance.random() < 0.02 else letter for letter in text)


def shuffled_blocks(text: str, chance: random.Random) -> str:
    """Paragraphs in any order."""
    blocks = text.split("\n\n")
    chance.shuffle(blocks)
    return "\n\n".join(blocks)


def strewn_characters(text: str, chance: random.Random) -> str:
    """Controls, blanks of every kind, lone surrogates and other scripts between the letters."""
    letters = list(text)
    for _ in range(200):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(UNICODE))
    return "".join(letters)


def hard_wraps(text: str, chance: random.Random) -> str:
    """Lines broken at a column."""
    width, column, wrapped = chance.randrange(40, 100), 0, []
    for word in text.split(" "):
        column = len(word) - word.rfind("\n") if "\n" in word else column + len(word) + 1
        if column > width:
            wrapped.append("\n" + word)
            column = len(word)
        else:
            wrapped.append(" " + word)
    return "".join(wrapped)


def cut_short(text: str, chance: random.Random) -> str:
    """The text begins and ends anywhere."""
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(len(text))]


DAMAGES: tuple[Damage, ...] = (
    dropped_lines,
    page_breaks,
    confusions,
    shuffled_blocks,
    strewn_characters,
    hard_wraps,
    cut_short,
)
