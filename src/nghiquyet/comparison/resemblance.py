"""How surely two figures of two documents measure the same thing, and why; time and role left aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.comparison.changes import MeasureSide
from nghiquyet.comparison.figures import comparable_units, family, side
from nghiquyet.comparison.indicators import breakdowns_in, known_names, same_thing, scope_key
from nghiquyet.comparison.likeness import Bag, Weights
from nghiquyet.comparison.preparation import Prepared
from nghiquyet.comparison.wording import is_misread
from nghiquyet.model import Measure
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold

_SYLLABLE = re.compile(r"\w+")
SURE = 0.75
"""Below this score a match is doubtful."""
_SAME_INDICATOR = 0.95
_WHOLE = 0.8
_ALL_BUT_EQUAL = 0.9
"""How alike a name with its breakdown must be to a name that holds both; a breakdown alone to a name."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of one document with what it is compared by."""

    measure: Measure
    side: MeasureSide
    words: Bag
    """Of the name and the breakdown."""
    scope: Bag
    """Of the breakdown alone."""
    known: tuple[Bag, ...]
    """Of every name that the table has for the indicator."""
    name: str
    """The name in full as spelling variants share it."""
    syllables: tuple[str, ...]
    """Of the name."""
    key: str
    """The breakdown as its synonyms share it; empty for none."""
    thing: tuple[str, str] | None
    """What the table says it is, with the breakdown."""
    breakdowns: frozenset[str]
    """The breakdowns that name and scope speak of."""
    family: str
    year: int | None
    """Years from the year its document is about to the year it is for: 0 for this year's target."""
    last: int | None
    """The year it is for."""


def figures(prepared: Prepared, weights: Weights) -> list[Figure]:
    """The measures of a document, ready to be matched."""
    return [_figure(measure, prepared, weights) for measure in prepared.document.measures]


def _figure(measure: Measure, prepared: Prepared, weights: Weights) -> Figure:
    shown = side(measure)
    last = shown.period.end.year if shown.period and shown.period.end else None
    own = prepared.card.year
    words = prepared.names[measure.id]
    return Figure(
        measure,
        shown,
        words=weights.bag(words),
        scope=weights.bag(prepared.scopes[measure.id]),
        known=tuple(map(weights.bag, known_names(measure.indicator_id or ""))),
        name=(name := fold(shown.name)),
        syllables=tuple(_SYLLABLE.findall(name)),
        key=scope_key(measure.scope),
        thing=same_thing(measure.indicator_id, measure.scope),
        breakdowns=breakdowns_in(words),
        family=family(shown),
        year=None if last is None or own is None else last - own,
        last=last,
    )


def likeness(one: Figure, other: Figure, weights: Weights) -> tuple[float, str]:
    """A score from 0 to 1 and the rule that gave it."""
    if one.family != other.family:
        return 0.0, ""
    score, rule = _identity(one, other, weights)
    if score and not comparable_units(one.side, other.side):
        score -= 0.1 if rule in ("same_indicator", "same_name") else 0.25
    return score, rule


def _identity(one: Figure, other: Figure, weights: Weights) -> tuple[float, str]:
    first, second = one.measure.indicator_id, other.measure.indicator_id
    if first != second and one.thing and one.thing == other.thing:
        return _SAME_INDICATOR, "same_part"
    if not _same_scope(one, other):
        if bool(one.key) == bool(other.key):
            return 0.0, ""
        return _as_breakdown(one, other, weights) if one.key else _as_breakdown(other, one, weights)
    if one.breakdowns != other.breakdowns:
        return 0.0, ""
    alike = weights.likeness(one.words, other.words)
    if first and first == second:
        return _SAME_INDICATOR + 0.05 * alike, "same_indicator"
    if one.name == other.name:
        return 1.0, "same_name"
    if is_misread(one.syllables, other.syllables):
        return _SAME_INDICATOR, "same_name_misread"
    if first and second:
        # Two entries of the table are two indicators, unless the printed names are all but equal.
        return (alike - 0.2 if alike > 0.9 else 0.0), "alike_name"
    known = _best(one.known, other.words, weights) if first else _best(other.known, one.words, weights)
    if known > alike:
        return _SAME_INDICATOR * known, "alike_known_name"
    return _SAME_INDICATOR * alike, "alike_name"


def _best(names: Sequence[Bag], words: Bag, weights: Weights) -> float:
    return max((weights.likeness(name, words) for name in names), default=0.0)


def _as_breakdown(part: Figure, own: Figure, weights: Weights) -> tuple[float, str]:
    """What one text has as a breakdown the other may have as an indicator of its own.

    The words of name and breakdown together say it; or what is counted stands in the breakdown and of whom in the name
    above it («dân số nông thôn dùng nước hợp vệ sinh, trong đó dùng nước sạch», «dân số nông thôn dùng nước sạch»); or
    the breakdown alone is a name of the other («Nông, lâm nghiệp, thủy sản» of the structure of the economy): then
    another structure may have it too, and the match is doubtful.
    """
    if part.breakdowns != own.breakdowns:
        return 0.0, ""
    names = (own.words, *own.known)
    whole = _best(names, part.words, weights)
    if whole >= _WHOLE:
        return _SAME_INDICATOR * whole, "same_words_of_breakdown"
    if len(part.scope.words) > 1:
        held = min(weights.held(own.words, part.words), weights.held(part.scope, own.words))
        if held >= _WHOLE:
            return _SAME_INDICATOR * held, "same_words_of_breakdown"
    if len(" ".join(part.scope.words).split()) > 1 and _best(names, part.scope, weights) >= _ALL_BUT_EQUAL:
        return SURE - 0.01, "breakdown_is_indicator"
    return 0.0, ""


def _same_scope(one: Figure, other: Figure) -> bool:
    if one.key == other.key:
        return True
    if not one.key or not other.key:
        return False
    shorter, longer = sorted((set(one.key.split()), set(other.key.split())), key=len)
    return len(shorter & longer) >= 0.75 * len(longer)
