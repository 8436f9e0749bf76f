"""Bodies of the Party, the State and the Front: a closed gazetteer with the place names that may follow a body.

A name is composed of rows of ``bodies.toml`` («Ban Thường vụ» + «Tỉnh ủy») and a tail («tỉnh Bắc Giang»). Names are
compared in lower case inside a small window that begins at a capital (or at a row that is also read without one), so
«BỘ TÀI CHÍNH», «Bộ Tài Chính» and «Ban chấp hành Đảng bộ tỉnh» are one name each, and no scan ignores case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from nghiquyet.lexicons.places import PLACES, Place
from nghiquyet.lexicons.tables import Row, Table
from nghiquyet.text.tries import trie_pattern

Side = Literal["party", "state"]
Level = Literal["central", "province", "district", "commune", "other"]

BODY_ROWS = Table("bodies")

WINDOW = 160
"""The longest name read: «Ban Chấp hành Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh …» has about 90 characters."""

_OF = re.compile(r"\s+(?:của\s+)?")
_PARTY_CODES = {"tỉnh": "TU", "huyện": "HU", "quận": "QU", "thị xã": "TxU", "xã": "ĐU", "phường": "ĐU", "đặc khu": "ĐU"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the table knows it. ``name`` is canonical, with its kind of unit, without the unit's own name."""

    name: str
    code: str | None
    side: Side
    level: Level
    kind: str
    """committee, bureau, advisory, council, executive, department, ministry, … as in ``bodies.toml``."""
    unit: str | None = None
    """tỉnh, thành phố, huyện, xã, …, when the name says it."""
    needs_territory: bool = False
    """A local body whose name does not say where: its place comes from the context."""

    def full(self, territory: str | None) -> str:
        """The name with its place: «Ủy ban nhân dân tỉnh» + Bắc Giang → «Ủy ban nhân dân tỉnh Bắc Giang»."""
        if territory is None or self.level == "central":
            return self.name
        if self.unit is None and self.kind not in _NAMED_BY_PLACE and not self.name.endswith(_COMMITTEES):
            return f"{self.name} {PLACES.unit_of(territory) or 'tỉnh'} {territory}"
        return f"{self.name} {territory}"


_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Tỉnh đoàn", "Thành đoàn", "tỉnh")
_NAMED_BY_PLACE = frozenset({"committee"})

Match = tuple[int, Body, str | None]
Found = tuple[int, int, Body, str | None]


class BodyIndex:
    """Longest-match gazetteer over ``bodies.toml``; built on first use."""

    @cached_property
    def _rows(self) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        for row in BODY_ROWS.rows:
            for phrase in row.words:
                for spelling in spellings(phrase.lower()):
                    rows.setdefault(spelling, row)
        return rows

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return re.compile(trie_pattern(self._rows) + r"(?!\w)")

    @cached_property
    def _capitals(self) -> re.Pattern[str]:
        """The first word of every row with a capital or in capitals; it begins with a character class, so that the
        engine skips to capitals at once."""
        words = {phrase.split()[0] for phrase in self._rows}
        return re.compile(trie_pattern(sorted({form for word in words for form in (word.capitalize(), word.upper())})))

    @cached_property
    def _small(self) -> tuple[str, ...]:
        """The rows that are also read without a capital, found one by one: substring search is quicker than a
        pattern that has to stop at every ``t`` and ``h``."""
        return tuple(phrase for phrase, row in self._rows.items() if row.cells.get("lower"))

    def _starts(self, text: str, start: int, end: int) -> list[int]:
        starts = [hit.start() for hit in self._capitals.finditer(text, start, end)]
        for phrase in self._small:
            position = text.find(phrase, start, end)
            while position >= 0:
                starts.append(position)
                position = text.find(phrase, position + 1, end)
        starts.sort()
        return starts

    def match(self, text: str, position: int = 0) -> Match | None:
        """``(end, body, territory)`` of the longest name that begins at ``position``; None when there is none.

        ``territory`` is the canonical name of a province, or a lower unit's name as printed («Yên Dũng»).
        """
        window = text[position : position + WINDOW]
        lowered = window.lower()
        if len(lowered) != len(window):  # İ and its like: no Vietnamese name holds one
            return None
        read = self._read(window, lowered, 0, None)
        if read is None:
            return None
        end, part = read
        return position + end, part.body(), part.territory

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """``(start, end, body, territory)`` of every name in ``text``, in text order; names never overlap."""
        stop = len(text) if end is None else end
        position = start
        for first in self._starts(text, start, stop):
            if first < position or (first and text[first - 1].isalnum()):
                continue
            found = self.match(text, first)
            if found is not None and found[0] <= stop:
                yield first, found[0], found[1], found[2]
                position = found[0]

    def _read(
        self, window: str, lowered: str, position: int, wanted: frozenset[str] | None
    ) -> "tuple[int, _Part] | None":
        hit = self._names.match(lowered, position)
        if hit is None:
            return None
        row = self._rows[" ".join(hit.group().split())]
        cells = row.cells
        if wanted is None:
            if not (window[position].isupper() or cells.get("lower")):
                return None
        elif cells["kind"] not in wanted:
            return None
        part = _Part(row, window[position : hit.end()])
        end = hit.end()
        takes = cells.get("takes")
        if isinstance(takes, list):
            joint = _OF.match(lowered, end)
            inner = self._read(window, lowered, joint.end(), frozenset(takes)) if joint else None
            if inner is not None:
                return inner[0], replace(part, inner=inner[1])
        tail = cells.get("tail")
        if tail:
            place = PLACES.tail(window, lowered, end, named=tail == "name")
            if place is not None:
                end = place.end
                part = replace(part, place=place)
        if wanted is None and not cells.get("alone", True) and (part.place is None or cells["kind"] not in _BY_PLACE):
            return None
        return end, part


