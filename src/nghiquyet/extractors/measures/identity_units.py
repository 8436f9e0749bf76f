"""Whether a figure can be one of an indicator: its unit and what kind of figure it is."""

from nghiquyet.lexicons import Row
from nghiquyet.model import ValueKind
from nghiquyet.records import QuantityMention
from nghiquyet.text import patterns as re

_WORD = re.compile(r"\w+")
_MOVING: frozenset[ValueKind] = frozenset({"growth", "change", "ratio"})


def fits(row: Row, mention: QuantityMention, kind: ValueKind) -> bool:
    """Whether a figure of this kind and unit can be one of the indicator of ``row``."""
    dimension, printed = row.text("dimension"), mention.kind
    if row.cells.get("strict") and row.text("value_kind") != kind:
        return False
    if dimension == "index":
        return printed in ("percent", "level", "rank", "points", "ratio")
    if printed == "rank":
        return True
    if printed in ("percent", "points"):
        return dimension == "percent" or kind in _MOVING
    if printed == "ratio":
        return True
    if dimension == "level":
        unit, base = row.text("unit", ""), mention.unit_base or ""
        return printed in ("level", "count") and (
            not unit or not set(_WORD.findall(unit)).isdisjoint(_WORD.findall(base))
        )
    if dimension == "count":
        return printed == "count" or (printed == "level" and "/" in (mention.unit_base or ""))
    return dimension == printed
