"""Profiles: how the documents of each family look. One TOML file each in ``profiles/``, loaded and checked once.

A file names its ``side``, the profiles it ``inherits`` from, and holds tables:

- evidence for the family: ``header`` (lines of the title block), ``closing`` (signatures and formulas) and ``anywhere``
  (words of the text); a row of the header has also the ``strength`` of what it sees: motto, symbol, name;
- ``formula``: the words of title, legal bases, enacting and closing, by the ``place`` where they stand;
- ``signature``: marks of authority («T/M», «TM.»); ``own_position`` says that the body behind one is an office;
- ``layout``: what the drafting rules of a time forbid, with the days on which they were in force;
- ``level``: the outline levels by the family of their labels: rank and kinds.

Every row with a pattern has a ``rule``, an attested ``example`` that the pattern finds, and its ``source``.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

import tomli

from nghiquyet.errors import LexiconError

NAMES = ("party", "standing_committee", "national_assembly", "peoples_council", "government")
"""In the order in which evidence of one strength is looked for: the narrower name first."""
BASES = ("common", "state", "undecided")
"""Files that name no family: what others inherit from, and what is read by where no family shows."""

Side = Literal["party", "state"]
Strength = Literal["motto", "symbol", "name", "closing", "anywhere"]
_STRENGTHS = ("motto", "symbol", "name", "closing", "anywhere")


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


@dataclass(frozen=True, slots=True)
class Formula:
    """Words that stand at a place of a document: title, basis, enacting, adoption, …"""

    place: str
    rule: str
    pattern: re.Pattern[str]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class SignatureMark:
    """«T/M», «KT.»: in whose place somebody signs."""

    rule: str
    pattern: re.Pattern[str]
    own_position: bool
    """The words behind it are an office, not a body: «KT. CHỦ TỊCH»."""
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """A departure from the layout that was prescribed from ``since`` until ``until``."""

    rule: str
    where: str
    """header, preamble or closing."""
    departure: re.Pattern[str]
    since: datetime.date
    until: datetime.date | None
    number: re.Pattern[str] | None
    """Only documents whose number looks so."""
    example: str
    source: str

    def in_force(self, day: datetime.date) -> bool:
        """Whether the rule held on ``day``."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Level:
    """An outline level: labels of one family."""

    family: str
    rank: int
    titled: str
    run_in: str
    in_article: str
    holds: frozenset[str]
    """Families of labels that it may hold against the order of the ranks."""
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What one family's file says, with what it inherits."""

    name: str
    side: Side | None
    formulas: tuple[Formula, ...]
    signatures: tuple[SignatureMark, ...]
    layouts: tuple[LayoutRule, ...]
    levels: Mapping[str, Level]

    def formula(self, place: str) -> re.Pattern[str]:
        """The words at a place, in one pattern."""
        return formula(self.name, place)


@cache
def profile(name: str) -> Profile:
    """The profile of a family (one of ``NAMES`` or ``BASES``); raises LexiconError where a row lacks a cell."""
    data = _data(name)
    inherited = [profile(base) for base in data.get("inherits", ())]
    levels = {family: level for base in inherited for family, level in base.levels.items()}
    levels |= {cells["family"]: _level(name, cells) for cells in data.get("level", ())}
    return Profile(
        name=name,
        side=_side(name, data),
        formulas=(
            *(row for base in inherited for row in base.formulas),
            *(
                Formula(_text(name, cells, "place"), *_worded(name, cells, "pattern"))
                for cells in data.get("formula", ())
            ),
        ),
        signatures=(
            *(row for base in inherited for row in base.signatures),
            *(_signature(name, cells) for cells in data.get("signature", ())),
        ),
        layouts=(
            *(row for base in inherited for row in base.layouts),
            *(_layout(name, cells) for cells in data.get("layout", ())),
        ),
        levels=levels,
    )


@cache
def formula(name: str, place: str) -> re.Pattern[str]:
    """The words that documents of a family have at a place, in one pattern; raises LexiconError for an unknown place."""
    patterns = [row.pattern.pattern for row in profile(name).formulas if row.place == place]
    if not patterns and not any(row.place == place for other in NAMES for row in profile(other).formulas):
        raise LexiconError(f"profiles: no profile has a formula for the place {place!r}")
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) if patterns else r"(?!)", re.MULTILINE)


