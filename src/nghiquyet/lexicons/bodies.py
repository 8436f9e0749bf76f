"""Bodies of the Party, the State and the Front: a closed gazetteer with the place names that may follow a body.

A name is composed of rows of ``bodies.toml`` («Ban Thường vụ» + «Tỉnh ủy») and a tail («tỉnh Bắc Giang»). Names are
compared in lower case inside a small window that begins at a capital (or at a row that is also read without one), so
«BỘ TÀI CHÍNH», «Bộ Tài Chính» and «Ban chấp hành Đảng bộ tỉnh» are one name each, and no scan ignores case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nghiquyet.lexicons.places import PLACES, Place
from nghiquyet.lexicons.tables import Row, Table
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern
from nghiquyet.text.vietnamese import without_marks

Side = Literal["party", "state"]
Level = Literal["central", "province", "district", "commune", "other"]

BODY_ROWS = Table("bodies")

WINDOW = 120
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
_MOST_WORDS = 9
_DAMAGED_UNITS = {"Tinh": "tỉnh", "tinh": "tỉnh", "Tình": "tỉnh", "tình": "tỉnh", "Tĩnh": "tỉnh", "tĩnh": "tỉnh"}
_NAMED_BY_PLACE = frozenset({"committee"})

Match = tuple[int, Body, str | None]
Found = tuple[int, int, Body, str | None]


class BodyIndex:
    """Longest-match gazetteer over ``bodies.toml``; built on first use."""

    @cached_property
    def _rows(self) -> dict[str, "_Entry"]:
        rows: dict[str, _Entry] = {}
        for row in BODY_ROWS.rows:
            entry = _entry(row)
            for phrase in row.words:
                for spelling in spellings(phrase.lower()):
                    rows.setdefault(spelling, entry)
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
        """What rows without a capital are found by, one by one: substring search is quicker than a pattern that has
        to stop at every ``t`` and ``h``. All committees («huyện ủy», «thị uỷ») are found by their last syllable."""
        phrases = {phrase for phrase, entry in self._rows.items() if entry.lower and entry.alone}
        whole = {phrase for phrase in phrases if not phrase.endswith(_COMMITTEE_SYLLABLES)}
        shortest = sorted(phrase for phrase in whole if not phrase.startswith(tuple(whole - {phrase})))
        return (*_COMMITTEE_SYLLABLES, *shortest)

    def _starts(self, text: str, start: int, end: int) -> list[int]:
        starts = [hit.start() for hit in self._capitals.finditer(text, start, end)]
        for phrase in self._small:
            position = text.find(phrase, start, end)
            while position >= 0:
                first = position
                if phrase in _COMMITTEE_SYLLABLES:
                    first = text.rfind(" ", start, max(start, position - 1)) + 1
                starts.append(max(start, first))
                position = text.find(phrase, position + 1, end)
        starts.sort()
        return starts

    def without_damage(self, window: str) -> str | None:
        """``window`` with its first words as the table spells them, where they differ from a name only in their marks;
        None where they do not. «Chỉnh phủ» is Chính phủ: the number of words stays."""
        words = window.split(" ")
        if without_marks(words[0]) not in self._first_words:
            return None
        plain = [without_marks(word) for word in words[:_MOST_WORDS]]
        for count in range(len(plain), 1, -1):
            phrase = self._unmarked.get(" ".join(plain[:count]).rstrip(".,;:)"))
            if phrase is not None:
                rest = words[count:]
                if rest and (unit := _DAMAGED_UNITS.get(rest[0].rstrip(".,;:)"))):
                    rest[0] = unit
                return " ".join([phrase.capitalize(), *rest])
        return None

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(plain.split(" ", 1)[0] for plain in self._unmarked)

    @cached_property
    def _unmarked(self) -> dict[str, str]:
        """Names of at least two words without their marks; where two names fall together, neither."""
        unmarked: dict[str, str] = {}
        doubtful: set[str] = set()
        for phrase, entry in self._rows.items():
            if " " not in phrase or not entry.alone:
                continue
            plain = without_marks(phrase)
            if unmarked.setdefault(plain, phrase) != phrase and self._rows[unmarked[plain]] is not entry:
                doubtful.add(plain)
        return {plain: phrase for plain, phrase in unmarked.items() if plain not in doubtful}

    def by_code(self, code: str) -> Body | None:
        """The body whose row has ``code`` as it stands in document symbols (VPTW, BTGDVTW, UBTVQH); None for others.

        A code that several bodies share (TW, TU) gives the first of the table.
        """
        entry = self._codes.get(code)
        return _Part(entry, entry.name).body() if entry is not None else None

    @cached_property
    def _codes(self) -> dict[str, "_Entry"]:
        codes: dict[str, _Entry] = {}
        for entry in self._rows.values():
            if entry.code:
                codes.setdefault(entry.code, entry)
        return codes

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
        entry = self._rows[" ".join(hit.group().split())]
        if wanted is None:
            if not (entry.lower or window[position].isupper()):
                return None
        elif entry.kind not in wanted:
            return None
        end = hit.end()
        if entry.takes and (joint := _OF.match(lowered, end)):
            inner = self._read(window, lowered, joint.end(), entry.takes)
            if inner is not None:
                return inner[0], _Part(entry, window[position:end], inner[1], None)
        place = PLACES.tail(window, lowered, end, named=entry.tail == "name") if entry.tail else None
        if wanted is None and not entry.alone and (place is None or entry.kind not in _BY_PLACE):
            return None
        part = _Part(entry, window[position:end], None, place)
        return (place.end if place else end), part


_BY_PLACE = frozenset({"police", "organization"})
_COMMITTEE_SYLLABLES = ("ủy", "uỷ")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the table, read once."""

    name: str
    code: str | None
    side: Side
    level: Level | None
    kind: str
    takes: frozenset[str]
    tail: str | None
    alone: bool
    lower: bool


