"""Values agree with one another and with the catalogue."""

from collections.abc import Iterator

from nghiquyet.diagnostics import CATALOGUE
from nghiquyet.formats.validation.facts import Facts


def quantities_agree_with_their_comparators(facts: Facts) -> Iterator[str]:
    """A range has two ends in order, any other figure one value; what is qualitative has none."""
    for measure in facts.document.measures:
        quantity = measure.quantity
        if quantity is None:
            if measure.comparator != "qualitative":
                yield f"{measure.id}: {measure.comparator} without a quantity"
            continue
        if measure.comparator == "qualitative":
            yield f"{measure.id}: qualitative with a quantity"
        ranged = quantity.low is not None and quantity.high is not None
        if ranged == (quantity.value is not None):
            yield f"{measure.id}: a quantity has a value, or low and high"
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            yield f"{measure.id}: low {quantity.low} is above high {quantity.high}"
        if quantity.scale <= 0:
            yield f"{measure.id}: scale {quantity.scale} is not positive"


def periods_run_forward(facts: Facts) -> Iterator[str]:
    """No period ends before it begins."""
    for where, period in facts.periods:
        if period.start is not None and period.end is not None and period.end < period.start:
            yield f"{where}: its period ends before it begins"


def diagnostics_are_catalogued(facts: Facts) -> Iterator[str]:
    """Every code has an entry, with the severity and the parameters of the entry."""
    for diagnostic in facts.document.diagnostics:
        entry = CATALOGUE.get(diagnostic.code)
        if entry is None:
            yield f"diagnostic {diagnostic.code!r} is not in the catalogue"
        elif entry.severity != diagnostic.severity or set(entry.params) != set(diagnostic.params):
            yield f"diagnostic {diagnostic.code}: severity and parameters are not those of the catalogue"
