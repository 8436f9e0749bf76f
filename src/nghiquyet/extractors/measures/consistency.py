"""Doubts about figures: shares that do not make a whole, a stretch below its firm figure, lists shorter than announced."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from nghiquyet.model import Diagnostic, Measure, Target
from nghiquyet.records import Mentions, Outline
from nghiquyet.text import patterns as re

# «15.5», «3.25»; not «1.500», not a date.
_POINT = re.compile(r"(?<![\w.,/])\d{1,3}\.\d{1,2}(?![\d./])")
_WHOLE = Decimal(100)
_ROUNDING = Decimal("0.15")
"""Shares are printed to one or two places."""
# «a) Về kinh tế (13 chỉ tiêu)», «05 chỉ tiêu».
_ANNOUNCED = re.compile(r"(?<![\w.,/])(?P<count>\d{1,2})\s+chỉ tiêu(?! (?:chủ yếu )?(?:đạt|vượt|chưa|không))")


def doubts(
    measures: Sequence[Measure], targets: Sequence[Target], outline: Outline, mentions: Sequence[Mentions]
) -> tuple[Diagnostic, ...]:
    """All doubts, in the order of the rules."""
    return (
        *unequal_to_whole(measures),
        *stretch_below_firm(measures),
        *decimal_points(measures),
        *_announced(targets, mentions),
    )


def unequal_to_whole(measures: Sequence[Measure]) -> list[Diagnostic]:
    """«Cơ cấu kinh tế: … 69%; … 20,2%; … 10,9%»: shares of one structure that sum to 100,1%."""
    found = []
    for (name, _), group in groupby(measures, key=lambda m: (m.indicator.text if m.indicator else "", m.container)):
        shares = [
            m for m in group if m.scope and m.value_kind == "share" and m.quantity and m.quantity.value is not None
        ]
        if len(shares) < 2 or not name.lower().startswith("cơ cấu"):
            continue
        total = sum((m.quantity.value for m in shares if m.quantity and m.quantity.value is not None), Decimal(0))
        if abs(total - _WHOLE) > _ROUNDING:
            found.append(
                Diagnostic(
                    code="measures.not_whole",
                    severity="warning",
                    params={"name": name, "total": f"{total.normalize():f}"},
                    span=shares[0].span,
                )
            )
    return found


def stretch_below_firm(measures: Sequence[Measure]) -> list[Diagnostic]:
    """«đạt 13,6% (phấn đấu đạt 12%)»."""
    by_id = {measure.id: measure for measure in measures}
    found = []
    for measure in measures:
        firm = by_id.get(measure.of or "") if measure.role == "stretch" else None
        if firm is None or firm.quantity is None or measure.quantity is None or measure.direction == "decrease":
            continue
        base, high = firm.quantity, measure.quantity
        firm_value, value = base.value or base.low, high.value or high.high
        if firm_value is not None and value is not None and value * high.scale < firm_value * base.scale:
            found.append(
                Diagnostic(
                    code="measures.stretch_below",
                    severity="warning",
                    params={"stretch": measure.text, "firm": firm.text},
                    span=measure.span,
                )
            )
    return found


def decimal_points(measures: Sequence[Measure]) -> list[Diagnostic]:
    """«15.5m» beside «19,5m»: a dot before one or two last digits groups no thousands and is read as a decimal point."""
    found = []
    for measure in measures:
        quantity = measure.quantity
        for match in _POINT.finditer(quantity.text) if quantity is not None else ():
            found.append(
                Diagnostic(
                    code="measures.decimal_point",
                    severity="warning",
                    params={"printed": match.group(), "read": match.group().replace(".", ",")},
                    span=measure.span,
                )
            )
    return found


def _announced(targets: Sequence[Target], mentions: Sequence[Mentions]) -> list[Diagnostic]:
    """«(13 chỉ tiêu)» in a heading, and another number of entries below it."""
    found: list[Diagnostic] = []
    if not targets:
        return found
    around: dict[str, set[str]] = {}
    for place in (one.place for one in mentions):
        for division in place.divisions[:-1]:
            around.setdefault(division.id, set()).add(place.divisions[-1].id)
    for one in mentions:
        place = one.place
        match = _ANNOUNCED.search(place.passage.text) if place.kind == "heading" else None
        if match is None or not place.divisions:
            continue
        inside = around.get(place.divisions[-1].id, set())
        count = sum(1 for target in targets if target.container in inside)
        if count and count != int(match["count"]):
            found.append(
                Diagnostic(
                    code="targets.announced",
                    severity="warning",
                    params={"announced": match["count"], "found": str(count)},
                    span=place.passage.span(match.start(), match.end()),
                )
            )
    return found
