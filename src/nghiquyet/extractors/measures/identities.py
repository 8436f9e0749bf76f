"""Indicators of the table: which one a measure is about, by the longest variant that its name holds."""

from functools import cache

from nghiquyet.lexicons import Row, Table
from nghiquyet.model import ValueKind
from nghiquyet.records import QuantityMention
from nghiquyet.text.tries import PhraseIndex
from nghiquyet.text.vietnamese import fold

INDICATORS = Table("indicators")


@cache
def _index() -> PhraseIndex[Row]:
    phrases: dict[str, Row] = {}
    for row in INDICATORS.rows:
        for word in row.words:
            phrases.setdefault(fold(word), row)
    return PhraseIndex(phrases)


def identify(full: str, mention: QuantityMention, kind: ValueKind) -> str | None:
    """The id of the indicator that ``full`` names, or None when unsure."""
    return None
