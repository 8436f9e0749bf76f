"""The period a figure is for, and its deadline: printed beside it, governing it from a heading, or the resolution's own."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.model import Period
from nghiquyet.records import Mentions, OutlineDivision, PeriodMention, Place
from nghiquyet.records.mentions import START
from nghiquyet.text import patterns as re

_COMPARED = re.compile(r"so (?:với\s+)?(?:cùng kỳ\s+|cuối\s+|đầu\s+|(?:ước\s+)?thực hiện\s+|kế hoạch\s+|dự toán\s+)?$")
# «gấp 1,3 lần năm 2024», «gấp 2 lần so năm 2020».
_TIMES_MORE = re.compile(r"lần\s+(?:so\s+|so với\s+)?(?:cùng kỳ\s+)?$")
# «sớm đạt mục tiêu phát triển bền vững của Liên hợp quốc |đến năm 2030»: the time of the goals.
_OF_GOALS = re.compile(r"mục tiêu phát triển bền vững[^,;.]*$")
# «Nghị quyết số 57-NQ/TW |ngày 22/12/2024»: the day of a document.
_CITED_NUMBER = re.compile(r"\d[-–/][\w/\-–]*[A-ZĐ]\w*,?\s+$")
# «(theo chuẩn giai đoạn 2021-2025)»: the time of a norm, not of the figure.
_QUALIFIER = re.compile(r"(?:chuẩn|nghèo|đa chiều|theo|giá)\s+(?:\w+\s+){0,3}$")
# «Giai đoạn 2026-2030:», «- Đến năm 2025:», «đến năm 2030, phấn đấu».
_GOVERNS = re.compile(r"\s*+(?:\([^)]*+\)\s*+)?\**+\s*+:")
_TO_YEAR = re.compile(r"(?:[Tt]ừ nay )?[Đđ]ến (?:hết |cuối )?năm")
# «các mục tiêu, nhiệm vụ chính trị trọng tâm năm 2026».
_PLANNED = re.compile(r"(?:[Mm]ục tiêu|[Nn]hiệm vụ|[Cc]hỉ tiêu|[Pp]hương hướng|[Kk]ế hoạch)[^.;]{0,80}$")
# «III- NHIỆM VỤ, GIẢI PHÁP»: a title that no division was made of ends what an earlier one set.
_TITLE = re.compile(r"\W*[IVX]+\s?\\?[.\-–]")
# «Chương trình phát triển đô thị … đến năm 2020 và định hướng đến năm 2030».
_ORIENTED = re.compile(r"(?:[Đđ]ịnh hướng đến|ĐỊNH HƯỚNG ĐẾN)(?: hết| HẾT)? (?:năm|NĂM) (20\d\d)")
_NUMBERED = re.compile(r"(?:[Ss]ố\s+\S{1,30}|(?:NQ|CT|KL|QĐ|CTr|KH)[/-]\S+)\s*,?\s*(?:ngày\s+)?$")
# «- Giai đoạn 2025-2027» over items.
_ALONE = re.compile(r"\W*(?:[Gg]iai đoạn|[Nn]ăm|[Nn]hiệm kỳ)\s[\d\s–-]{4,12}\W*")
_STAGED = re.compile(r"\W*(?:[Gg]iai đoạn|[Đđ]ến năm|[Nn]ăm)\s[\d\s–-]{4,12}\s\+\s")
_OPENING = re.compile(r"\W*(?:\d{1,2}[.)]\s+)?(?:(?:[Pp]hấn đấu|[Mm]ục tiêu|[Tt]rong)\s*)?")
# What a sentence after one about another time begins with.
_NEW_AIM = re.compile(r"(?<!\w)(?:[Pp]hấn đấu|[Mm]ục tiêu|[Dd]ự kiến|[Dd]ự toán|[Hh]iện nay|[Tt]rong đó)(?!\w)")
MOST_BACK = 60
"""How many stretches of time back one that governs is looked for."""
_SHORT = 80
"""A passage no longer than this that names a period is a heading of what follows."""


@dataclass(slots=True)
class Governing:
    """The period that a heading or a run-in «Đến năm 2025:» sets for what follows it."""

    subject: Period | None
    year: int | None
    """The year of the document; what lies after it is not achieved."""
    issued: date | None = None
    """The day of the document; what ended before it is."""
    period: Period | None = None
    divisions: tuple[OutlineDivision, ...] = ()
    zone: str = ""
    lent: Period | None = None
    """``period`` as it is lent to figures that print none."""
    has_divisions: bool = False
    """The document has divisions: what stands before them opens it."""
    own: Period | None = field(init=False)
    """``subject`` as it is lent to figures that print none."""
    earlier: Period | None = field(init=False)
    """The year before ``subject``: what was achieved."""

    def __post_init__(self) -> None:
        subject = self.subject
        self.own = self.earlier = inferred(subject)
        if subject is not None and subject.precision == "range" and self.year is not None and subject.end is not None:
            # Results told in a plan for years to come are of a time before it; which, it does not say.
            self.earlier = self.own if subject.end.year <= self.year else None
        if subject is not None and subject.start is not None and subject.precision == "year":
            before = subject.start.year - 1
            self.earlier = Period(
                start=date(before, 1, 1), end=date(before, 12, 31), precision="year", origin="inferred"
            )

    def of(self, place: Place) -> Period | None:
        """The period that governs ``place``; None outside its reach."""
        if self.period is None or place.zone != self.zone:
            return None
        return self.period if place.divisions[: len(self.divisions)] == self.divisions else None

    def watch(self, mentions: Mentions) -> None:
        """Takes note of a heading, or of a short passage that ends in a colon, which names a period."""
        place = mentions.place
        text = place.passage.text
        heading = place.kind == "heading"
        if heading and not mentions.periods and len(place.divisions) <= len(self.divisions):
            # «VI. Nhu cầu vốn …» beside «III. …», under which «Đến năm 2020:» was set.
            self.period = None
        if not heading and _TITLE.match(text) and len(text) < 2 * _SHORT and not mentions.periods:
            self.period = None
            return
        if not heading and mentions.periods and _STAGED.match(text) is not None:
            # «- Giai đoạn 2025-2027 + 100% …», on one line with the first of the items under it.
            self.period, self.zone, self.divisions = mentions.periods[0].period, place.zone, place.divisions
            self.lent = inferred(self.period)
            return
        if not heading and (
            len(text) > _SHORT
            or not (text.rstrip(" *").endswith((":", "*")) or _TO_YEAR.search(text) or _ALONE.fullmatch(text))
        ):
            return
        named = [
            m
            for m in mentions.periods
            if m.period.recurrence is None and m.period.precision in ("year", "range", "half", "quarter")
        ]
        if len(named) == 1 and not mentions.quantities:
            self.period, self.zone = named[0].period, place.zone
            self.lent = inferred(self.period)
            self.divisions = (
                place.divisions if heading else place.divisions[:-1] if _is_item(place) else place.divisions
            )


def _is_item(place: Place) -> bool:
    return bool(place.divisions) and place.divisions[-1].kind == "item" and not place.divisions[-1].content[1:]


def governing(
    subject: Period | None,
    year: int | None,
    issued: date | None,
    all_mentions: Iterable[Mentions],
    horizon: Period | None = None,
) -> Governing:
    """Where a document starts: with the period of its title, or the one its preamble sets tasks for."""
    if subject is None:
        subject = next(
            (
                mention.period
                for mentions in all_mentions
                if mentions.place.zone in ("preamble", "body")
                for mention in mentions.periods
                if mention.period.precision in ("year", "range")
                and mention.period.start is not None
                and _PLANNED.search(mentions.place.passage.text, max(0, mention.start - 100), mention.start)
            ),
            None,
        )
    context = Governing(subject, year, issued)
    if (
        horizon is not None
        and subject is not None
        and subject.end is not None
        and subject.end < (horizon.end or subject.end)
    ):
        context.own = horizon
    return context


def horizon_of(title: str | None) -> Period | None:
    """«… đến năm 2020 và định hướng đến năm 2030»: what a plan prints no time for is for all of it; a vision
    («tầm nhìn») lies beyond."""
    found = _ORIENTED.search(title) if title else None
    return Period(end=date(int(found[1]), 12, 31), precision="year", origin="inferred") if found else None


def times_of(reading: Reading, context: Governing) -> tuple[Period | None, Period | None]:
    """The period a figure is for and its deadline; the period is inferred where the sentence prints none."""
    text = reading.text
    first = bisect_left(reading.periods, reading.left[0], key=START)
    around = reading.periods[first : bisect_left(reading.periods, reading.right[1], first, key=START)]
    near = [m for m in around if _is_near(reading, m) and not _is_other(text, m) and not _is_cited(text, m)]
    deadline = next((mention.period for mention in near if mention.is_deadline), None)
    behind = [mention for mention in near if mention.start >= reading.mention.end and not _is_of_next(reading, mention)]
    ahead = [mention for mention in near if mention.start < reading.mention.start]
    taken = [mention for mention in ahead if reading.before is not None and mention.start - reading.left[0] <= 2]
    own = [mention for mention in ahead if mention not in taken]
    run_in = _run_in(reading)
    told = reading.before or reading.last
    reading.governed = run_in or (told.governed if told is not None else None)
    for mention in (*reversed(own), *behind, *reversed(taken)):
        if mention.period.recurrence is None:
            return mention.period, deadline or (mention.period if _sets_end(mention.period) else None)
    if run_in is not None:
        return run_in, deadline
    heading = context.of(reading.place)
    if heading is not None:
        return context.lent, deadline
    if (
        reading.governed is not None
        and _NEW_AIM.search(reading.text, reading.sentence[0], reading.mention.start) is None
    ):
        return inferred(reading.governed), deadline
    return None, deadline


def inferred_period(reading: Reading, context: Governing) -> Period | None:
    """The resolution's own period, or for what was achieved the year before; none for what only gives the context."""
    if reading.role == "other":
        return None
    # What had been planned, told among results, was for their time.
    past = reading.role == "achieved" or reading.place.roles[:1] == ("results",)
    return context.earlier if past else context.own


