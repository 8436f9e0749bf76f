"""What holds of comparisons whatever is compared."""

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import MeasureSide
from nghiquyet.comparison.figures import difference
from nghiquyet.comparison.likeness import Weights
from nghiquyet.model import Span

PLACES = st.integers(0, 4)
SCORES = st.dictionaries(st.tuples(PLACES, PLACES), st.integers(600_000, 1_000_000).map(lambda n: n / 1_000_000))
FIGURES = st.builds(
    MeasureSide,
    id=st.just("m_1"),
    name=st.just("Diện tích rừng"),
    role=st.just("target"),
    value_kind=st.sampled_from(["level", "share", "count", "growth", "change", "rank"]),
    comparator=st.just("eq"),
    direction=st.sampled_from(["reach", "increase", "decrease"]),
    value=st.integers(1, 10**9).map(Decimal),
    unit=st.sampled_from(
        ["%", "ha", "km2", "m2", "VND", "USD", "người", "lao động", "giường/10.000 dân", "hạng", None]
    ),
    text=st.just("đạt"),
    span=st.just(Span(start=0, end=3)),
)
WORDS = st.dictionaries(st.sampled_from(["rừng", "hộ", "nghèo", "xã", "chuẩn", "thu"]), st.integers(1, 3))


def _total(pairs: list[tuple[int, int]], scores: dict[tuple[int, int], float]) -> float:
    return sum(scores[pair] for pair in pairs)


@given(SCORES)
def test_no_other_assignment_scores_more(scores: dict[tuple[int, int], float]) -> None:
    """Each place is used once; trying every order finds nothing better."""
    pairs = best_pairs(scores)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    best = max(
        _total([(left, right) for left, right in enumerate(order) if (left, right) in scores], scores)
        for order in itertools.permutations(range(5))
    )
    assert abs(_total(pairs, scores) - best) < 1e-4


@given(FIGURES, FIGURES)
def test_a_difference_turned_round(one: MeasureSide, other: MeasureSide) -> None:
    """The same refusal both ways; the sign turns, and so does the difference where nothing was converted."""
    forth, back = difference(one, other), difference(other, one)
    assert forth.refused == back.refused
    assert (forth.absolute is None) == (forth.refused is not None)
    if forth.absolute is not None and back.absolute is not None and forth.sign is not None and back.sign is not None:
        assert forth.sign == -back.sign
        if forth.converted is None:
            assert forth.absolute == -back.absolute


@given(FIGURES)
def test_a_figure_beside_itself(one: MeasureSide) -> None:
    """No difference."""
    assert difference(one, one).absolute == 0
    assert difference(one, one).sign == 0


@given(WORDS, WORDS)
def test_likeness_is_a_share(one: dict[str, int], other: dict[str, int]) -> None:
    """Between 0 and 1, the same both ways; a bag is like itself and holds itself."""
    weights = Weights([list(one), list(other)])
    first, second = weights.bag(one), weights.bag(other)
    assert 0 <= weights.likeness(first, second) <= 1 + 1e-9
    assert abs(weights.likeness(first, second) - weights.likeness(second, first)) < 1e-9
    if one:
        assert abs(weights.likeness(first, first) - 1) < 1e-9
        assert abs(weights.held(first, first) - 1) < 1e-9
