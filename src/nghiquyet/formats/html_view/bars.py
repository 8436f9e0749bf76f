"""Two figures as two bars on one scale: what was before, what came after."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from nghiquyet.comparison.changes import MeasureChange, MeasureSide, Result

_Ends: TypeAlias = tuple[Decimal, Decimal]


class Bar(NamedTuple):
    """Where a bar begins and ends, in percent of the longer one."""

    start: float
    end: float


def bars(item: MeasureChange | Result) -> tuple[Bar, Bar] | None:
    """The bars of a pair; None where the two cannot be set against each other, or a figure is below nought."""
    before, after = _sides(item)
    if before is None or after is None or "rank" in (before.value_kind, after.value_kind):
        return None
    found = _on_one_scale(item, before, after)
    if found is None:
        return None
    most = max(*found[0], *found[1])
    if min(*found[0], *found[1]) < 0 or most == 0:
        return None
    return _bar(found[0], most), _bar(found[1], most)


def _on_one_scale(item: MeasureChange | Result, before: MeasureSide, after: MeasureSide) -> tuple[_Ends, _Ends] | None:
    """Both in the unit of what is after: what is before is that less the difference, whatever it was printed in."""
    earlier, later = _ends(before), _ends(after)
    if earlier is None or later is None:
        return None
    if before.unit == after.unit:
        return (earlier, later) if item.absolute is not None or item.refused == "range_against_figure" else None
    if item.absolute is None or before.whole or after.whole:
        return None
    high = getattr(item, "absolute_high", None)
    return (later[0] - item.absolute, later[1] - (item.absolute if high is None else high)), later


def _sides(item: MeasureChange | Result) -> tuple[MeasureSide | None, MeasureSide | None]:
    target = getattr(item, "target", None)
    if target is not None:
        return target, getattr(item, "result", None)
    return getattr(item, "before", None), getattr(item, "after", None)


def _ends(side: MeasureSide) -> _Ends | None:
    if side.value is not None:
        return side.value, side.value
    if side.low is not None and side.high is not None:
        return side.low, side.high
    return None


def _bar(ends: _Ends, most: Decimal) -> Bar:
    """A figure begins at nought, a range where it begins."""
    low, high = ends
    return Bar(0.0 if low == high else float(100 * low / most), float(100 * high / most))
