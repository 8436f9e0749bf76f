"""Profiles: how the documents of each family look. One TOML file each in ``profiles/``, loaded and checked once.

A file names its ``side`` and holds tables of evidence: ``header`` (lines of the title block), ``closing`` (signatures
and formulas) and ``anywhere`` (words of the text). Each row has a ``rule``, a ``pattern``, an attested ``example`` that
the pattern finds, and its ``source``; a row of the header also the ``strength`` of what it sees: motto, symbol, name.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from nghiquyet.errors import LexiconError

NAMES = ("party", "standing_committee", "national_assembly", "peoples_council", "government")
"""In the order in which evidence of one strength is looked for: the narrower name first."""

Strength = Literal["motto", "symbol", "name", "closing", "anywhere"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row: words that speak for a family."""

    family: str
    side: str
    rule: str
    strength: Strength
    pattern: re.Pattern[str]
    example: str
    source: str


@cache
def evidence() -> tuple[Evidence, ...]:
    """Every row of every profile, in the order of ``NAMES``; raises LexiconError for a row that lacks a cell."""
    return tuple(row for name in NAMES for row in _rows(name))


def of_strength(strength: Strength) -> tuple[Evidence, ...]:
    """The rows of one strength."""
    return _by_strength().get(strength, ())


@cache
def _by_strength() -> dict[str, tuple[Evidence, ...]]:
    kinds: dict[str, tuple[Evidence, ...]] = {}
    for row in evidence():
        kinds[row.strength] = (*kinds.get(row.strength, ()), row)
    return kinds


# A blank in a pattern stands for a run of blanks and line breaks. A run has an end: one without would be gone through
# again from each line of an empty page.
_RUNS = ((" ?", r"\s{0,80}"), (" ", r"\s{1,80}"), (r"\W*", r"\W{0,80}"))


def _rows(name: str) -> list[Evidence]:
    data = tomllib.loads(files("nghiquyet.lexicons").joinpath("profiles", f"{name}.toml").read_text("utf-8"))
    rows = []
    for table in ("header", "closing", "anywhere"):
        for cells in data.get(table, ()):
            missing = [key for key in ("rule", "pattern", "example", "source") if not isinstance(cells.get(key), str)]
            strength = cells.get("strength", table)
            if missing or strength not in ("motto", "symbol", "name", "closing", "anywhere"):
                raise LexiconError(
                    f"profiles/{name}: row {cells.get('rule')!r} of {table} has no {missing or 'strength'}"
                )
            pattern = cells["pattern"]
            for run, bounded in _RUNS:
                pattern = pattern.replace(run, bounded)
            pattern = re.compile(pattern, re.MULTILINE)
            rows.append(
                Evidence(name, data["side"], cells["rule"], strength, pattern, cells["example"], cells["source"])
            )
    return rows
