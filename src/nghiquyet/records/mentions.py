"""Things named in a passage, before they are facts: quantities, dates, agencies.

Offsets are offsets into the passage's text.
"""

from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from nghiquyet.model import Comparator, Direction, Level, Period

START = attrgetter("start")
"""Mentions stand in text order: what lies in a stretch is found by halving."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number or range with its unit: «trên 18.000 tỷ đồng», «14%-15%», «4.900 USD»."""

    start: int
    """Where the comparator words begin, or the number when there are none."""
    end: int
    """Behind the unit."""
    number_start: int
    """Where the number begins."""
    comparator: Comparator
    """eq, ge, gt, le, lt, between, approx: as the words beside the number say."""
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    denominator: Decimal | None
    unit: str | None
    """As printed, with its magnitude word."""
    scale: Decimal
    unit_base: str | None
    unit_code: str | None
    cues: tuple[str, ...] = ()
    """The words of the comparator, as printed, in order: («ước đạt», «khoảng»)."""
    rule: str = ""
    kind: str = "level"
    """What a figure in this unit is by itself: percent, points, ratio, money, level, count or rank."""
    direction: Direction | None = None
    """What the verb among the cues says is to happen; None without a verb."""
    moves: str = ""
    """«giảm 5» moves ``by``, «giảm còn 5» ``to``, «gấp 2 lần» is a ``ratio``; empty for other verbs and for none."""
    part: str = ""
    """``achieved`` or ``planned``: a side of «45.799/36.875 tỷ đồng»."""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A stretch of time: «năm 2025», «Quý I/2025», «trước ngày 25 hằng tháng»; ``period.span`` is in source offsets."""

    start: int
    end: int
    period: Period
    is_deadline: bool = False
    """The words themselves set an end («trước ngày …», «xong trong …», «đến năm …»)."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A body of the Party, the State or the Front: «Ban cán sự đảng UBND tỉnh», «các huyện ủy, thị ủy»."""

    start: int
    end: int
    name: str
    canonical: str | None = None
    code: str | None = None
    level: Level | None = None
    territory: str | None = None
    rule: str = ""
