"""Units of figures: the words behind a number, compiled from the tables of units and of what a figure is per."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nghiquyet.lexicons import Row, Table
from nghiquyet.text.tries import trie_pattern

UNITS = Table("units")
DENOMINATORS = Table("unit_denominators")

SCALES = {
    "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12, "nghìn tỉ": 12,
    "ngàn tỷ": 12, "ngàn tỉ": 12, "triệu tỷ": 15, "triệu tỉ": 15, "chục": 1, "trăm triệu": 8, "trăm nghìn": 5,
    "trăm tỷ": 11,
}  # fmt: skip
SCALE_WORDS = frozenset(word for phrase in SCALES for word in phrase.split())
"""Words of magnitude: nghìn, triệu, tỷ …"""
SCALE = trie_pattern(SCALES)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """What one row of the table says."""

    base: str
    code: str
    kind: str
    needs: tuple[str, ...]
    """The unit is one only behind such words, a measuring verb, or a decimal comma: «tuổi thọ … 75 tuổi», not «3 tuổi»."""


@dataclass(frozen=True, slots=True)
class UnitPatterns:
    """What is matched behind a number."""

    tail: re.Pattern[str]
    units: dict[str, Unit]
    denominators: dict[str, tuple[str, str]]


@cache
def unit_patterns() -> UnitPatterns:
    """The patterns, compiled on first use."""
    per_words = {w: (r.text("base"), r.text("code")) for r in DENOMINATORS.rows for w in r.words}
    units = {word: _unit(row) for row in UNITS.rows for word in row.words}
    barred = {word: _words(row, "not_before") for row in UNITS.rows for word in row.words if "not_before" in row.cells}
    plain = trie_pattern(word for word in units if word not in barred)
    # «trường hợp» is no school, «đồng chí» no money: the word behind decides.
    guarded = "".join(
        rf"|{re.escape(word)}(?!\w)(?!\s+(?:{trie_pattern(bars)})(?!\w))" for word, bars in sorted(barred.items())
    )
    per = trie_pattern(per_words)
    return UnitPatterns(
        re.compile(
            rf"\s*+(?:(?P<scale>{SCALE}(?=\s))\s*+)?(?P<unit>(?:{plain}(?!\w)){guarded})"
            rf"(?P<per>(?:\s?/\s?(?:{per})(?!\w))+|\s+trên\s+(?:1|một)\s+vạn\s+dân)?"
        ),
        units,
        per_words,
    )


def _unit(row: Row) -> Unit:
    return Unit(row.text("base"), row.text("code"), row.text("kind"), _words(row, "needs"))


def _words(row: Row, column: str) -> tuple[str, ...]:
    cell = row.cells.get(column)
    return tuple(cell) if isinstance(cell, list) else ()


def denominators(per: str | None) -> list[str]:
    """What a figure is per: «/người/tháng» → người, tháng."""
    if not per:
        return []
    if "/" not in per:
        return ["vạn dân"]
    return [" ".join(part.split()) for part in per.split("/") if part.strip()]


def scale_of(word: str | None) -> Decimal:
    """What a word of magnitude multiplies by: tỷ is 1000000000."""
    return Decimal(10) ** SCALES[" ".join(word.split())] if word else ONE


def ratio_of(first: str | None, last: str | None) -> Decimal:
    """«500 triệu đến 1 tỷ đồng»: the first figure in the magnitude of the last."""
    return scale_of(first) / scale_of(last) if first and first != "%" else ONE
