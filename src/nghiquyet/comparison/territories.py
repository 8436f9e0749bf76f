"""Provinces that became one: which territory of today a province is part of, and since when."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nghiquyet.lexicons.places import PROVINCES

Era = Literal["before_merger", "after_merger"]


@dataclass(frozen=True, slots=True)
class Merger:
    """A territory of today that several were merged into."""

    territory: str
    parts: frozenset[str]
    """The territories it was made of; the one whose name it has is one of them."""
    since: datetime.date


def today(territory: str) -> str:
    """The territory of today that holds ``territory``: Bắc Giang → Bắc Ninh."""
    return _today().get(territory, territory)


def merger(territory: str) -> Merger | None:
    """How the territory of today came to be; None for one that only its name may have changed."""
    return _mergers().get(territory)


def era(territory: str, date: datetime.date | None, year: int | None) -> Era | None:
    """On which side of its merger a territory speaks; None when it was not merged.

    A province that ended speaks of itself, whatever its resolution looks ahead to. Without a date the year decides: the
    plan for a year was made before it.
    """
    merged = merger(today(territory))
    if merged is None:
        return None
    late = date >= merged.since if date else (year or 0) > merged.since.year
    return "after_merger" if late and territory == merged.territory else "before_merger"


@cache
def _today() -> dict[str, str]:
    return {row.text("canonical"): row.optional("merged_into") or row.text("canonical") for row in PROVINCES.rows}


@cache
def _mergers() -> Mapping[str, Merger]:
    parts: dict[str, set[str]] = {}
    since: dict[str, datetime.date] = {}
    for row in PROVINCES.rows:
        into, until = row.optional("merged_into"), row.optional("until")
        if into and until and not row.cells.get("renamed"):
            parts.setdefault(into, {into}).add(row.text("canonical"))
            since[into] = datetime.date.fromisoformat(until) + datetime.timedelta(days=1)
    return {into: Merger(into, frozenset(found), since[into]) for into, found in parts.items()}
