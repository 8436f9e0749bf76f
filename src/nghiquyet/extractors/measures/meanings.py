"""What a figure means: its kind, its direction, its role, what it is compared with."""

import re

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.model import Baseline, Direction, MeasureRole, Period, ValueKind

_GROWTH_NAME = re.compile(
    r"(?:[Tt]ốc độ tăng|[Tt]ăng trưởng|[Mm]ức tăng|[Tt]ốc độ phát triển|[Nn]hịp độ tăng|[Tt]ốc độ đổi mới)"
)
_RATIO_NAME = re.compile(r"(?:[Cc]hỉ số sản xuất|[Cc]hỉ số giá|[Tt]ỷ lệ giải ngân|giải ngân)")
_INDEX_NAME = re.compile(r"[Cc]hỉ số")
_DECREASE_NAME = re.compile(r"^(?:[Mm]ức giảm|[Gg]iảm)\s")
_PER_POPULATION = re.compile(r"(?:/|trên\s+)(?:(?:1|một)\s+)?(?:10\.000|1\.000|100\.000|vạn)\s?dân")
_OF_PLAN = re.compile(r"^\s*(?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)")
_BASELINE = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?P<text>(?:so với|so|cao hơn|thấp hơn)\s+(?:cùng kỳ(?:\s+năm\s+(?:trước|\d{4}))?|năm\s+(?:trước|\d{4})|kế hoạch(?:\s+giao)?|dự toán(?:\s+\w+){0,2}|"
    r"bình quân[^,;.()]{0,40}|đầu\s+\w+|giai đoạn\s+\d{4}\s?-\s?\d{4}|nhiệm kỳ\s+trước|mục tiêu[^,;.()]{0,30}))"
)
_AVERAGE = re.compile(r"^\s*(?P<text>bình quân[^,;.()*]{2,40})")


def value_kind(reading: Reading) -> ValueKind:
    """level, share, growth, change, ratio, rank, count: «giảm 1,5%» is a change, «giảm còn 1,5%» a share."""
    kind = reading.mention.kind
    by = reading.mention.moves == "by"
    if kind == "rank":
        return "rank"
    if kind == "ratio" or reading.mention.moves == "ratio":
        return "ratio"
    if kind == "points":
        return "change"
    if kind == "percent":
        return _percent_kind(reading, by)
    if kind in ("money", "level") or _PER_POPULATION.search(reading.full):
        return "change" if by else "level"
    return "change" if by else "count"


def _percent_kind(reading: Reading, by: bool) -> ValueKind:
    name = reading.full or reading.indicator
    if _OF_PLAN.match(reading.right_text):
        return "ratio"
    if _GROWTH_NAME.match(name):
        return "growth"
    if _DECREASE_NAME.match(name):
        return "change"
    if _RATIO_NAME.match(name):
        return "ratio"
    if by:
        # «giảm 1,5%» of a share is a change in points; of an amount it is growth: «tăng 14,5% so với năm 2023».
        return "change" if re.match(r"[Tt][ỷỉ] (?:lệ|trọng|suất)", name) else _of_amount(reading)
    return "share"


def _of_amount(reading: Reading) -> ValueKind:
    increase = reading.mention.cues[0].lower().startswith(("tăng", "vượt"))
    return "growth" if increase or baseline(reading) is not None or reading.right_text.strip() else "change"


def direction(reading: Reading) -> Direction:
    """What is to happen to the indicator: reach, increase, decrease, maintain, complete; none for ranks and bare counts."""
    mention = reading.mention
    kind = mention.kind
    left = reading.left_text.rstrip()
    if kind == "rank":
        return "maintain" if re.search(r"[Dd]uy trì|[Gg]iữ", left) else "none"
    if mention.direction not in (None, "reach"):
        return mention.direction
    if _DECREASE_NAME.match(reading.full) or re.search(r"(?:[Cc]ắt giảm|[Gg]iảm)\s*$", left):
        return "decrease"
    whole = mention.value == 100 or (mention.denominator is not None and mention.value == mention.denominator)
    if whole and re.search(r"(?:xóa|xoá|xử lý|hoàn thành|giải quyết|bãi bỏ|hóa|toàn bộ)\s*$", left):
        # «Tỷ lệ … được xử lý 100%» is a level to reach; «xóa 100% nhà tạm» is work to complete.
        return "reach" if re.search(r"được\s+\w+(?:\s+\w+)?\s*$", left) else "complete"
    if reading.role == "achieved" and mention.direction is None and kind == "count":
        return "none"
    return "reach"


def baseline(reading: Reading, period: Period | None = None) -> Baseline | None:
    """«so với năm 2023» behind the figure, «gấp 2 lần bình quân chung cả nước»."""
    match = _BASELINE.match(reading.right_text)
    if match is None and reading.mention.kind == "ratio":
        match = _AVERAGE.match(reading.right_text)
    if match is None:
        return None
    start = reading.right[0] + match.start("text")
    end = start + len(match["text"])
    inside = next((mention.period for mention in reading.periods if start <= mention.start < end), None)
    return Baseline(text=match["text"].strip(), period=inside)


def stretch_of(reading: Reading) -> Reading | None:
    """The firm figure that a «phấn đấu» figure stands beside: «đạt 13,6% (phấn đấu đạt 14%-15%)»."""
    before = reading.before
    if before is None:
        return None
    left = reading.left_text
    if not re.search(r"[Pp]h[ấầâ]n [đd][ấầâ]u", left):
        return None
    alike = before.mention.kind == reading.mention.kind and before.full == reading.full
    return before if alike else None


def stated_role(reading: Reading) -> MeasureRole:
    """achieved or target by the section, the zone and the verb; other where neither says."""
    place = reading.place
    for role in place.roles:
        if role in ("results", "situation", "limits", "causes", "lessons"):
            return "achieved"
        if role in ("targets", "objectives", "tasks", "solutions", "implementation", "forecast", "viewpoint"):
            return "target"
    if place.zone in ("preamble", "footnote"):
        return "achieved"
    if reading.mention.cues and reading.mention.cues[0].lower().startswith("ước"):
        return "achieved"
    return "target"
