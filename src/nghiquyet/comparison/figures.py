"""Figures beside each other: units made equal, differences in the right unit, or the reason why there is none."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nghiquyet.comparison.changes import MeasureSide, Refusal
from nghiquyet.lexicons import Table
from nghiquyet.model import Baseline, Measure, Period, ValueKind
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold

CONVERSIONS = Table("unit_conversions")

POINTS = "điểm phần trăm"
_CURRENCIES = frozenset({"VND", "USD", "EUR"})
_YEAR_BEFORE = re.compile(r"cùng kỳ|năm trước|năm ngoái")
_PER = re.compile(r"(?P<what>.+)/(?P<number>[\d.]+)\s*(?P<of>\D+)")
_FAMILIES: dict[ValueKind, str] = {
    "level": "amount", "count": "amount", "share": "amount", "rank": "rank", "growth": "growth", "change": "change",
    "ratio": "ratio", "none": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """What lies between two figures."""

    absolute: Decimal | None = None
    absolute_high: Decimal | None = None
    unit: str | None = None
    relative: Decimal | None = None
    converted: str | None = None
    refused: Refusal | None = None
    sign: int | None = None
    """Of the whole: 1 when the second figure lies above, -1 below, 0 at the same place; None when not known."""


def side(measure: Measure) -> MeasureSide:
    """A measure with its figure in base units."""
    quantity = measure.quantity
    scale = quantity.scale if quantity else Decimal(1)

    def scaled(number: Decimal | None) -> Decimal | None:
        return None if number is None else _plain(number * scale)

    period = measure.period or measure.deadline
    return MeasureSide(
        id=measure.id,
        name=measure.indicator.full if measure.indicator else measure.text,
        scope=measure.scope,
        role=measure.role,
        estimated=measure.estimated,
        value_kind=measure.value_kind,
        comparator=measure.comparator,
        direction=measure.direction,
        value=scaled(quantity.value) if quantity else None,
        low=scaled(quantity.low) if quantity else None,
        high=scaled(quantity.high) if quantity else None,
        whole=quantity.denominator if quantity else None,
        unit=quantity.unit_base if quantity else None,
        period=period,
        baseline=measure.baseline.text if measure.baseline else None,
        years_from_baseline=_years_from(measure.baseline, period),
        text=measure.text,
        span=measure.span,
    )


def _years_from(baseline: Baseline | None, period: Period | None) -> int | None:
    if baseline is None:
        return None
    if baseline.period is None:
        return 1 if _YEAR_BEFORE.search(fold(baseline.text)) else None
    start, end = baseline.period.end, period.end if period else None
    return end.year - start.year if start and end else None


def family(figure: MeasureSide) -> str:
    """What kinds of figures may be set against each other: amounts (levels, shares, counts), growth, changes, ranks."""
    known = _FAMILIES[figure.value_kind]
    if known == "ratio" and figure.direction in ("increase", "decrease"):
        # «vượt 5,2% dự toán» and «bằng 108% dự toán».
        return "growth"
    return "amount" if known == "ratio" and figure.unit == "%" else known


def difference(before: MeasureSide, after: MeasureSide) -> Difference:
    """``after`` less ``before``; a change is never set against a level, nor a sum in dong against one in dollars."""
    kinds = {family(before), family(after)}
    if len(kinds) > 1:
        moving = kinds & {"growth", "change", "ratio"} and kinds & {"amount", "rank"}
        return Difference(refused="change_against_level" if moving else "different_kinds")
    if before.value_kind == "change" and {before.direction, after.direction} == {"increase", "decrease"}:
        return Difference(refused="different_kinds")
    if family(before) in ("growth", "change", "ratio") and _other_baseline(before, after):
        return Difference(refused="different_baselines")
    one, other = _ends(before), _ends(after)
    if one is None or other is None:
        return Difference(refused="no_figure")
    unit, factor, converted, refused = _unit(before, after)
    if refused is not None:
        return Difference(refused=refused)
    if converted and before.whole and before.unit != "%":
        factor = Decimal(100) / before.whole
    if converted and after.whole and after.unit != "%":
        other = (other[0] * 100 / after.whole, other[1] * 100 / after.whole)
    one = (one[0] * factor, one[1] * factor)
    sign = 1 if other[0] > one[1] else -1 if other[1] < one[0] else 0 if one == other else None
    if (one[0] == one[1]) != (other[0] == other[1]):
        return Difference(unit=unit, converted=converted, refused="range_against_figure", sign=sign)
    low, high = _plain(other[0] - one[0]), _plain(other[1] - one[1])
    sign = None if low * high < 0 else (low + high > 0) - (low + high < 0)
    relative = None
    if one[0] == one[1] and one[0] > 0 and family(before) in ("amount", "ratio"):
        relative = _plain(round(low / one[0] * 100, 2))
    is_range = one[0] != one[1]
    return Difference(low, high if is_range else None, unit, relative, converted, None, sign)


def _other_baseline(before: MeasureSide, after: MeasureSide) -> bool:
    """«giảm 5% so với năm trước» and «giảm 30% so với năm 2020»: not the same way back."""
    years = before.years_from_baseline, after.years_from_baseline
    return None not in years and years[0] != years[1]


def _ends(figure: MeasureSide) -> tuple[Decimal, Decimal] | None:
    if figure.value is not None:
        return figure.value, figure.value
    return None if figure.low is None or figure.high is None else (figure.low, figure.high)


def comparable_units(before: MeasureSide, after: MeasureSide) -> bool:
    """Whether the units of two figures are equal or can be made so."""
    return _unit(before, after)[3] is None


def _unit(before: MeasureSide, after: MeasureSide) -> tuple[str | None, Decimal, str | None, Refusal | None]:
    """The unit of a difference, the factor for the earlier figure, what was converted, why nothing can be said."""
    first, second = before.unit, after.unit
    one = Decimal(1)
    if first == second:
        if before.whole != after.whole and before.whole and after.whole:
            # «17/99 xã» and «20/104 xã»: counts of different wholes.
            return None, one, None, "different_wholes"
        # «10%/năm» and «12%/năm» lie two points a year apart.
        return (POINTS + second[1:] if second and second[0] == "%" else second), one, None, None
    if first in _CURRENCIES and second in _CURRENCIES:
        return None, one, None, "different_currencies"
    percents = {first, second} & {"%", POINTS}
    if percents and ((before.whole and second == "%") or (after.whole and first == "%")):
        return POINTS, one, f"{first} → %" if before.whole else f"{second} → %", None
    if percents == {"%", POINTS} and before.value_kind in ("change", "growth"):
        return POINTS, one, None, None
    factor = _factor(first, second)
    if factor is None:
        return None, one, None, "different_units"
    return second, factor, f"{first} → {second}", None


def conversion(first: str | None, second: str | None) -> Decimal | None:
    """What a figure in the first unit is multiplied by to be in the second; None where that cannot be said."""
    return Decimal(1) if first == second else _factor(first, second)


def _factor(first: str | None, second: str | None) -> Decimal | None:
    if not first or not second:
        return None
    one, other = _PER.fullmatch(first), _PER.fullmatch(second)
    if one and other and one["what"] == other["what"] and one["of"] == other["of"]:
        return Decimal(other["number"].replace(".", "")) / Decimal(one["number"].replace(".", ""))
    table = _conversions()
    (to, into), (back, out) = table.get(first, (first, Decimal(1))), table.get(second, (second, Decimal(1)))
    return into / out if to == back else None


@cache
def _conversions() -> dict[str, tuple[str, Decimal]]:
    return {word: (row.text("to"), Decimal(row.text("factor"))) for row in CONVERSIONS.rows for word in row.words}


def _plain(number: Decimal) -> Decimal:
    """Without an exponent and without noughts behind the point."""
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()
