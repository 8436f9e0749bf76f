"""Ranks: «xếp thứ 4 toàn quốc», «nhóm 30 nước dẫn đầu thế giới về …»."""

from nghiquyet.extractors.measures.borders import EDGE
from nghiquyet.extractors.measures.full_names import set_name
from nghiquyet.extractors.measures.names import is_part
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.measures.scopes import same_indicator
from nghiquyet.text import patterns as re

_WHERE = re.compile(
    r"\s*(?:trong\s+|của\s+|dẫn đầu\s+|đứng đầu\s+)?(cả nước|toàn quốc|khu vực[^,;.()]*|vùng[^,;.()]*|thế giới|"
    r"Đông Nam Á|châu Á|ASEAN)"
)
_ABOUT = re.compile(r"về\s+([^;.()]+)")
# «vượt kịch bản đề ra, đứng thứ 4»: what is said of the figure before, and no name.
_SAID = re.compile(r"(?:vượt|tăng|giảm|đạt|cao hơn|thấp hơn|là)\s")

# «… về trí tuệ nhân tạo, trung tâm phát triển một số ngành»: another aim begins.
_NEXT_RANK = re.compile(r",\s+(?:trung tâm|là|trở thành|phấn đấu|đạt|đứng|nhóm|thuộc|xếp)\s.*$")
_SUBJECT = re.compile(r"\W*(Việt Nam|[Tt]ỉnh(?:\s[A-ZĐ]\w+){1,3}|[Tt]hành phố(?:\s[A-ZĐ]\w+){1,4})(?=\s)")


def name_rank(reading: Reading, start: int, end: int, before: Reading | None) -> None:
    """«xếp thứ 4 toàn quốc», «thuộc nhóm 30 nước dẫn đầu thế giới về đổi mới sáng tạo»."""
    if start < end and reading.text[start:end].strip(EDGE) and not _SAID.match(reading.text, start, end):
        set_name(reading, start, end)
    elif before is not None:
        same_indicator(reading, before)
    else:
        reading.indicator = reading.full = ""
    if before is not None and is_part(reading.left_text):
        reading.of = before
    right = reading.right_text
    # «nhóm 3 nước dẫn đầu Đông Nam Á, nhóm 50 nước đứng đầu thế giới về …»: one matter for both.
    stop = reading.text.find(";", reading.right[0], reading.sentence[1])
    about = _ABOUT.search(reading.text, reading.right[0], stop if stop >= 0 else reading.sentence[1])
    where = _WHERE.match(right)
    if about:
        inherited = not reading.full or (before is not None and reading.full in (before.full, before.base))
        opening = _SUBJECT.match(reading.text, reading.sentence[0]) if inherited else None
        who = (
            (before.ranked if before is not None else "") or (opening[1] if opening else "")
            if inherited
            else reading.full
        )
        reading.ranked = who
        matter = _NEXT_RANK.sub("", about[1])
        reading.indicator = matter.strip(EDGE)
        reading.indicator_span = (about.start(1), about.start(1) + len(matter.rstrip(EDGE)))
        reading.full = f"Thứ hạng{f' của {who}' if who else ''}{_among(where)} về {reading.indicator}"
    name = reading.full
    if name and not name.startswith("Thứ hạng"):
        reading.full = f"Thứ hạng {name}" + (f" trong {where[1].strip()}" if where else "")


def _among(where: re.Match[str] | None) -> str:
    """«ở Đông Nam Á», «trên thế giới», «trong cả nước»."""
    if where is None:
        return ""
    place = where[1].strip()
    return f" {'trên' if place == 'thế giới' else 'trong' if place in ('cả nước', 'toàn quốc') else 'ở'} {place}"
