"""Damage as scanners and recognisers do it, at a chosen rate; seeded, so that a copy can be made again."""

import random
from collections.abc import Callable

from rapidfuzz.distance import Levenshtein

CONFUSIONS: tuple[tuple[str, str, int], ...] = (
    ("ả", "ẳ", 40), ("ấ", "ẩ", 8), ("ấ", "â", 8), ("ầ", "â", 8), ("ổ", "ồ", 5), ("Ổ", "Ồ", 5), ("ễ", "ê", 5),
    ("ể", "ê", 4), ("ỉ", "i", 6), ("ị", "i", 3), ("ì", "i", 3), ("ĩ", "i", 3), ("ỗ", "ô", 3), ("ư", "u", 4),
    ("ơ", "o", 3), ("đ", "d", 4), ("Đ", "D", 4), ("I", "l", 8), ("l", "1", 3), ("1", "l", 2), ("0", "O", 2),
    ("5", "S", 2), (";", ":", 10), (".", ",", 6), (",", ".", 4), ("t", "f", 4), ("(", "q", 1), ("¹", "!", 3),
    ("-", "- ", 2), ("o", "ơ", 2), ("e", "ê", 2), ("a", "â", 3), ("c", "e", 2), ("h", "b", 1), ("n", "m", 1),
)  # fmt: skip
"""What is read for what, and how often beside the others: counted in recognised copies of one rendering."""

COLUMN = 46


def damaged(text: str, kind: str, rate: float, seed: int) -> tuple[str, float]:
    """A copy and its character error rate against ``text``; where a line ends is no error."""
    chance = random.Random(f"{kind} {rate} {seed}")
    copy = _KINDS[kind](text, rate, chance) if rate else text
    one, other = " ".join(text.split()), " ".join(copy.split())
    return copy, Levenshtein.distance(one, other) / max(len(one), 1)


def _letters(text: str, rate: float, chance: random.Random) -> str:
    """Letters read for others, in the proportions of recognisers."""
    table: dict[str, list[tuple[str, int]]] = {}
    for letter, read, weight in CONFUSIONS:
        table.setdefault(letter, []).append((read, weight))
    exposed = sum(sum(weight for _, weight in table[letter]) for letter in text if letter in table)
    factor = rate * len(text) / max(exposed, 1)
    out = []
    for letter in text:
        readings = table.get(letter)
        if readings and chance.random() < factor * sum(weight for _, weight in readings):
            letter = chance.choices([read for read, _ in readings], [weight for _, weight in readings])[0]
        out.append(letter)
    return "".join(out)


def _lines(text: str, rate: float, chance: random.Random) -> str:
    """Lines of a page lost: the text is set in lines first."""
    return "\n".join(line for line in _wrapped(text) if not line.strip() or chance.random() >= rate)


def _pages(text: str, rate: float, chance: random.Random) -> str:
    """Page breaks with numbers in the middle of sentences, one for so many lines."""
    out, page = [], 2
    for line in _wrapped(text):
        out.append(line)
        if line.strip() and chance.random() < rate * 4:
            out += ["", "\f" + str(page), ""]
            page += 1
    return "\n".join(out)


def _columns(text: str, rate: float, chance: random.Random) -> str:
    """Stretches of lines read across two columns: halves of neighbouring lines change places."""
    lines = _wrapped(text)
    for place in range(len(lines) - 1):
        first, second = lines[place], lines[place + 1]
        if first.strip() and second.strip() and chance.random() < rate:
            lines[place] = first[:COLUMN] + " " + second[:COLUMN]
            lines[place + 1] = first[COLUMN:] + " " + second[COLUMN:]
    return "\n".join(lines)


def _wrapped(text: str, width: int = 84) -> list[str]:
    lines = []
    for line in text.split("\n"):
        current = ""
        for word in line.split(" "):
            if current and len(current) + len(word) >= width:
                lines.append(current)
                current = word
            else:
                current = f"{current} {word}" if current else word
        lines.append(current)
    return lines


_KINDS: dict[str, Callable[[str, float, random.Random], str]] = {
    "letters": _letters,
    "lines": _lines,
    "pages": _pages,
    "columns": _columns,
}
