"""What a figure means: its kind, its direction, its role, what it is compared with."""

from bisect import bisect_left

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.mentions.units import unit_patterns
from nghiquyet.model import Baseline, Direction, MeasureRole, ValueKind
from nghiquyet.records.mentions import START
from nghiquyet.text import patterns as re

_GROWTH_NAME = re.compile(
    r"[Tt][ỷỉ] lệ (?:tăng|phát triển|gia tăng) |[Tt]ốc độ (?:tăng|phát triển|đổi mới)|[Tt]ăng trưởng|[Mm]ức tăng trưởng|[Nn]hịp độ tăng|"
    r".*(?<!vào)\stăng trưởng(?:\s+bình quân)?$"
)
_RATIO_NAME = re.compile(r"[Cc]hỉ số (?:sản xuất|giá|phát triển)|(?:[Tt][ỷỉ] lệ )?giải ngân")
_INDEX_NAME = re.compile(r"[Cc]hỉ số")
# A share or a rate falls by points; an amount by a part of itself.
_RATE_NAME = re.compile(
    r"(?:[Mm]ức (?:giảm|tăng|cắt giảm|kéo giảm) )?[Tt][ỷỉ] (?:lệ|trọng|suất)|(?:[Mm]ức (?:giảm|tăng) )?[Hh]ộ (?:nghèo|cận nghèo)"
)
_DECREASE_NAME = re.compile(r"(?:[Mm]ức giảm|[Gg]iảm|[Mm]ức cắt giảm|[Tt][ỷỉ] lệ (?:cắt )?giảm)\s")
_PER_POPULATION = re.compile(r"(?:/|trên\s+)(?:(?:1|một)\s+)?(?:10\.000|1\.000|100\.000|vạn)\s?dân")
_OF_PLAN = re.compile(r"\s*(?:so (?:với\s+)?)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)")
_BASELINE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?P<text>(?:so với|so|cao hơn|thấp hơn)\s+(?:cùng kỳ(?:\s+năm\s+(?:trước|\d{4}))?|"
    r"năm\s+(?:trước|\d{4})|"
    r"kế hoạch(?:\s+giao)?|dự toán(?:\s+\w+){0,2}|bình quân[^,;.()]{0,40}|đầu\s+\w+|cuối\s+\w+(?:\s+\d{4})?|"
    r"giai đoạn\s+\d{4}\s?-\s?\d{4}|(?:ước\s+)?thực hiện(?:\s+năm\s+\d{4})?|"
    r"nhiệm kỳ\s+trước|mục tiêu[^,;.()]{0,30}))"
)
_COMPARED = re.compile(
    r"(?P<text>so với\s+(?:cùng kỳ(?:\s+năm\s+(?:trước|\d{4}))?|năm\s+(?:trước|\d{4})|đầu\s+(?:năm|nhiệm kỳ)))"
)
_THAN_YEAR = re.compile(r"\s*(?P<text>(?:cùng kỳ\s+)?năm\s+(?:trước|\d{4}))")
_AVERAGE = re.compile(r"\s*(?P<text>bình quân[^,;.()*]{2,40})")
_KEPT = re.compile(r"[Dd]uy trì|[Gg]iữ")
_LESS = re.compile(r"(?:[Cc]ắt giảm|[Gg]iảm)\s*$")
_DONE = re.compile(
    r"(?:[Xx](?:óa|oá|ử lý)|[Hh]oàn thành|[Gg]iải quyết|[Bb]ãi bỏ|hóa|hoá|[Tt]oàn bộ|[Pp]hủ kín|[Đđ]óng cửa)\s*$"
)
_STRETCH = re.compile(r"[Pp]h[ấầâ]n [đd][ấầâ]u")
_TARGET_CUE = re.compile(r"[Pp]h[ấầâ]n đấu|[Mm]ục tiêu|[Tt]ối thiểu|[Íí]t nhất|[Đđ]ến năm 20\d\d")
_PAST_CUE = re.compile(
    r"(?<!\w)(?<!so với )(?:đã|ước|[Kk]ết quả(?= đạt| thực hiện|,|:| là)|[Tt]rong năm qua|[Nn]hiệm kỳ qua|thực hiện(?=\s*$))(?!\w)"
)
# A sentence that compares with last year, or estimates, tells what was reached.
_LIKE_LAST = re.compile(r"(?<!\w)so (?:với )?cùng kỳ|(?<!\w)(?<!so với )[Ưư]ớc (?:đạt|thực hiện)")
_PAST_ROLES = frozenset({"results", "situation", "limits", "causes", "lessons"})
_COMING_ROLES = frozenset({"targets", "objectives", "tasks", "solutions", "implementation", "forecast", "viewpoint"})


