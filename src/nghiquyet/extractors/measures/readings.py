"""A figure with the words around it: what the rules of measures look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.model import Direction, MeasureRole, Period, PriceBasis
from nghiquyet.records import Passage, PeriodMention, Place, QuantityMention

_REACHED = ("lên", "xuống", "còn")


@dataclass(slots=True)
class Reading:
    """One figure while it is read. Offsets are offsets into the passage."""

    place: Place
    mention: QuantityMention
    sentence: tuple[int, int]
    left: tuple[int, int]
    """Words between the figure before (or the start of the sentence) and this one."""
    right: tuple[int, int]
    """Words up to the next figure or the end of the sentence."""
    bracketed: bool
    """It stands in brackets behind another figure."""
    before: "Reading | None"
    """The figure before it in the same sentence."""
    last: "Reading | None" = None
    """The last figure of the sentence before."""
    indicator: str = ""
    indicator_span: tuple[int, int] | None = None
    full: str = ""
    base: str = ""
    """The full name before what this figure alone adds to it (Mức tăng …, … so với kế hoạch)."""
    scope: str | None = None
    of: "Reading | None" = None
    role: MeasureRole = "other"
    periods: Sequence[PeriodMention] = field(default_factory=tuple)
    """All periods of the passage."""
    period: Period | None = None
    """What the figure is for, once that is known."""
    direction: Direction | None = None
    moves: str = ""
    """by, to, ratio: of its verb, or of the verb it shares with the figure before."""
    origin: tuple[int, int] | None = None
    """«từ 20%» of «tăng từ 20% lên 25%»."""
    next: QuantityMention | None = None
    """The figure after it in the same sentence."""
    named_behind: bool = False
    grows: bool = False
    """«khu vực dịch vụ dự ước tăng trưởng 6,09%»: the noun of growth stands behind what ends the name."""
    estimated: bool = False
    """«Quy mô kinh tế ước năm 2025 đạt …»: the estimate stands before the figure's own words."""
    named_in: Passage | None = None
    """The cell that prints the name, in a table."""
    is_reported: bool = False
    """It stands in a column of results."""
    is_planned: bool = False
    """«… cao hơn so với chỉ tiêu 1,7 tỷ USD»: what was planned, told beside what was reached."""
    is_none_below: bool = False
    """«không có tỉnh, thành phố đạt dưới 60%»: at least that much in each."""
    is_part: bool = False
    """It stands in a «trong đó» list; ``of`` is its whole."""
    is_contrast: bool = False
    """«(cùng kỳ năm 2016 đạt 5,83%)»: told to compare with."""
    per: str | None = None
    """«mỗi trạm y tế có 4-5 bác sĩ»: what the figure is per."""

    whole: "Reading | None" = None
    """The figure of an earlier passage whose parts the list around it gives."""
    lead: str = ""
    """The passage before, where it ends in a colon."""
    lender: "Reading | None" = None
    """The figure whose name this one bears, where that stands in another passage."""
    prices: PriceBasis | None = None
    """«theo giá so sánh năm 2010»: the prices it is reckoned in."""
    ranked: str = ""
    """Whose rank it is, shared by the ranks that follow."""
    listed: bool = False
    """One of several behind a name and a colon: «…: đô thị 96%, nông thôn 82%»."""
    stated_move: str = ""
    """«giảm» of a name that ends in it: «Tỷ lệ hộ nghèo giảm bình quân/năm: 2%»."""
    told: Period | None = None
    """The period that the text gives it: printed beside it, or beside the figure whose name it shares."""
    governed: Period | None = None
    """The period that opened its clause, or the sentence before: «Đến năm 2030, quy mô … đạt …. Tỷ lệ đô thị hóa đạt 40%.»"""
    deed: str = ""
    """«thu gom và xử lý» before the first of several shares: what is done to each."""
    titled: bool = False
    """Named by the run-in title of its item: «1. Tỷ lệ đô thị hóa: 33,5%»."""

    text: str = field(init=False)
    """The whole passage."""
    left_text: str = field(init=False)
    """The words before the figure."""
    right_text: str = field(init=False)
    """The words behind the figure."""

    def __post_init__(self) -> None:
        text = self.text = self.place.passage.text
        self.left_text = text[self.left[0] : self.left[1]]
        self.right_text = text[self.right[0] : self.right[1]]

    @property
    def title(self) -> str:
        """The run-in title of the item whose text begins with this passage; empty elsewhere."""
        place = self.place
        if place.kind != "block" or not place.divisions:
            return self.lead
        division = place.divisions[-1]
        first = division.content[0] if division.content else None
        return division.heading.text if division.heading is not None and first is place.block else self.lead


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
    last: Reading | None = None
    for start, end in sentences:
        inside: list[QuantityMention] = []
        origins: dict[int, tuple[int, int]] = {}
        while index < len(mentions) and mentions[index].start < end:
            mention = mentions[index]
            if inside and _is_where_it_began(inside[-1], mention, text):
                origins[id(mention)] = (inside[-1].start, inside.pop().end)
            inside.append(mention)
            index += 1
        previous: Reading | None = None
        for position, mention in enumerate(inside):
            origin = origins.get(id(mention))
            left_start = inside[position - 1].end if position else start
            left_end = origin[0] if origin else mention.start
            right_end = inside[position + 1].start if position + 1 < len(inside) else end
            following = origins.get(id(inside[position + 1])) if position + 1 < len(inside) else None
            reading = Reading(
                place=place,
                mention=mention,
                sentence=(start, end),
                left=(left_start, left_end),
                right=(mention.end, following[0] if following else right_end),
                bracketed=_in_brackets(text, start, mention.start),
                before=previous,
                last=last,
                periods=periods,
                direction=mention.direction,
                moves=mention.moves,
                origin=origin,
                next=inside[position + 1] if position + 1 < len(inside) else None,
            )
            readings.append(reading)
            previous = reading
        last = previous or last
    return readings


def _is_where_it_began(first: QuantityMention, second: QuantityMention, text: str) -> bool:
    """«tăng từ 20% lên 25%», «giảm từ 5,2% (2020) xuống còn 1%»: the first figure is what the second is compared with."""
    return (
        bool(first.cues)
        and first.cues[-1] == "từ"
        and first.value is not None
        and first.unit_base == second.unit_base
        and bool(second.cues)
        and second.cues[0].startswith(_REACHED)
        and second.start - first.end < 20
        and ";" not in text[first.end : second.start]
    )


def _in_brackets(text: str, start: int, position: int) -> bool:
    return text.rfind("(", start, position) > text.rfind(")", start, position)
