"""Figures of two resolutions matched by what they measure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import Ambition, Match, MeasureChange, MeasureSide
from nghiquyet.comparison.figures import Difference, comparable_units, difference, family, side
from nghiquyet.comparison.indicators import (
    breakdowns_in,
    known_names,
    more_is_better,
    name_words,
    same_thing,
    scope_key,
)
from nghiquyet.comparison.likeness import Weights
from nghiquyet.comparison.preparation import Prepared
from nghiquyet.model import Measure
from nghiquyet.text.vietnamese import fold

_ACCEPTED, _SURE = 0.6, 0.75
"""Below the first score two figures are not matched; below the second the match is doubtful."""
_OTHER_ROLE = 0.2
_SAME_INDICATOR = 0.95
_WHOLE = 0.8
_ALL_BUT_EQUAL = 0.9
"""How alike a name with its breakdown must be to a name that holds both; a breakdown alone to a name."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of one document with what it is compared by."""

    measure: Measure
    side: MeasureSide
    words: dict[str, int]
    year: int | None
    """Years from the year its document is about to the year it is for: 0 for this year's target."""
    last: int | None
    """The year it is for."""


def figures(prepared: Prepared) -> list[Figure]:
    """The measures of a document, ready to be matched."""
    return [_figure(measure, prepared) for measure in prepared.document.measures]


def _figure(measure: Measure, prepared: Prepared) -> Figure:
    shown = side(measure)
    last = shown.period.end.year if shown.period and shown.period.end else None
    own = prepared.card.year
    away = None if last is None or own is None else last - own
    return Figure(measure, shown, dict(prepared.names[measure.id]), away, last)


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
                if left in free[0] or right in free[1] or not (same or (crossing and _may_cross(one, other))):
                    continue
                score, rule = likeness(one, other, weights)
                score -= _other_time(one, other, same_texts) + (0.0 if same else _OTHER_ROLE)
                if score >= _ACCEPTED:
                    # Order decides between equals: breakdowns stand in the same order in most texts.
                    place = abs(left / len(before) - right / len(after))
                    scores[left, right], rules[left, right] = score - 0.01 * place, rule
        for pair in best_pairs(scores):
            score = scores[pair]
            doubtful = score < _SURE or before[pair[0]].measure.role != after[pair[1]].measure.role
            found[pair] = Match(score=round(min(1.0, score), 3), rule=rules[pair], doubtful=doubtful)
    return found


def _may_cross(one: Figure, other: Figure) -> bool:
    """Whether figures of two roles may be one: what is no clear target, or one sentence read in two ways."""
    roles = {one.measure.role, other.measure.role}
    if roles in ({"target", "other"}, {"target", "stretch"}):
        return True
    return fold(f"{one.side.name} {one.side.text}") == fold(f"{other.side.name} {other.side.text}")


def likeness(one: Figure, other: Figure, weights: Weights) -> tuple[float, str]:
    """How surely two figures measure the same thing, and why; time and role left aside."""
    if family(one.side) != family(other.side):
        return 0.0, ""
    score, rule = _identity(one, other, weights)
    if score and not comparable_units(one.side, other.side):
        score -= 0.1 if rule in ("same_indicator", "same_name") else 0.25
    return score, rule


def _identity(one: Figure, other: Figure, weights: Weights) -> tuple[float, str]:
    first, second = one.measure.indicator_id, other.measure.indicator_id
    alike = name_likeness(one.words, other.words, weights)
    thing = same_thing(first, one.measure.scope)
    if first != second and thing and thing == same_thing(second, other.measure.scope):
        return _SAME_INDICATOR, "same_part"
    if not _same_scope(one, other):
        if bool(one.measure.scope) == bool(other.measure.scope):
            return 0.0, ""
        part, own = (one, other) if one.measure.scope else (other, one)
        return _as_breakdown(part, own, alike, weights)
    if breakdowns_in(one.words) != breakdowns_in(other.words):
        return 0.0, ""
    if first and first == second:
        return _SAME_INDICATOR + 0.05 * alike, "same_indicator"
    if fold(one.side.name) == fold(other.side.name):
        return 1.0, "same_name"
    if first and second:
        # Two entries of the table are two indicators, unless the printed names are all but equal.
        return (alike - 0.2 if alike > 0.9 else 0.0), "alike_name"
    known = max(
        (
            name_likeness(_bag(name), (other if first else one).words, weights)
            for name in known_names(first or second or "")
        ),
        default=0.0,
    )
    if known > alike:
        return _SAME_INDICATOR * known, "alike_known_name"
    return _SAME_INDICATOR * alike, "alike_name"


def _as_breakdown(part: Figure, own: Figure, alike: float, weights: Weights) -> tuple[float, str]:
    """What one text has as a breakdown the other may have as an indicator of its own.

    The words of name and breakdown together say it, or the breakdown alone is a name of the other («Nông, lâm nghiệp,
    thủy sản» of the structure of the economy): then another structure may have it too, and the match is doubtful.
    """
    if breakdowns_in(part.words) != breakdowns_in(own.words):
        return 0.0, ""
    names = [own.words, *map(_bag, known_names(own.measure.indicator_id or ""))]
    whole = max(alike, max(name_likeness(part.words, name, weights) for name in names))
    if whole >= _WHOLE:
        return _SAME_INDICATOR * whole, "same_words_of_breakdown"
    scope = _bag(name_words(part.measure.scope or ""))
    # «dân số nông thôn dùng nước hợp vệ sinh, trong đó dùng nước sạch» and «dân số nông thôn dùng nước sạch»: what is
    # counted stands in the breakdown, of whom in the name above it.
    held = min(_held(own.words, part.words, weights), _held(scope, own.words, weights))
    if len(scope) > 1 and held >= _WHOLE:
        return _SAME_INDICATOR * held, "same_words_of_breakdown"
    if (
        len(" ".join(scope).split()) > 1
        and max(name_likeness(scope, name, weights) for name in names) >= _ALL_BUT_EQUAL
    ):
        return _SURE - 0.01, "breakdown_is_indicator"
    return 0.0, ""


def _bag(words: Sequence[str]) -> dict[str, int]:
    return dict(Counter(words))


def name_likeness(one: dict[str, int], other: dict[str, int], weights: Weights) -> float:
    """The share of their words that two names have in common, rare words counting more."""
    total = weights.total(one) + weights.total(other)
    return 2 * weights.shared(one, other) / total if total else 0.0


def _held(part: dict[str, int], whole: dict[str, int], weights: Weights) -> float:
    """The share of the words of one that stand in the other."""
    total = weights.total(part)
    return weights.shared(part, whole) / total if total else 0.0


def _same_scope(one: Figure, other: Figure) -> bool:
    first, second = scope_key(one.measure.scope), scope_key(other.measure.scope)
    if first == second:
        return True
    if not first or not second:
        return False
    shorter, longer = sorted((set(first.split()), set(second.split())), key=len)
    return len(shorter & longer) >= 0.75 * len(longer)


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
            and scope_key(other.measure.scope) == scope_key(figure.measure.scope)
            and family(other.side) != family(figure.side)
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
