"""Figures of two resolutions matched by what they measure."""

from collections.abc import Sequence

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import Ambition, Match, MeasureChange, MeasureSide
from nghiquyet.comparison.figures import Difference, difference
from nghiquyet.comparison.indicators import more_is_better
from nghiquyet.comparison.likeness import Weights
from nghiquyet.comparison.resemblance import SURE, Figure, likeness
from nghiquyet.text.vietnamese import fold

ACCEPTED = 0.6
"""Below this score two figures are not matched."""
_OTHER_ROLE = 0.2


def match_measures(
    before: Sequence[Figure], after: Sequence[Figure], weights: Weights, same_texts: bool
) -> dict[tuple[int, int], Match]:
    """The pairs that measure the same thing, in the best assignment; figures of one role first, then those left over.

    ``same_texts`` says that both are about one year: then a figure for 2030 goes with a figure for 2030.
    """
    found: dict[tuple[int, int], Match] = {}
    for crossing in (False, True):
        free = {left for left, _ in found}, {right for _, right in found}
        scores: dict[tuple[int, int], float] = {}
        rules: dict[tuple[int, int], str] = {}
        for left, one in enumerate(before):
            for right, other in enumerate(after):
                same = one.measure.role == other.measure.role
                if (
                    left in free[0]
                    or right in free[1]
                    or not (same or (crossing and _may_cross(one, other, same_texts)))
                ):
                    continue
                score, rule = likeness(one, other, weights)
                score -= _other_time(one, other, same_texts) + (0.0 if same else _OTHER_ROLE)
                if score >= ACCEPTED:
                    # Order decides between equals: breakdowns stand in the same order in most texts.
                    place = abs(left / len(before) - right / len(after))
                    scores[left, right], rules[left, right] = score - 0.01 * place, rule
        for pair in best_pairs(scores):
            score = scores[pair]
            doubtful = score < SURE or before[pair[0]].measure.role != after[pair[1]].measure.role
            found[pair] = Match(score=round(min(1.0, score), 3), rule=rules[pair], doubtful=doubtful)
    return found


def _may_cross(one: Figure, other: Figure, same_texts: bool) -> bool:
    """Whether figures of two roles may be one: what is no clear target, or one sentence of one year read in two ways."""
    roles = {one.measure.role, other.measure.role}
    if roles in ({"target", "other"}, {"target", "stretch"}):
        return True
    return same_texts and one.name == other.name and fold(one.side.text) == fold(other.side.text)


def _other_time(one: Figure, other: Figure, same_texts: bool) -> float:
    """What a pair loses when one figure is for another time of its plan than the other: 2030 and 2045, half a year."""
    lost = 0.0
    if one.last is not None and other.last is not None and one.last != other.last:
        if same_texts or one.year is None or other.year is None:
            lost = 0.0 if not same_texts and (one.year is None or other.year is None) else 0.4
        elif one.year != other.year:
            lost = 0.4
    first, second = one.side.period, other.side.period
    if (
        first
        and second
        and {first.precision, second.precision} & {"quarter", "half", "month"}
        and (first.precision != second.precision)
    ):
        lost += 0.15
    return lost


def changes(
    before: Sequence[Figure], after: Sequence[Figure], matches: dict[tuple[int, int], Match]
) -> tuple[MeasureChange, ...]:
    """Matched, added and dropped figures in the order of the later text; dropped ones behind their neighbour."""
    partner = {right: left for left, right in matches}
    taken = {left for left, _ in matches}
    found: list[MeasureChange] = []
    following: dict[int | None, list[int]] = {}
    anchor: int | None = None
    for left in range(len(before)):
        if left in taken:
            anchor = left
        else:
            following.setdefault(anchor, []).append(left)

    def dropped(behind: int | None) -> None:
        found.extend(
            _alone("dropped", before[left], [other for right, other in enumerate(after) if right not in partner])
            for left in following.get(behind, ())
        )

    dropped(None)
    for right, other in enumerate(after):
        place = partner.get(right)
        if place is None:
            found.append(_alone("added", other, [one for left, one in enumerate(before) if left not in taken]))
        else:
            found.append(_matched(before[place], other, matches[place, right]))
            dropped(place)
    return tuple(found)


def _alone(status: str, figure: Figure, others: Sequence[Figure]) -> MeasureChange:
    counterpart = next(
        (
            other
            for other in others
            if figure.measure.indicator_id
            and other.measure.indicator_id == figure.measure.indicator_id
            and other.measure.role == figure.measure.role
            and other.key == figure.key
            and other.family != figure.family
        ),
        None,
    )
    return MeasureChange(
        status="added" if status == "added" else "dropped",
        indicator_id=figure.measure.indicator_id,
        name=figure.side.name,
        scope=figure.measure.scope,
        before=None if status == "added" else figure.side,
        after=figure.side if status == "added" else None,
        refused=difference(figure.side, counterpart.side).refused if counterpart else None,
        counterpart=counterpart.measure.id if counterpart else None,
    )


def _matched(one: Figure, other: Figure, match: Match) -> MeasureChange:
    found = difference(one.side, other.side)
    identifier = other.measure.indicator_id or one.measure.indicator_id
    return MeasureChange(
        status="matched",
        indicator_id=identifier,
        name=other.side.name,
        scope=other.measure.scope or one.measure.scope,
        before=one.side,
        after=other.side,
        absolute=found.absolute,
        absolute_high=found.absolute_high,
        unit=found.unit,
        relative=found.relative,
        ambition=ambition(identifier, one.side, other.side, found),
        converted=found.converted,
        refused=found.refused,
        match=match,
    )


def ambition(identifier: str | None, before: MeasureSide, after: MeasureSide, found: Difference) -> Ambition | None:
    """Whether the later target asks for more; None where the polarity or the difference is not known, and for results."""
    more = more_is_better(identifier, after)
    if more is None or found.sign is None or {before.role, after.role} - {"target", "stretch"}:
        return None
    if found.sign == 0:
        return "kept"
    return "raised" if (found.sign > 0) == more else "lowered"
