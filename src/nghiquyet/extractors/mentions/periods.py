"""Stretches of time in a passage: «năm 2025», «Quý I/2025», «trước ngày 30/6/2025», «giai đoạn 2021-2025», «hằng năm»."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from nghiquyet.model import Period, Precision, Span
from nghiquyet.records import PeriodMention
from nghiquyet.text import patterns as re
from nghiquyet.text.dates import DATE, date_of
from nghiquyet.text.numerals import roman_value

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/]|\s?[-–]\s?\d)"
# What makes a stretch of time an end: «xong trong Quý I/2025», «trước 31/12/2026», «chậm nhất …», «đến năm 2030».
_DUE_BEFORE = re.compile(
    r"(?:xong|hoàn thành|hoàn tất|dứt điểm|kết thúc|chậm nhất|muộn nhất|thời hạn|"
    r"thời gian hoàn thành)(?:\s+(?:trong|vào|trước|đến|là|ngày|hết|cuối|việc))*[\s:(]*$"
)
_DUE_AFTER = re.compile(r"\s*+(?:,\s*+)?(?:phải\s+|cơ bản\s+)?(?:hoàn thành|hoàn tất|xong|giải quyết dứt điểm)(?!\w)")


def quarter(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    """«Quý I/2025», «quý 1 năm 2026»."""
    number = roman_value(match["quarter"]) if not match["quarter"].isdecimal() else int(match["quarter"])
    if number is None or not 1 <= number <= 4:
        return None
    year = int(match["quarter_year"])
    return date(year, 3 * number - 2, 1), _month_end(year, 3 * number), "quarter"


def month(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    """«tháng 01/2026», «tháng 6 năm 2025»."""
    number, year = int(match["month"]), int(match["month_year"])
    return (date(year, number, 1), _month_end(year, number), "month") if 1 <= number <= 12 else None


def day(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    """«ngày 30/6/2025»."""
    value = date_of(match)
    return (value, value, "day") if value else None


def months_of_year(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    """«6 tháng đầu năm 2025», «9 tháng năm 2025», «6 tháng cuối năm 2025»."""
    count, year = int(match["count"]), int(match["part_year"])
    if not 1 <= count <= 11:
        return None
    precision: Precision = "half" if count == 6 else "range"
    if match["part"] == "cuối":
        return date(year, 13 - count, 1), date(year, 12, 31), precision
    return date(year, 1, 1), _month_end(year, count), precision


def years(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    """«giai đoạn 2021-2025», «nhiệm kỳ 2020-2025», «5 năm 2026-2030»."""
    first, last = int(match["from"]), int(match["until"])
    return (date(first, 1, 1), date(last, 12, 31), "range") if first <= last <= first + 60 else None


def year(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    """«năm 2025»."""
    value = int(match["year"])
    return date(value, 1, 1), date(value, 12, 31), "year"


PeriodRule = Callable[[re.Match[str]], tuple[date, date, Precision] | None]

PERIOD_RULES: tuple[tuple[PeriodRule, str], ...] = (
    (quarter, r"[Qq]uý\s+(?P<quarter>[IV]+|[1-4])\s*(?:/|,?\s+năm\s+)\s*(?P<quarter_year>20\d\d)(?!\d)"),
    (
        months_of_year,
        r"(?<!\d)(?P<count>\d{1,2})\s+tháng\s+(?:(?P<part>đầu|cuối)\s+)?năm\s+(?P<part_year>20\d\d)(?!\d)",
    ),
    (day, rf"(?:ngày\s+)?(?<![\d/.,]){DATE}"),
    (month, r"[Tt]háng\s+(?P<month>\d{1,2})(?:\s?/\s?|\s+năm\s+)(?P<month_year>20\d\d)(?!\d)"),
    (
        years,
        r"(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Tt]hời kỳ|(?<!\w)\d{1,2} năm|các năm)\s+(?P<from>(?:19|"
        r"20)\d\d)\s?[-–]\s?(?P<until>20\d\d)(?!\d)",
    ),
    (year, rf"[Nn]ăm\s+{_YEAR}"),
)
"""Longer readings first: a day holds a month, a month a year."""

_RULES = {f"is_{rule.__name__}": rule for rule, _ in PERIOD_RULES}
# One pattern, the reading that begins first and then the longest: «ngày 30 tháng 6 năm 2025» is a day.
# Their first letters stand in front: most places are passed over by one look.
_PERIOD = re.compile(
    rf"(?=[\dQqNnTtGgc])(?:{'|'.join(f'(?P<is_{rule.__name__}>{pattern})' for rule, pattern in PERIOD_RULES)})"
)
# Every stretch of time ends in a year: «Quý I/2025»; the words before it are looked at only there.
_CENTURIES = ("20", "19")
_BEFORE, _BEHIND = 30, 14
_YEAR_ALONE = re.compile(rf"[Nn]ăm {_YEAR}")

_BOUND = re.compile(
    r"(?:(?:[Tt]ừ nay\s+)?(?:[Đđ]ến|tới)(?:\s+(?:hết|cuối))?|[Tt]rước|[Cc]hậm nhất(?:\s+(?:là|vào|đến|trước))*|[Hh]ết|cuối|"
    r"[Tt]rong|vào)\s+$"
)

_BOUND_ENDS = (
    *("đến ", "tới ", "hết ", "cuối ", "trước ", "nhất ", "là ", "vào ", "trong "),
    *("Đến ", "Hết ", "Trước ", "Trong "),
)

# «hằng năm», «hàng tháng», «trước ngày 25 hằng tháng»: the rare letter comes first.
_EACH = re.compile(r"[ằà]ng\s+(?P<unit>năm|tháng|quý|tuần|ngày)(?!\w)")
# «trước ngày 25 hằng tháng», «Trước ngày 15 tháng 12 hàng năm», «trước 25/11 hằng năm».
_EACH_DAY = re.compile(r"(?<!\w)(?:[Tt]rước\s+)?(?:ngày\s+)?(?P<day>\d{1,2})(?:(?:\s+tháng\s+|/)\d{1,2})?\s+$")
_EVERY = re.compile(r"[Đđ]ịnh kỳ\s+(?P<count>\d{1,2})\s+tháng(?!\w)")
_DURATIONS: dict[str, tuple[str, Precision]] = {
    "năm": ("P1Y", "year"), "tháng": ("P1M", "month"), "quý": ("P3M", "quarter"), "tuần": ("P1W", "range"),
    "ngày": ("P1D", "day"),
}  # fmt: skip


def find_periods(text: str, span_of: Callable[[int, int], Span]) -> tuple[PeriodMention, ...]:
    """Every stretch of time in ``text``, in text order; ``span_of`` leads from its offsets to the source.

    «trước D» ends on the day before D; «đến D» ends with D and has no first day.
    """
    found: list[PeriodMention] = []
    behind = 0
    for first in _years(text):
        if first < behind:
            continue
        match = _plain_year(text, first, behind)
        if match is not None:
            rule: PeriodRule = year
        else:
            match = _PERIOD.search(text, max(behind, first - _BEFORE), first + 4 + _BEHIND)
            if match is None or match.lastgroup is None:
                continue
            rule = _RULES[match.lastgroup]
        bounds = rule(match)
        if bounds is None:
            continue
        behind = match.end()
        found.append(_mention(text, match, rule, bounds, span_of))
    if "hằng " in text or "hàng " in text or "Hằng " in text or "Hàng " in text:
        found += [mention for match in _EACH.finditer(text) if (mention := _each(text, match, span_of))]
    if "ịnh kỳ" in text:
        found += [
            _recurring(m.start(), m, f"P{int(m['count'])}M", "range", False, span_of) for m in _EVERY.finditer(text)
        ]
    found.sort(key=lambda mention: mention.start)
    return tuple(found)


def _years(text: str) -> list[int]:
    """Where four digits stand that may be a year."""
    starts: list[int] = []
    for century in _CENTURIES:
        position = text.find(century)
        while position >= 0:
            is_year = text[position + 2 : position + 4].isdecimal() and len(text) >= position + 4
            if is_year:
                starts.append(position)
            position = text.find(century, position + (4 if is_year else 1))
    starts.sort()
    return starts


def _plain_year(text: str, first: int, behind: int) -> re.Match[str] | None:
    """«năm 2025» with no month, quarter or day before it and no second year behind: four of five stretches of time."""
    if text[first - 1 : first] != " " or text[first - 4 : first - 1] not in ("năm", "Năm"):
        return None
    before = text[max(behind, first - _BEFORE) : first - 4]
    if "áng" in before or "uý" in before or before.endswith(("05 ", "5 ", "0 ", "các ")):
        return None
    return _YEAR_ALONE.match(text, first - 4)


def _each(text: str, match: re.Match[str], span_of: Callable[[int, int], Span]) -> PeriodMention | None:
    start = match.start() - 1
    if start < 0 or text[start] not in "hH" or (start and text[start - 1].isalnum()):
        return None
    duration, precision = _DURATIONS[match["unit"]]
    day_before = _EACH_DAY.search(text, max(0, start - 32), start)
    return _recurring(
        day_before.start() if day_before else start, match, duration, precision, day_before is not None, span_of
    )


def _recurring(
    start: int,
    match: re.Match[str],
    duration: str,
    precision: Precision,
    due: bool,
    span_of: Callable[[int, int], Span],
) -> PeriodMention:
    end = match.end()
    period = Period(text=match.string[start:end], precision=precision, recurrence=duration, span=span_of(start, end))
    return PeriodMention(start, end, period, due, "periods.recurring")


def _mention(
    text: str,
    match: re.Match[str],
    rule: PeriodRule,
    bounds: tuple[date, date, Precision],
    span_of: Callable[[int, int], Span],
) -> PeriodMention:
    start, end = match.span()
    first: date | None
    first, last, precision = bounds
    words = (
        _BOUND.search(text, max(0, start - 30), start)
        if text[max(0, start - 14) : start].endswith(_BOUND_ENDS)
        else None
    )
    start -= len(words.group()) if words else 0
    bound = words.group().lower() if words else ""
    due = _DUE_BEFORE.search(text, max(0, start - 50), start) is not None or bound.startswith("chậm nhất")
    if bound.startswith("trước"):
        first, last, due = None, bounds[0] - timedelta(days=1), True
    elif bound.startswith(("đến", "tới", "từ nay", "hết", "cuối", "chậm nhất")):
        first = None
    if rule is not years and _DUE_AFTER.match(text, end):
        due = True
    period = Period(text=text[start:end], start=first, end=last, precision=precision, span=span_of(start, end))
    return PeriodMention(start, end, period, due, f"periods.{rule.__name__}")


def _month_end(year_number: int, month_number: int) -> date:
    return date(year_number, month_number, monthrange(year_number, month_number)[1])
