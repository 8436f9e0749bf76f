"""Automatic numbers of Word: what numbering.xml prints before a paragraph, counted as Word counts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_LEVELS = 9
_PLAIN_BULLETS = frozenset("-–—+*•")


@dataclass(slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    """One ``w:num``: its levels and whose counters it moves."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    """Levels that this list starts anew on its first use."""


class Numbering:
    """Counts the automatic numbers of one document, paragraph by paragraph."""

    def __init__(self, numbering: "_Element | None") -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def next(self, number_id: str, level: int) -> str | None:
        """The number before the next paragraph of this list and level; None where nothing is printed."""
        known = self._lists.get(number_id)
        if known is None or level not in known.levels:
            return None
        counters = self._counters.setdefault(known.abstract, {})
        if level in known.starts and (number_id, level) not in self._begun:
            counters[level] = known.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = known.levels[level].start
        self._begun.add((number_id, level))
        for lower in [other for other in counters if other > level]:
            restart = known.levels[lower].restart if lower in known.levels else None
            if restart is None or (restart and level < restart):
                del counters[lower]
        return _printed(known.levels, counters, level)

    def _read(self, numbering: "_Element") -> None:
        abstracts = {item.get(f"{W}abstractNumId", ""): item for item in numbering.iterfind(f"{W}abstractNum")}
        styled = {_value(item, "styleLink"): item for item in abstracts.values() if _value(item, "styleLink")}
        for num in numbering.iterfind(f"{W}num"):
            abstract = _value(num, "abstractNumId") or ""
            element = abstracts.get(abstract)
            link = _value(element, "numStyleLink") if element is not None else None
            element = styled.get(link, element) if link else element
            levels = _levels(element) if element is not None else {}
            known = _List(abstract, levels)
            for override in num.iterfind(f"{W}lvlOverride"):
                level = _number(override.get(f"{W}ilvl"), 0)
                start = _value(override, "startOverride")
                if start is not None:
                    known.starts[level] = _number(start, 1)
                own = override.find(f"{W}lvl")
                if own is not None:
                    known.levels = {**known.levels, level: _level(own)}
            self._lists[num.get(f"{W}numId", "")] = known


def _levels(element: "_Element") -> dict[int, _Level]:
    return {_number(item.get(f"{W}ilvl"), 0): _level(item) for item in element.iterfind(f"{W}lvl")}


def _level(item: "_Element") -> _Level:
    restart = _value(item, "lvlRestart")
    return _Level(
        _number(_value(item, "start"), 1),
        _value(item, "numFmt") or "decimal",
        _value(item, "lvlText") or "",
        _number(restart, 0) if restart is not None else None,
        item.find(f"{W}isLgl") is not None,
    )


def _printed(levels: dict[int, _Level], counters: dict[int, int], level: int) -> str | None:
    own = levels[level]
    if own.style == "bullet":
        mark = own.text.strip()
        return mark if mark in _PLAIN_BULLETS else "-" if mark else None
    text = own.text
    for place in range(MOST_LEVELS):
        if f"%{place + 1}" in text:
            of = levels.get(place, own)
            style = "decimal" if own.legal and place != level else of.style
            text = text.replace(f"%{place + 1}", _figure(counters.get(place, of.start), style))
    return text.strip() or None


def _figure(value: int, style: str) -> str:
    return _FIGURES.get(style, str)(value)


def roman(value: int) -> str:
    """4 → IV."""
    parts = []
    for size, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        count, value = divmod(min(value, 4999), size)
        parts.append(letters * count)
    return "".join(parts)


def letters(value: int) -> str:
    """1 → a, 27 → aa, as Word counts: without đ."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value < 800 else str(value)


_FIGURES: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": lambda value: letters(value).upper(),
    "lowerLetter": letters,
    "decimalZero": lambda value: f"{value:02}",
    "none": lambda value: "",
}


def _value(parent: Any, name: str) -> str | None:  # noqa: ANN401 - an element, or nothing
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def _number(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
