"""A figure with the words around it: what the rules of measures look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.model import MeasureRole
from nghiquyet.records import PeriodMention, Place, QuantityMention


@dataclass(slots=True)
class Reading:
    """One figure while it is read. Offsets are offsets into the passage."""

    place: Place
    mention: QuantityMention
    sentence: tuple[int, int]
    left: tuple[int, int]
    """Words between the figure before (or the start of the clause) and this one."""
    right: tuple[int, int]
    """Words up to the next figure or the end of the clause."""
    bracketed: bool
    """It stands in brackets behind another figure."""
    before: "Reading | None"
    """The figure before it in the same sentence, or in the sentence before when this one stands in a list."""
    indicator: str = ""
    indicator_span: tuple[int, int] | None = None
    full: str = ""
    scope: str | None = None
    of: "Reading | None" = None
    role: MeasureRole = "other"
    periods: Sequence[PeriodMention] = field(default_factory=tuple)

    @property
    def left_text(self) -> str:
        """The words before the figure."""
        return self.place.passage.text[self.left[0] : self.left[1]]

    @property
    def right_text(self) -> str:
        """The words behind the figure."""
        return self.place.passage.text[self.right[0] : self.right[1]]


def readings_of(
    place: Place,
    mentions: Sequence[QuantityMention],
    sentences: Sequence[tuple[int, int]],
    periods: Sequence[PeriodMention],
) -> list[Reading]:
    """One reading for each figure of a passage, in text order."""
    text = place.passage.text
    readings: list[Reading] = []
    index = 0
    for start, end in sentences:
        inside = []
        while index < len(mentions) and mentions[index].start < end:
            inside.append(mentions[index])
            index += 1
        previous: Reading | None = None
        for position, mention in enumerate(inside):
            left_start = inside[position - 1].end if position else start
            right_end = inside[position + 1].start if position + 1 < len(inside) else end
            reading = Reading(
                place=place,
                mention=mention,
                sentence=(start, end),
                left=(left_start, mention.start),
                right=(mention.end, right_end),
                bracketed=_in_brackets(text, start, mention.start),
                before=previous,
                periods=[period for period in periods if start <= period.start < end],
            )
            readings.append(reading)
            previous = reading
    return readings


def _in_brackets(text: str, start: int, position: int) -> bool:
    return text.rfind("(", start, position) > text.rfind(")", start, position)
