"""By when a task is due: the stretch of time of its sentence, or of a line below it, that sets an end."""

from nghiquyet.model import Period, Span
from nghiquyet.records import Mentions, Passage, PeriodMention
from nghiquyet.text import patterns as re

# The sentence ends, or what is done with the work follows: «… trong quý II năm 2026, gửi Bộ Xây dựng tổng hợp».
_CLOSING_TIME = re.compile(r"[\s*)\].;]*$|\s*[,;]\s*(?:gửi|báo cáo|trình|tổng hợp|để)(?!\w)")
_HORIZON = re.compile(
    r"(?:tầm nhìn|định hướng|mục tiêu|theo chuẩn|giai đoạn|kế hoạch|chiến lược|quy hoạch)\s+(?:đến\s+)?$"
)
_NAMED = re.compile(r"(?:Chiến lược|Kế hoạch|Chương trình|Đề án|Quy hoạch|Dự án|Nghị quyết|Kết luận)\s[^;:.]*$")
_REGULARLY = re.compile(r"[Đđ]ịnh kỳ\s+(?:vào\s+)?$")
_REPORTED = re.compile(r"(?:báo cáo|công bố)[^;]*$")
_REPORTS = re.compile(r"\s*,?\s*(?:báo cáo|tổng hợp|sơ kết|tổng kết|đánh giá|kiểm tra|gửi)(?!\w)")
_STAGE = re.compile(r"(?:Giai đoạn|Năm|Đến năm|Từ năm|Quý)\s[^:.;]{2,40}:")
_SHORT = ("day", "month", "quarter")
_FINISHES = re.compile(
    r"(?:[Hh]oàn thành|ban hành|công bố|phê duyệt|thông qua|trình|báo cáo|khởi công|đưa vào|xong|nghiệm thu|bàn giao)(?!\w)"
)


def read_deadline(
    mentions: Mentions | None, passage: Passage, start: int, end: int, cited: list[Span]
) -> Period | None:
    """The deadline of the sentence ``[start, end)`` of a passage; ``cited`` are the documents it cites, whose own
    dates set nothing."""
    if mentions is None or not mentions.periods:
        return None
    text = passage.text
    inside = [
        period
        for period in mentions.periods_between(start, end)
        if not _is_cited(passage.span(period.start, period.end), cited)
    ]
    for period in inside:
        if period.is_deadline and not _is_horizon(text, start, period):
            return period.period
    for period in inside:
        if _ends_the_sentence(text, start, period, end) or _is_end_of_year(text, start, period):
            return period.period
    for period in inside:
        if _is_regular(text, start, period, end):
            return period.period
    return None


def read_due(mentions: Mentions | None, start: int, end: int) -> Period | None:
    """The time of «Thời gian hoàn thành: …»: the one that sets an end, else the last named."""
    if mentions is None:
        return None
    inside = mentions.periods_between(start, end)
    due = [period for period in inside if period.is_deadline] or inside[-1:]
    return due[0].period if due else None


def read_stage(mentions: Mentions | None, text: str) -> Period | None:
    """The time of the label that opens a paragraph: «Giai đoạn 2021 - 2025: Hoàn thiện …»."""
    stage = _STAGE.match(text)
    return read_due(mentions, 0, stage.end()) if stage is not None else None


def _is_cited(span: Span, cited: list[Span]) -> bool:
    """Inside the name of a cited document: «Đề án “Phát triển … đến năm 2030”»."""
    return any(own.start <= span.start and span.end <= own.end for own in cited)


def _is_horizon(text: str, start: int, period: PeriodMention) -> bool:
    """«tầm nhìn đến năm 2050», «mục tiêu đến năm 2030», «Chiến lược … đến năm 2030»: where a plan looks, not when
    work is due."""
    if _HORIZON.search(text, max(start, period.start - 20), period.start) is not None:
        return True
    bare = period.period.precision in ("year", "range") and not text.startswith(("trước", "hết", "xong"), period.start)
    return bare and _NAMED.search(text, max(start, period.start - 160), period.start) is not None


def _ends_the_sentence(text: str, start: int, period: PeriodMention, end: int) -> bool:
    """«… báo cáo Thường trực Tỉnh ủy trong quý II/2026.», «hoàn thành mục tiêu … trong năm 2025.»"""
    if not text.startswith(("trong ", "vào "), period.start) or _CLOSING_TIME.match(text, period.end, end) is None:
        return False
    precision = period.period.precision
    return precision in _SHORT or (precision == "year" and _FINISHES.search(text, start, period.start) is not None)


def _is_end_of_year(text: str, start: int, period: PeriodMention) -> bool:
    """«phấn đấu đến năm 2027 …», «hết năm 2026»."""
    if period.period.recurrence is not None or period.period.start is not None or period.period.end is None:
        return False
    return not _is_horizon(text, start, period)


def _is_regular(text: str, start: int, period: PeriodMention, end: int) -> bool:
    """«định kỳ hằng tháng báo cáo …», «Hằng quý, báo cáo …»: due again and again."""
    if period.period.recurrence is None:
        return False
    if text.startswith(("định kỳ", "Định kỳ"), period.start):
        return True
    if _REGULARLY.search(text, max(start, period.start - 14), period.start) is not None:
        return True
    if period.start == start or text.endswith((", ", "; "), 0, period.start):
        return _REPORTS.match(text, period.end) is not None
    # «…; báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối hàng năm.»
    closing = _CLOSING_TIME.match(text, period.end, end) is not None
    return closing and _REPORTED.search(text, max(start, period.start - 160), period.start) is not None
