"""Values agree with one another and with the catalogue."""

from collections.abc import Iterator

from nghiquyet.diagnostics import CATALOGUE, Problem, problem
from nghiquyet.formats.validation.facts import Facts


def quantities_agree_with_their_comparators(facts: Facts) -> Iterator[Problem]:
    """A range has two ends in order, any other figure one value; what is qualitative has none."""
    for measure in facts.document.measures:
        quantity = measure.quantity
        if quantity is None:
            if measure.comparator != "qualitative":
                yield problem("no_quantity", where=measure.id, comparator=measure.comparator)
            continue
        if measure.comparator == "qualitative":
            yield problem("qualitative", where=measure.id)
        ranged = quantity.low is not None and quantity.high is not None
        if ranged == (quantity.value is not None):
            yield problem("value_or_range", where=measure.id)
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            yield problem("low_high", where=measure.id, low=quantity.low, high=quantity.high)
        if quantity.scale <= 0:
            yield problem("scale", where=measure.id, scale=quantity.scale)


def periods_run_forward(facts: Facts) -> Iterator[Problem]:
    """No period ends before it begins."""
    for where, period in facts.periods:
        if period.start is not None and period.end is not None and period.end < period.start:
            yield problem("period", where=where)


def diagnostics_are_catalogued(facts: Facts) -> Iterator[Problem]:
    """Every code has an entry, with the severity and the parameters of the entry."""
    for diagnostic in facts.document.diagnostics:
        entry = CATALOGUE.get(diagnostic.code)
        if entry is None:
            yield problem("code", code=diagnostic.code)
        elif entry.severity != diagnostic.severity or set(entry.params) != set(diagnostic.params):
            yield problem("code_params", code=diagnostic.code)
