"""Which figures measure something: results, targets, plans; not norms, ages, frequencies and names."""

from typing import Literal

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.records import Place
from nghiquyet.text import patterns as re

Stance = Literal["normative", "planning", "other"]
"""What a State document is by its title: rules, a plan or a report, or neither."""

_STATING = frozenset(
    {
        "targets",
        "objectives",
        "tasks",
        "solutions",
        "results",
        "situation",
        "limits",
        "forecast",
        "viewpoint",
        "causes",
        "lessons",
    }
)
_OUTRIGHT = frozenset({"targets", "objectives", "results", "situation"})
# «quy định mức chi …», «ban hành định mức …», «một số cơ chế, chính sách đặc thù», «sửa đổi, bổ sung một số điều».
_RULES = re.compile(
    r"(?<!\w)(?:quy định|quy chế|định mức|nguyên tắc, tiêu chí|mức (?:chi|thu|hỗ trợ|phạt|tiền|kinh phí|trích)|lệ phí|học phí|phí|"
    r"chế độ|chính sách|cơ chế|bãi bỏ|sửa đổi|đặt tên|thành lập|địa giới)(?!\w)"
)
# «dự toán ngân sách năm 2006», «kế hoạch đầu tư phát triển», «kết quả thực hiện nhiệm vụ».
_PLANS = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|quyết toán|chỉ tiêu|nhiệm vụ|kết quả|tình hình|phân bổ|quy hoạch|chương trình (?:phát triển|mục tiêu|hành động)|mục tiêu|đề án|"
    r"phát triển kinh tế|biên chế)(?!\w)"
)
# A norm says what someone is paid or must do; it is no figure of a plan: «mức chi 500.000 đồng/người/ngày».
_NORM = re.compile(
    r"[Mm]ức (?:chi|thu|hỗ trợ|phạt|trích|đóng|bồi dưỡng|khoán)|(?:[Ll]ệ phí|[Pp]hí [a-zđ]\w+) (?:là|mức)|[Tt]hù lao|[Pp]hụ cấp|"
    r"phạt tiền"
)
_PLAN_CUE = re.compile(
    r"[Cc]hỉ tiêu|[Mm]ục tiêu|[Pp]hấn đấu|[Tt][ỷỉ] lệ|[Tt]ốc độ tăng|GRDP|GDP|[Ưư]ớc đạt|[Tt]hu ngân sách|"
    r"[Tt]ổng thu|[Tt]ổng chi|bình quân đầu người"
)
# «họp 2 lần», «ít nhất 1 lần/năm».
_FREQUENCY_UNITS = frozenset({"lần"})
# «dự án 5 triệu ha rừng»: the figure is a piece of a name.
_NAMED = re.compile(r"(?:[Dd]ự án|[Cc]hương trình|[Đđ]ề án|[Pp]hong trào)\s+$")


def stance_of(subject: str | None) -> Stance:
    """What kind of document a title announces; rules outweigh plans: «quy định nguyên tắc phân bổ vốn …»."""
    title = (subject or "").lower()
    if _RULES.search(title):
        return "normative"
    return "planning" if _PLANS.search(title) else "other"


def states_figures(place: Place, stance: Stance) -> bool:
    """Whether a passage of a State text states results, targets or plans, and not norms."""
    text = place.passage.text
    if _NORM.search(text):
        return False
    if stance == "normative":
        return not _OUTRIGHT.isdisjoint(place.roles)
    return stance == "planning" or not _STATING.isdisjoint(place.roles) or _PLAN_CUE.search(text) is not None


def is_measured(reading: Reading) -> bool:
    """Whether a figure has something that it measures."""
    if not any(character.isalpha() for character in reading.indicator) or reading.indicator.startswith("/"):
        return False
    mention = reading.mention
    if mention.start == mention.number_start and _NAMED.search(reading.text, max(0, mention.start - 14), mention.start):
        return False
    return not (mention.kind == "count" and (mention.unit_base or "").split("/")[0] in _FREQUENCY_UNITS)