def order_of(period: Period | None, context: Governing) -> int:
    """1: the period ends after the year of the document; -1: it ended before what the document is about; 0: unknown."""
    if period is None or period.end is None:
        return 0
    if context.year is not None and period.end.year > context.year:
        return 1
    if context.issued is not None and period.end < context.issued:
        return -1
    subject = context.subject
    if subject is not None and subject.start is not None and period.end < subject.start:
        return -1
    return 0


def inferred(period: Period | None) -> Period | None:
    """``period`` as something that is not printed beside the figure."""
    return period and period.model_copy(update={"text": None, "span": None, "origin": "inferred"})


def _is_near(reading: Reading, mention: PeriodMention) -> bool:
    return mention.start < reading.mention.start or ";" not in reading.text[reading.right[0] : mention.start]


def _is_of_next(reading: Reading, mention: PeriodMention) -> bool:
    """«vốn đầu tư đạt 100 nghìn tỷ đồng, thu ngân sách đến năm 2025 đạt 6.400 tỷ đồng»: a clause of its own."""
    text, following = reading.text, reading.next
    if following is None:
        return False
    comma = text.rfind(",", reading.mention.end, mention.start)
    return comma >= 0 and not any(mark in text[mention.end : following.start] for mark in ",;")


def _is_other(text: str, mention: PeriodMention) -> bool:
    before = max(0, mention.start - 30)
    return (
        _COMPARED.search(text, before, mention.start) is not None
        or _TIMES_MORE.search(text, before, mention.start) is not None
        or _QUALIFIER.search(text, before, mention.start) is not None
        or _OF_GOALS.search(text, max(0, mention.start - 80), mention.start) is not None
        or (mention.period.precision == "day" and _CITED_NUMBER.search(text, before, mention.start) is not None)
    )


