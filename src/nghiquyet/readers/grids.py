"""Ruled tables of a page: lines drawn across and down, and the cells between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

THIN = 3.0
"""Points: what is thicker is no rule."""
NEAR = 2.5
"""Points between two pieces of one rule."""
LEAST_RULE = 4.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line on a page, offsets growing to the right and downwards: ``at`` on one axis, a stretch of the other."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as rows and columns of its grid, half-open."""

    row: int
    column: int
    spanned: int
    opens: bool
    """A rule stands above it; otherwise it goes on from the row before."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its rules stand."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is inside."""
        return self.xs[0] - NEAR <= x <= self.xs[-1] + NEAR and self.ys[0] <= y <= self.ys[-1] + NEAR

    def parts(self, left: float, right: float, y: float) -> bool:
        """Whether a rule stands between two letters on a line."""
        return self.ys[0] <= y <= self.ys[-1] + NEAR and any(left - 1 <= x <= right + 1 for x in self.xs)

    def cells(self) -> Iterator[Cell]:
        """The cells, row by row."""
        for row, (top, bottom) in enumerate(pairwise(self.ys)):
            middle = (top + bottom) / 2
            drawn = [index for index, x in enumerate(self.xs) if _covers(self.down, x, middle)]
            for first, last in pairwise(drawn):
                opens = row == 0 or _covers(self.across, top, (self.xs[first] + self.xs[last]) / 2)
                yield Cell(row, first, last - first, opens)


def _covers(rules: Sequence[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= NEAR and rule.start - NEAR <= place <= rule.end + NEAR for rule in rules)


def find_grids(boxes: Sequence[tuple[float, float, float, float]]) -> list[Grid]:
    """The ruled tables among the boxes (left, top, right, bottom) that are drawn on a page, from the top down."""
    across = _joined(
        [Rule((top + bottom) / 2, left, right) for left, top, right, bottom in boxes if bottom - top <= THIN]
    )
    down = _joined(
        [Rule((left + right) / 2, top, bottom) for left, top, right, bottom in boxes if right - left <= THIN]
    )
    down.sort(key=lambda rule: rule.start)
    grids: list[Grid] = []
    group: list[Rule] = []
    reach = 0.0
    for rule in down:
        if group and rule.start > reach + NEAR:
            grids += _grid(group, across)
            group = []
        group.append(rule)
        reach = max(reach, rule.end) if len(group) > 1 else rule.end
    return grids + _grid(group, across)


def _grid(down: Sequence[Rule], across: Sequence[Rule]) -> list[Grid]:
    """The table of these rules; none where they part fewer than two columns or two rows."""
    if not down:
        return []
    top, bottom = min(rule.start for rule in down), max(rule.end for rule in down)
    xs = _places([rule.at for rule in down])
    own = [
        rule
        for rule in across
        if top - NEAR <= rule.at <= bottom + NEAR and rule.start < xs[-1] + NEAR and rule.end > xs[0] - NEAR
    ]
    ys = _places([rule.at for rule in own])
    if len(xs) < 3 or len(ys) < 3:
        return []
    return [Grid(xs, ys, tuple(own), tuple(down))]


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line put together; what stays shorter than a letter is none."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at), rule.start)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.at - rule.at) <= NEAR and rule.start <= last.end + NEAR:
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return [rule for rule in joined if rule.end - rule.start >= LEAST_RULE]


def _places(values: Sequence[float]) -> tuple[float, ...]:
    """Values that stand close together as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > NEAR:
            places.append(value)
    return tuple(places)
