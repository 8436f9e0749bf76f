"""Which figures measure something: results, targets, plans; not norms, ages, frequencies and names."""

import re

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.records import Place

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
# A norm says what someone is paid or must do; it is no figure of a plan: «mức chi 500.000 đồng/người/ngày».
_NORM = re.compile(
    r"[Mm]ức (?:chi|thu|hỗ trợ|phạt|trích|đóng|bồi dưỡng|khoán)|[Pp]hí|[Ll]ệ phí|[Tt]hù lao|[Pp]hụ cấp|phạt tiền"
)
_PLAN_CUE = re.compile(
    r"[Cc]hỉ tiêu|[Mm]ục tiêu|[Pp]hấn đấu|[Tt][ỷỉ] lệ|[Tt]ốc độ tăng|GRDP|GDP|[Ưư]ớc đạt|[Tt]hu ngân sách|"
    r"[Tt]ổng thu|[Tt]ổng chi|bình quân đầu người"
)
# «họp 2 lần», «ít nhất 1 lần/năm».
_FREQUENCY_UNITS = frozenset({"lần"})


def states_figures(place: Place) -> bool:
    """Whether a passage of a State text states results, targets or plans, and not norms."""
    text = place.passage.text
    if _NORM.search(text):
        return False
    return not _STATING.isdisjoint(place.roles) or _PLAN_CUE.search(text) is not None


def is_measured(reading: Reading) -> bool:
    """Whether a figure has something that it measures."""
    if not any(character.isalpha() for character in reading.indicator) or reading.indicator.startswith("/"):
        return False
    mention = reading.mention
    return not (mention.kind == "count" and (mention.unit_base or "").split("/")[0] in _FREQUENCY_UNITS)