def _entry(row: Row) -> _Entry:
    takes = row.cells.get("takes")
    own = row.optional("level")
    return _Entry(
        name=row.text("canonical"),
        code=row.optional("code"),
        side="state" if row.text("side") == "state" else "party",
        level=next((level for level in _LEVELS if level == own), None),
        kind=row.text("kind"),
        takes=frozenset(takes if isinstance(takes, list) else ()),
        tail=row.optional("tail"),
        alone=bool(row.cells.get("alone", True)),
        lower=bool(row.cells.get("lower", False)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A row read at a place, with what follows it."""

    entry: _Entry
    printed: str
    inner: "_Part | None" = None
    place: Place | None = None

    @property
    def territory(self) -> str | None:
        if self.inner is not None:
            return self.inner.territory
        return self.place.name if self.place else None

    def body(self) -> Body:
        entry = self.entry
        if self.inner is not None:
            inner = self.inner.body()
            code = entry.code or inner.code
            if entry.code and inner.code and entry.kind in _CODED_BY_INNER:
                code = entry.code + inner.code
            side = inner.side if entry.kind in _SIDE_OF_INNER else entry.side
            name = f"{entry.name} {inner.name}"
            return Body(name, code, side, inner.level, entry.kind, inner.unit, inner.needs_territory)
        place = self.place
        level = _level(entry.level, place, self.printed)
        code = entry.code
        if place is None:
            return Body(entry.name, code, entry.side, level, entry.kind, None, level != "central")
        if entry.kind == "organization" and place.unit:
            code = _PARTY_CODES.get(place.unit, "TU" if level == "province" else "ĐU")
        name = f"{entry.name} {place.words}" if place.words else entry.name
        return Body(name, code, entry.side, level, entry.kind, place.unit, level != "central" and place.name is None)


_SIDE_OF_INNER = frozenset({"advisory", "bureau"})
_CODED_BY_INNER = frozenset({"advisory", "inspection"})


def _level(own: Level | None, place: Place | None, printed: str) -> Level:
    if place is not None and place.level is not None:
        return place.level
    # «các huyện ủy, thị ủy, thành ủy»: without a capital the committees of cities inside a province are meant.
    if printed in ("thành ủy", "thành uỷ"):
        return "district"
    return own or "other"


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
