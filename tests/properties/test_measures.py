"""Figures: what is printed in any Vietnamese format is read back, and neighbours never change it."""

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nghiquyet import Measure, find_measures
from nghiquyet.extractors.mentions.cues import COMPARATORS
from nghiquyet.extractors.mentions.units import UNITS

_MAGNITUDES = {"": 0, "nghìn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12}
# «10 lần» is how often as well as how many times as much; units that want a word before them are read in the cases.
_PLAIN_UNITS = [row for row in UNITS.rows if "needs" not in row.cells and row.text("kind") != "ratio"]
_BOUNDS = {
    word: row.text("comparator") for row in COMPARATORS.rows if row.text("part") == "bound" for word in row.words
}
_VERBS = {
    word: ("by" if row.cells.get("by") else "to", row.text("direction"))
    for row in COMPARATORS.rows
    if row.text("part") == "verb"
    and not row.cells.get("ratio")
    and row.text("direction") in ("reach", "increase", "decrease")
    for word in row.words
    if "vượt" not in word
}
_LIMITING = {
    word: row.text("comparator")
    for row in COMPARATORS.rows
    if row.text("part") == "verb" and "comparator" in row.cells
    for word in row.words
}
"""«giảm dưới 10%» limits the figure as «dưới» does."""
_SENTENCES = (
    "Quốc phòng, an ninh được giữ vững.",
    "Tình hình kinh tế - xã hội ổn định;",
    "Công tác cán bộ được quan tâm.",
    "Văn hóa, giáo dục có chuyển biến tích cực;",
)

values = st.one_of(
    st.integers(1, 99_999_999).map(Decimal),
    st.decimals(min_value=Decimal("0.01"), max_value=Decimal(999_999), places=2),
    st.decimals(min_value=Decimal("0.1"), max_value=Decimal(9_999), places=1),
)


@st.composite
def printed_numbers(draw: st.DrawFn, value: Decimal) -> str:
    """``value`` with dots between thousands and a decimal comma, small whole numbers with a leading zero now and then."""
    whole, _, fraction = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if len(whole) > 4 or draw(st.booleans()) else whole
    if not fraction and len(whole) == 1 and draw(st.booleans()):
        return f"0{whole}"
    return f"{grouped},{fraction}" if fraction else grouped


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, Decimal, str, str]:
    """A number with its unit as printed, its value in base units, the unit's base and its kind."""
    row = draw(st.sampled_from(_PLAIN_UNITS))
    value = draw(values)
    number = draw(printed_numbers(value))
    magnitude = draw(st.sampled_from(sorted(_MAGNITUDES))) if row.text("kind") == "money" else ""
    blank = "" if row.text("kind") == "percent" and draw(st.booleans()) and row.words[0] == "%" else " "
    text = f"{number}{blank}{magnitude + ' ' if magnitude else ''}{row.words[0]}"
    return text, value.scaleb(_MAGNITUDES[magnitude]), row.text("base"), row.text("kind")


def _only(text: str) -> Measure:
    (measure,) = find_measures(text)
    return measure


@settings(deadline=None)
@given(figures(), st.sampled_from(sorted(_VERBS)), st.sampled_from(["", *sorted(_BOUNDS)]))
def test_a_rendered_figure_is_read_back(figure: tuple[str, Decimal, str, str], verb: str, bound: str) -> None:
    """Value, unit, comparator, and whether the verb moves by that much or to it."""
    text, value, base, kind = figure
    # «giảm dưới từ 10%» limits it twice: nobody writes so.
    assume(not (bound and verb in _LIMITING))
    measure = _only(f"Số liệu theo dõi {verb} {bound + ' ' if bound else ''}{text}.")
    quantity = measure.quantity
    assert quantity is not None and quantity.value is not None
    assert quantity.value * quantity.scale == value
    assert (quantity.unit_base or "").split("/")[0] == base.split("/")[0]
    wanted = _BOUNDS.get(bound) or _LIMITING.get(verb, "eq")
    assert measure.comparator == ("ge" if wanted == "from" else wanted)
    # «giảm dưới 10%» is to below it; «giảm 10%» is by that much.
    moves, direction = _VERBS.get(f"{verb} {bound}", _VERBS[verb])
    assert measure.direction == direction
    if kind != "points":
        assert (measure.value_kind in ("change", "growth")) == (moves == "by")


@settings(deadline=None)
@given(st.integers(1, 900), st.integers(1, 90), st.sampled_from(["-", " - ", "–", " đến ", "% - ", "%-", "% đến "]))
def test_a_rendered_range_is_read_back(low: int, width: int, joint: str) -> None:
    """«3-4%», «từ 3 đến 4%», «14%-15%»."""
    measure = _only(f"Tỷ lệ theo dõi đạt từ {low}{joint}{low + width}%.")
    quantity = measure.quantity
    assert quantity is not None
    assert (quantity.low, quantity.high, measure.comparator) == (low, low + width, "between")


@settings(deadline=None)
@given(
    figures(),
    st.lists(st.sampled_from(_SENTENCES), max_size=2),
    st.lists(st.sampled_from(_SENTENCES), max_size=2),
)
def test_what_stands_around_a_figure_never_changes_it(
    figure: tuple[str, Decimal, str, str], before: list[str], behind: list[str]
) -> None:
    """Whole sentences and clauses before and behind leave every field as it was, spans shifted."""
    clause = f"Số liệu theo dõi đạt trên {figure[0]}"
    alone = _only(f"{clause}.")
    text = " ".join([*before, f"{clause}.", *behind])
    (among,) = find_measures(text)
    shift = text.index(clause)
    assert among.span.start == alone.span.start + shift
    hidden = {"span": True, "fragments": True, "indicator": {"span"}}
    assert among.model_dump(exclude=hidden) == alone.model_dump(exclude=hidden)