@cache
def signature_marks(own_position: bool | None = None) -> str:
    """The marks of authority of every profile as one alternation: copies of Party papers print «TM.» too."""
    rows = {row.pattern.pattern: row for name in NAMES for row in profile(name).signatures}
    return "|".join(
        pattern for pattern, row in rows.items() if own_position is None or row.own_position == own_position
    )


@cache
def evidence() -> tuple[Evidence, ...]:
    """Every row of evidence of every profile, in the order of ``NAMES``; raises LexiconError for a faulty row."""
    return tuple(row for name in NAMES for row in _evidence(name))


def of_strength(strength: Strength) -> tuple[Evidence, ...]:
    """The rows of one strength."""
    return _by_strength().get(strength, ())


@cache
def _by_strength() -> dict[str, tuple[Evidence, ...]]:
    kinds: dict[str, tuple[Evidence, ...]] = {}
    for row in evidence():
        kinds[row.strength] = (*kinds.get(row.strength, ()), row)
    return kinds


@cache
def _data(name: str) -> dict[str, Any]:
    return tomli.loads(files("nghiquyet.lexicons").joinpath("profiles", f"{name}.toml").read_text("utf-8"))


def _side(name: str, data: Mapping[str, Any]) -> Side | None:
    side = data.get("side")
    if side not in ("party", "state", None):
        raise LexiconError(f'profiles/{name}: the side is {side!r}; it is "party" or "state"')
    return cast("Side | None", side)


def _evidence(name: str) -> list[Evidence]:
    data = _data(name)
    rows = []
    for table in ("header", "closing", "anywhere"):
        for cells in data.get(table, ()):
            rule, pattern, example, source = _worded(name, cells, "pattern")
            strength = cells.get("strength", table)
            if strength not in _STRENGTHS:
                raise LexiconError(f"profiles/{name}: row {rule!r} of {table} has no strength")
            rows.append(Evidence(name, data["side"], rule, strength, pattern, example, source))
    return rows


# A blank in a pattern stands for a run of blanks and line breaks. A run has an end: one without would be gone through
# again from each line of an empty page.
_RUNS = ((" ?", r"\s{0,80}"), (" ", r"\s{1,80}"), (r"\W*", r"\W{0,80}"))


def _signature(name: str, cells: Mapping[str, Any]) -> SignatureMark:
    rule, pattern, example, source = _worded(name, cells, "pattern")
    return SignatureMark(rule, pattern, bool(cells.get("own_position", False)), example, source)


def _layout(name: str, cells: Mapping[str, Any]) -> LayoutRule:
    rule, departure, example, source = _worded(name, cells, "departure")
    since, until = cells.get("since"), cells.get("until")
    if not isinstance(since, datetime.date):
        raise LexiconError(f"profiles/{name}: layout rule {rule!r} has no day from which it holds (since = 2020-03-05)")
    number = re.compile(cells["number"]) if "number" in cells else None
    return LayoutRule(rule, _text(name, cells, "where"), departure, since, until, number, example, source)


def _level(name: str, cells: Mapping[str, Any]) -> Level:
    texts = {key: _text(name, cells, key) for key in ("family", "titled", "run_in", "in_article", "example", "source")}
    rank = cells.get("rank")
    if not isinstance(rank, int):
        raise LexiconError(f"profiles/{name}: level {texts['family']!r} has no rank")
    return Level(rank=rank, holds=frozenset(cells.get("holds", ())), **texts)


def _worded(name: str, cells: Mapping[str, Any], column: str) -> tuple[str, re.Pattern[str], str, str]:
    """Rule, pattern, example and source of a row."""
    rule, printed, example, source = (_text(name, cells, key) for key in ("rule", column, "example", "source"))
    for run, bounded in _RUNS:
        printed = printed.replace(run, bounded)
    return rule, re.compile(printed, re.MULTILINE), example, source


def _text(name: str, cells: Mapping[str, Any], key: str) -> str:
    value = cells.get(key)
    if not isinstance(value, str):
        raise LexiconError(f"profiles/{name}: a row has no {key}: {dict(cells)!r}")
    return value
