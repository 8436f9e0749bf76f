"""Results that a later resolution reports beside the targets that the earlier one set."""

from collections.abc import Sequence
from decimal import Decimal

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import Card, Match, MeasureSide, Outcome, Result
from nghiquyet.comparison.figures import Difference, difference
from nghiquyet.comparison.indicators import more_is_better
from nghiquyet.comparison.likeness import Weights
from nghiquyet.comparison.measures import ACCEPTED
from nghiquyet.comparison.resemblance import SURE, Figure, likeness


def results(before: Sequence[Figure], after: Sequence[Figure], later: Card, weights: Weights) -> tuple[Result, ...]:
    """Each target of the earlier text with the result of the ``later`` one for the same time, or «not reported».

    A firm figure and the stretch figure beside it are set against the same result."""
    reported = [figure for figure in after if figure.measure.role == "achieved"]
    told = {figure.last for figure in reported}
    found: list[Result] = []
    for role in ("target", "stretch"):
        targets = [figure for figure in before if figure.measure.role == role]
        due = [figure.last in told or _has_ended(figure, later) for figure in targets]
        found += _beside(targets, due, reported, weights)
    return tuple(sorted(found, key=lambda result: result.target.span.start))


def _has_ended(target: Figure, later: Card) -> bool:
    """Whether the time of a target was over when the later text was made; the plan for a year is made before it."""
    end = target.side.period.end if target.side.period else None
    if end is None:
        return True
    if later.date is not None and end <= later.date:
        return True
    year = later.year if later.year is not None else later.date.year + 1 if later.date else None
    return year is None or end.year < year


def _beside(
    targets: Sequence[Figure], due: Sequence[bool], reported: Sequence[Figure], weights: Weights
) -> list[Result]:
    scores: dict[tuple[int, int], float] = {}
    rules: dict[tuple[int, int], str] = {}
    for left, target in enumerate(targets):
        for right, result in enumerate(reported):
            if target.last is None or result.last is None or target.last != result.last:
                continue
            score, rule = likeness(target, result, weights)
            if score >= ACCEPTED:
                scores[left, right], rules[left, right] = score, rule
    partner = dict(best_pairs(scores))
    found = []
    for left, target in enumerate(targets):
        place = partner.get(left)
        if place is None:
            found.append(_result("not_reported", target, None, Difference(), None, due[left]))
            continue
        score = scores[left, place]
        match = Match(score=round(min(1.0, score), 3), rule=rules[left, place], doubtful=score < SURE)
        apart = difference(target.side, reported[place].side)
        found.append(_result(outcome(target, reported[place], apart), target, reported[place], apart, match, due[left]))
    return found


def outcome(target: Figure, result: Figure, apart: Difference) -> Outcome:
    """Met, missed or exceeded: by the comparator where it says which side is good, else by the indicator's polarity,
    else by the verb of the target («đạt», «giảm còn»).

    «trên 18.000» asks to be above: any figure above meets it. «đạt 4.900», «từ 95%» are met at the figure and exceeded
    beyond it. A range is met inside.
    """
    goal, reached = target.side, result.side
    low, high = _ends(goal)
    value = reached.value
    if apart.refused not in (None, "range_against_figure") or low is None or high is None:
        return "not_comparable"
    if value is None or apart.converted:
        return _by_sign(goal, target.measure.indicator_id or result.measure.indicator_id, apart)
    match goal.comparator:
        case "gt":
            return "met" if value > high else "missed"
        case "lt":
            return "met" if value < low else "missed"
        case "ge" | "le":
            if value == (low if goal.comparator == "ge" else high):
                return "met"
            return "exceeded" if (value > low) == (goal.comparator == "ge") else "missed"
    if low <= value <= high:
        return "met"
    more = _more_is_wanted(target.measure.indicator_id or result.measure.indicator_id, goal)
    if more is None:
        return "not_comparable"
    return "exceeded" if (value > high) == more else "missed"


def _more_is_wanted(identifier: str | None, goal: MeasureSide) -> bool | None:
    """Which side of a figure is beyond it. To reach or complete a figure is to ask for at least as much, as is to plan
    a number of things; a decrease to a figure asks for at most that, a decrease by it for at least that."""
    known = more_is_better(identifier, goal)
    if known is not None or goal.value_kind == "rank":
        return known
    match goal.direction:
        case "reach" | "increase" | "complete":
            return True
        case "decrease":
            return goal.value_kind in ("growth", "change")
    return True if goal.value_kind == "count" and goal.comparator == "eq" else None


def _by_sign(goal: MeasureSide, identifier: str | None, apart: Difference) -> Outcome:
    if apart.sign == 0:
        return "missed" if goal.comparator in ("gt", "lt") else "met"
    more = {"gt": True, "ge": True, "lt": False, "le": False}.get(goal.comparator, _more_is_wanted(identifier, goal))
    if apart.sign is None or more is None:
        return "not_comparable"
    if (apart.sign > 0) != more:
        return "missed"
    return "met" if goal.comparator in ("gt", "lt") else "exceeded"


def _ends(figure: MeasureSide) -> tuple[Decimal | None, Decimal | None]:
    return (figure.value, figure.value) if figure.value is not None else (figure.low, figure.high)


def _result(
    found: Outcome, target: Figure, result: Figure | None, apart: Difference, match: Match | None, due: bool
) -> Result:
    return Result(
        outcome=found,
        indicator_id=target.measure.indicator_id or (result.measure.indicator_id if result else None),
        name=target.side.name,
        scope=target.measure.scope,
        target=target.side,
        result=result.side if result else None,
        due=due,
        estimated=result.measure.estimated if result else False,
        absolute=apart.absolute,
        unit=apart.unit if apart.absolute is not None else None,
        relative=apart.relative,
        refused=apart.refused,
        match=match,
    )
