"""What earlier passages lend to a figure: the whole whose parts a list gives, the words that lead to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.records import OutlineDivision, Place
from nghiquyet.text import patterns as re

# «Tổng thu ngân sách: 1.260 tỷ đồng. Bao gồm:», «Mạng lưới đô thị: khoảng 64.455 tỷ đồng, gồm:».
_OPENS_LIST = re.compile(r"(?:[Tt]rong đó|[Gg]ồm|[Bb]ao gồm|[Cc]hia ra|[Pp]hân theo[^:;.]{0,40})\s*:[\s*]*$")
_LONGEST_LEAD = 160


@dataclass(slots=True)
class Surroundings:
    """State of one pass over a document, in text order."""

    wholes: list[tuple[tuple[OutlineDivision, ...], Reading]] = field(default_factory=list)
    """Figures whose parts are being listed, outermost first, each with the divisions that the list stands in."""
    lead: str = ""
    """A short passage that ends in a colon: «Thành phố Cao Lãnh:» before «khoảng 17.151 tỷ đồng»."""
    divisions: tuple[OutlineDivision, ...] = ()
    """The divisions of the passage before."""
    last: Reading | None = None
    """The last figure before."""

    def whole_of(self, place: Place) -> Reading | None:
        """The figure that a figure in ``place`` is a part of."""
        while self.wholes:
            divisions, whole = self.wholes[-1]
            if place.divisions[: len(divisions)] == divisions:
                first = place.divisions[-1].content[:1] if place.divisions else ()
                opens = (
                    place.kind == "heading" or bool(self.lead_of(place)) or (bool(first) and first[0] is place.block)
                )
                return whole if len(place.divisions) > len(divisions) and opens else None
            self.wholes.pop()
        return None

    def lead_of(self, place: Place) -> str:
        """The words that lead to the first figure of ``place``, where the passage before ends in a colon."""
        return self.lead if place.divisions == self.divisions and place.kind == "block" else ""

    def watch(self, place: Place, readings: Sequence[Reading]) -> None:
        """Takes note of a passage, after its figures are read."""
        text = place.passage.text
        self.divisions = place.divisions
        closes = text.rstrip(" *").endswith(":")
        if readings:
            self.last = readings[-1]
        self.lead = text if closes and not readings and len(text) <= _LONGEST_LEAD else ""
        if closes and _OPENS_LIST.search(text) and self.last is not None and self._is_near(place, self.last):
            self.wholes.append((place.divisions, self.last))

    @staticmethod
    def _is_near(place: Place, last: Reading) -> bool:
        return last.place.divisions == place.divisions[: len(last.place.divisions)] and last.mention.kind in (
            "money",
            "count",
            "level",
        )