def _is_cited(text: str, mention: PeriodMention) -> bool:
    """«Nghị quyết số 12-NQ/TU, ngày 17/11/2025 của …»: the day of a document."""
    if mention.period.precision != "day":
        return False
    return _NUMBERED.search(text, max(0, mention.start - 60), mention.start) is not None


def _sets_end(period: Period) -> bool:
    return period.text is not None and _TO_YEAR.match(period.text) is not None


def _run_in(reading: Reading) -> Period | None:
    """«Đến năm 2025: …; …»: the last period before the figure that opens its sentence or stands before a colon."""
    periods = reading.periods
    behind = bisect_left(periods, reading.mention.start, key=START)
    for mention in reversed(periods[max(0, behind - MOST_BACK) : behind]):
        if mention.period.recurrence is None and (
            _opens(reading, mention) or _GOVERNS.match(reading.text, mention.end)
        ):
            return mention.period
    return None


def _opens(reading: Reading, mention: PeriodMention) -> bool:
    """«Phấn đấu đến năm 2030, tốc độ …», «…; đến năm 2030, quy mô kinh tế …»: it stands before all that the clause says."""
    first = max(reading.sentence[0], mention.start - _SHORT)
    start = max(first, reading.text.rfind(";", first, mention.start) + 1)
    return _OPENING.fullmatch(reading.text, start, mention.start) is not None
