"""Prices a figure is reckoned in: «theo giá so sánh năm 2010», «(giá hiện hành)»."""

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.model import PriceBasis, PriceKind
from nghiquyet.text import patterns as re

_PRICES = re.compile(
    r"(?<!\w)(?:theo\s+)?giá\s+(?P<kind>so sánh|cố định|hiện hành|thực tế)(?:\s+(?:của\s+)?(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_KINDS: dict[str, PriceKind] = {
    "so sánh": "constant", "cố định": "constant", "hiện hành": "current", "thực tế": "current",
}  # fmt: skip
# Behind the figure the words stand next to it, or in the bracket that follows.
_BESIDE = re.compile(r"[\s(]*(?:tính\s+|[^\s,;()]+/[^\s,;()]+\s*\(?)?$")


def price_basis(reading: Reading) -> PriceBasis | None:
    """What is printed beside the figure or its name; a figure that bears the name of the one before shares its prices."""
    text = reading.text
    if text.find("giá ", reading.left[0], reading.right[1]) < 0:
        return _shared(reading)
    for match in _PRICES.finditer(text, *reading.right):
        if _BESIDE.match(text, reading.right[0], match.start()) is not None:
            return _basis(reading, match)
        break
    start = max(reading.left[0], text.rfind(";", *reading.left) + 1)
    found = list(_PRICES.finditer(text, start, reading.left[1]))
    if found:
        return _basis(reading, found[-1])
    return _shared(reading)


def _shared(reading: Reading) -> PriceBasis | None:
    before = reading.before
    return before.prices if before is not None and reading.indicator_span == before.indicator_span else None


def _basis(reading: Reading, match: re.Match[str]) -> PriceBasis:
    return PriceBasis(
        kind=_KINDS[" ".join(match["kind"].split())],
        year=int(match["year"]) if match["year"] else None,
        text=match.group(),
        span=reading.place.passage.span(match.start(), match.end()),
    )
