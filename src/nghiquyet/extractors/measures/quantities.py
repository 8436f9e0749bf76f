"""The quantity of a measure: what the figure's unit is per, read with the indicator's name."""

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.mentions.units import DENOMINATORS
from nghiquyet.model import Quantity
from nghiquyet.text import patterns as re

# «Số giường bệnh/10.000 dân đạt 36,4 giường»: the name holds what the figure is per.
_PER_POPULATION = re.compile(r"(?:/|trên\s+)(?:(?:1|một)\s+)?(?P<base>10\.000 dân|vạn dân|1\.000 dân|100\.000 dân)")


def quantity_of(reading: Reading) -> Quantity:
    """Value, unit and scale of a figure; ``unit_base`` holds what it is per, also where only the name prints that."""
    mention = reading.mention
    base, code = mention.unit_base, mention.unit_code
    per = _PER_POPULATION.search(reading.full) if "dân" in reading.full else None
    if base and "/" not in base:
        if per and mention.kind == "count" and mention.denominator is None:
            printed = "10.000 dân" if per["base"] == "vạn dân" else per["base"]
            base, code = f"{base}/{printed}", f"{code}/({_code(per['base'])})"
        elif reading.per is not None and (each := _code(reading.per)):
            base, code = f"{base}/{reading.per}", f"{code}/({each})"
    return Quantity(
        text=reading.text[mention.number_start : mention.end],
        value=mention.value,
        low=mention.low,
        high=mention.high,
        denominator=mention.denominator,
        unit=mention.unit or None,
        scale=mention.scale,
        unit_base=base,
        unit_code=code,
    )


def _code(word: str) -> str:
    return next((row.text("code") for row in DENOMINATORS.rows if word in row.words), "")