def value_kind(reading: Reading) -> ValueKind:
    """level, share, growth, change, ratio, rank, count: «giảm 1,5%» is a change, «giảm còn 1,5%» a share."""
    kind = reading.mention.kind
    by = reading.moves == "by"
    if kind == "rank":
        return "rank"
    if kind == "ratio" or reading.moves == "ratio":
        return "ratio"
    if kind == "points":
        return "change"
    if kind == "percent":
        return _percent_kind(reading, by)
    if kind in ("money", "level") or (kind == "count" and _PER_POPULATION.search(reading.full)):
        if reading.per or "mỗi" in reading.full or (kind == "level" and _counts(reading)):
            return "change" if by else "count"
        return "change" if by else "level"
    return "change" if by else "count"


def _counts(reading: Reading) -> bool:
    """«4-5 bác sỹ/trạm y tế»: people at one place are counted; «/10.000 dân» is a level."""
    base, _, per = (reading.mention.unit_base or "").partition("/")
    if per == "năm":
        # «giải quyết việc làm mới từ 15.000 - 17.000 lao động/năm».
        unit = unit_patterns().units.get(base)
        return unit is not None and unit.kind == "count"
    return per in ("trạm y tế", "lớp", "xã", "huyện") and base not in ("VND", "USD", "m2", "ha")


def _percent_kind(reading: Reading, by: bool) -> ValueKind:
    name = reading.full or reading.indicator
    if _OF_PLAN.match(reading.right_text):
        return "ratio"
    if (reading.mention.unit_base or "").endswith("/năm") and (by or reading.direction is None):
        return "change" if _RATE_NAME.match(name) and (by or not _GROWTH_NAME.match(name)) else "growth"
    if _GROWTH_NAME.match(name):
        return "growth"
    if by:
        # «giảm 1,5%» of a share is a change in points; of an amount it is growth: «tăng 14,5% so với năm 2023».
        return "change" if _RATE_NAME.match(name) or not name else "growth"
    if _DECREASE_NAME.match(name) and reading.moves != "to":
        return "change" if _RATE_NAME.match(name) else "growth"
    if _RATIO_NAME.match(name) and reading.of is None:
        return "ratio"
    return "level" if _INDEX_NAME.match(name) else "share"


def direction(reading: Reading) -> Direction:
    """What is to happen to the indicator: reach, increase, decrease, maintain, complete; none for ranks and bare counts."""
    mention = reading.mention
    left = reading.left_text.rstrip()
    if mention.kind == "rank":
        return "maintain" if _KEPT.search(left) else "none"
    if reading.direction is not None and reading.direction != "reach":
        return reading.direction
    if (_DECREASE_NAME.match(reading.full) and reading.moves != "to") or _LESS.search(left):
        return "decrease"
    whole = mention.value == 100 or (mention.denominator is not None and mention.value == mention.denominator)
    # «Tỷ lệ … được xử lý 100%» is a level to reach; «xóa 100% nhà tạm» is work to complete.
    if (
        whole
        and reading.direction is None
        and (reading.named_behind or left.endswith("toàn bộ"))
        and _DONE.search(left)
    ):
        return "complete"
    if reading.role == "achieved" and reading.direction is None and mention.kind == "count":
        return "none"
    return "reach"