_BY_PLACE = frozenset({"police", "organization"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A row read at a place, with what follows it."""

    row: Row
    printed: str
    inner: "_Part | None" = None
    place: Place | None = None

    @property
    def territory(self) -> str | None:
        if self.inner is not None:
            return self.inner.territory
        return self.place.name if self.place else None

    def body(self) -> Body:
        row = self.row
        side: Side = "state" if row.text("side") == "state" else "party"
        kind = row.text("kind")
        name = row.text("canonical")
        if self.inner is not None:
            inner = self.inner.body()
            own = row.text("code", "")
            code = own + inner.code if own and inner.code and kind in _CODED_BY_INNER else own or inner.code
            if kind in ("advisory", "bureau") and inner.side == "state":
                side = "state"
            name = f"{name} {inner.name}"
            return Body(name, code or None, side, inner.level, kind, inner.unit, inner.needs_territory)
        level = _level(row.text("level", ""), self.place, self.printed)
        code = row.text("code", "") or None
        unit = self.place.unit if self.place else None
        if kind == "organization" and unit:
            code = _PARTY_CODES.get(unit, "TU" if level == "province" else "ĐU")
        if self.place and self.place.words:
            name = f"{name} {self.place.words}"
        needs = level != "central" and self.territory is None
        return Body(name, code, side, level, kind, unit, needs)


_CODED_BY_INNER = frozenset({"advisory", "inspection"})


def _level(own: str, place: Place | None, printed: str) -> Level:
    if place is not None and place.level is not None:
        return place.level
    # «các huyện ủy, thị ủy, thành ủy»: without a capital the committees of cities inside a province are meant.
    if printed in ("thành ủy", "thành uỷ"):
        return "district"
    for level in _LEVELS:
        if own == level:
            return level
    return "other"


_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune")


def spellings(phrase: str) -> tuple[str, ...]:
    """A lower-case phrase with the tone on either vowel: «ủy ban» and «uỷ ban», «tòa án» and «toà án»."""
    other = phrase
    for old, new in _TONE_PLACES:
        other = other.replace(old, new)
    return (phrase,) if other == phrase else (phrase, other)


_TONE_PLACES = (("ủy", "uỷ"), ("òa ", "oà "), ("óa", "oá"), ("ỏe", "oẻ"), ("òa", "oà"))

BODIES = BodyIndex()


def canonical_name(name: str, territory: str | None = None) -> str | None:
    """The full name of a body, abbreviations expanded and its place filled in; None when the table does not know it.

    «UBND tỉnh», territory Bắc Giang → «Ủy ban nhân dân tỉnh Bắc Giang». Only bodies of the province itself take the
    territory: «UBND huyện» stays «Ủy ban nhân dân huyện».
    """
    stripped = name.strip()
    found = BODIES.match(stripped)
    if found is None or found[0] != len(stripped):
        return None
    _, body, own = found
    if own is not None:
        return body.full(own)
    return body.full(territory) if body.level == "province" else body.name
