"""Titles on lines of their own: «Chương I⏎QUY ĐỊNH CHUNG», «Điều 5⏎Phạm vi điều chỉnh», capitals over several lines."""

from collections.abc import Sequence

from nghiquyet.segmenters.headings import is_capitals, reads_like_title
from nghiquyet.segmenters.units import Unit

_TITLED_BELOW = frozenset({"part", "chapter", "section", "subsection", "article", "roman", "upper"})
_TITLE_IN_CAPITALS = frozenset({"part", "chapter", "section", "subsection", "roman", "upper", "arabic"})
MOST_LINES = 6


def join_titles(units: Sequence[Unit]) -> list[Unit]:
    """The units, titles that stand below their label drawn to it, titles in capitals joined over their lines."""
    joined: list[Unit] = []
    index = 0
    while index < len(units):
        unit = units[index]
        index += 1
        joined.append(unit)
        if unit.label is None or unit.label.family not in _TITLED_BELOW | _TITLE_IN_CAPITALS:
            continue
        if not unit.text and unit.label.family in _TITLED_BELOW:
            following = units[index + 1] if index + 1 < len(units) else None
            if index < len(units) and _is_title_below(unit, units[index], following):
                _draw(unit, units[index])
                index += 1
        lines = 1
        while (
            index < len(units)
            and unit.text
            and unit.label.family in _TITLE_IN_CAPITALS
            and lines < MOST_LINES
            and _goes_on_in_capitals(unit, units[index])
        ):
            _draw(unit, units[index])
            index += 1
            lines += 1
    return joined


def _is_title_below(unit: Unit, title: Unit, following: Unit | None) -> bool:
    if title.label is not None or title.table is not None or title.broken or title.text[:1] in tuple('“"('):
        return False
    if is_capitals(title.text):
        return len(title.text) < 400
    return following is not None and reads_like_title(title.text)


def _goes_on_in_capitals(unit: Unit, following: Unit) -> bool:
    return (
        following.label is None
        and following.table is None
        and not (following.parted or following.broken)
        and is_capitals(unit.text)
        and is_capitals(following.text)
        and len(unit.text) + len(following.text) < 600
        and not (following.first.blank_before and len(unit.text) < 60 and unit.title == 0 and len(following.text) < 12)
    )


def _draw(unit: Unit, title: Unit) -> None:
    unit.pieces.extend(title.pieces)
    unit.text = f"{unit.text} {title.text}" if unit.text else title.text
    unit.last = title.last
    unit.title = len(unit.pieces)