def baseline(reading: Reading) -> Baseline | None:
    """«so với năm 2023» behind the figure, «Giảm … so với năm trước … đạt 1,5%», «từ 20%» of «từ 20% lên 25%»."""
    if reading.origin is not None:
        start, end = reading.origin
        return Baseline(text=reading.text[start:end])
    match = _BASELINE.match(reading.right_text)
    offset = reading.right[0]
    if match is None and reading.mention.kind == "ratio":
        # «gấp 1,3 lần năm 2024».
        match = _THAN_YEAR.match(reading.right_text)
    if match is None and reading.mention.kind == "ratio":
        match = _AVERAGE.match(reading.right_text)
    if match is None and (reading.moves == "by" or reading.mention.kind == "points"):
        behind = _COMPARED.search(reading.text, reading.right[0], reading.sentence[1]) if reading.named_behind else None
        match = behind if behind is not None and ";" not in reading.text[reading.right[0] : behind.start()] else None
        if match is None:
            match = _COMPARED.search(reading.text, *reading.left)
        offset = 0
    if match is None:
        return None
    start, end = offset + match.start("text"), offset + match.end("text")
    first = bisect_left(reading.periods, start, key=START)
    inside = next((mention.period for mention in reading.periods[first : first + 1] if mention.start < end), None)
    return Baseline(text=match["text"].strip(), period=inside)


def stretch_of(reading: Reading) -> Reading | None:
    """The firm figure that a «phấn đấu» figure stands beside: «đạt 13,6% (phấn đấu đạt 14%-15%)»."""
    before = reading.before
    if before is None or not _STRETCH.search(reading.left_text) or reading.named_behind:
        return None
    alike = (
        before.mention.kind == reading.mention.kind and before.full == reading.full and before.scope == reading.scope
    )
    return before if alike else None


# «Hội đồng nhân dân tỉnh quyết nghị thông qua tổng thu 10.367,7 tỷ đồng», «được Hội đồng nhân dân tỉnh giao là 26.811 tỷ đồng».
_PLANNED = re.compile(
    r"(?<!\w)(?:quyết nghị(?: thông qua)?|(?:được|dự toán|kế hoạch)\s(?:[^,;.]{0,60}\s)?giao(?: là|,|:)?\s)"
)
_CARRIED_OUT = re.compile(r"(?<!\w)(?:[Ưư]ớc|[Tt]hực hiện|đạt|bằng|tăng|giảm|vượt)(?!\w)")


def _is_planned(reading: Reading) -> bool:
    """What a council or a ministry had set, told where results are."""
    if reading.mention.kind not in ("money", "level", "count") or reading.mention.moves:
        return False
    start = max(reading.sentence[0], reading.mention.number_start - AROUND)
    set_by = _PLANNED.search(reading.text, start, reading.mention.number_start)
    return set_by is not None and _CARRIED_OUT.search(reading.text, set_by.end(), reading.mention.number_start) is None


AROUND = 800
"""Characters of a sentence on either side of a figure in which a verb speaks for it: longer ones are lists."""


def stated_role(reading: Reading, order: int, opens: bool = False) -> MeasureRole:
    """achieved or target by the section, the zone and the verb.

    ``opens``: it stands before the first division of a text that has divisions.
    ``order``: its period lies after the document's year (1), or before what the document is about (-1).
    """
    place = reading.place
    if reading.is_planned or reading.is_reported:
        return "target" if reading.is_planned else "achieved"
    if _is_planned(reading):
        return "target"
    if reading.mention.part:
        return "achieved" if reading.mention.part == "achieved" else "target"
    asked = place.roles[:1] in (("tasks",), ("solutions",), ("implementation",)) and reading.mention.comparator in (
        "ge",
        "gt",
    )
    if order < 0 and not asked:
        return "other" if reading.is_contrast else "achieved"
    for role in place.roles:
        if role in _PAST_ROLES:
            return "achieved"
        if role in _COMING_ROLES:
            return "other" if reading.is_contrast else "target"
    if order > 0:
        return "target"
    first, last = reading.sentence
    left = reading.text[max(first, reading.mention.number_start - AROUND) : reading.mention.number_start]
    wanted = _TARGET_CUE.search(left) is not None
    like_last = (max(first, reading.mention.start - AROUND), min(last, reading.mention.end + AROUND))
    if not wanted and _LIKE_LAST.search(reading.text, *like_last):
        return "achieved"
    if place.zone in ("preamble", "footnote"):
        return "target" if wanted and not _PAST_CUE.search(left) else "achieved"
    if _PAST_CUE.search(left):
        return "target" if wanted else "achieved"
    if opens and not wanted:
        # «Mỗi năm các công trường thải ra khoảng 29 triệu tấn phế thải»: why the resolution is made.
        return "other"
    told = reading.before or reading.last
    return "achieved" if told is not None and told.role == "achieved" and not wanted else "target"
