"""Place and date of the header."""

from nghiquyet.extractors.metadata.calendar import DAY, day_of
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER, UPPER

_WORD = rf"[{UPPER}][{LOWER}]+"
# «Hà Nội», «TP. Hồ Chí Minh», «Phường Ngô Quyền», «Bà Rịa - Vũng Tàu»; a name may wrap («Thành phố Hồ⏎Chí Minh»).
_PLACE = (
    r"(?<![\w/-])(?P<place>(?:(?:(?:[Tt]hành\s+phố|TP\.?|Tp\.?|T\.P|[Tt]ỉnh|[Tt]hị\s+xã|[Hh]uyện|[Xx]ã|[Pp]hường|[Qq]uận|ĐK|[Đđ]ặc\s+khu)"
    rf"\s*{_WORD}(?:\s+{_WORD}){{0,3}})|{_WORD}(?:[ \t]+(?:[-–][ \t]+)?{_WORD}){{0,4}}))"
)
_PLACE_DATE = re.compile(rf"{_PLACE}\s*,\s*[Nn]g[àaảá]y\s+{DAY}")
_BLANK_DAY = re.compile(rf"{_PLACE}\s*,\s*ngày[\s.…]*(?:tháng)[\s.…]*\d{{0,2}}[\s.…]*năm\s*\d{{4}}")
_ISSUED = re.compile(rf"(?:Ngày\s+ban\s+hành|Ban\s+hành)\s*:\s*{DAY}")


def read_place_and_date(draft: Draft) -> None:
    """«Hà Nội, ngày 03 tháng 02 năm 2026»: the place as printed and the day; a blank day leaves the date null."""
    header = draft.header
    for hit in _PLACE_DATE.finditer(header.text):
        day = day_of(hit)
        if day is None:
            continue
        _put_place(draft, hit)
        start = hit.start("d") if hit["d"] else hit.start("d2")
        draft.put("date", day, "dates.place_and_date", header.span(start, hit.end()))
        return
    blank = _BLANK_DAY.search(header.text)
    if blank is not None:
        _put_place(draft, blank)
        return
    title = draft.title
    if title.dated is not None:
        hit_in_title = re.compile(DAY).match(header.text, *title.dated)
        day = day_of(hit_in_title) if hit_in_title else None
        if day is not None:
            draft.put("date", day, "dates.in_title_line", header.span(*title.dated))
            return
    form = _ISSUED.search(header.text)
    if form is not None and (day := day_of(form)) is not None:
        draft.put("date", day, "dates.site_form", header.span(form.start(), form.end()))


def _put_place(draft: Draft, hit: re.Match[str]) -> None:
    start, end = hit.span("place")
    place = " ".join(draft.header.text[start:end].split())
    if place:
        draft.put("place", place, "dates.place_and_date", draft.header.span(start, end))


def read_missing_dates(draft: Draft) -> None:
    """The day of adoption stands for the date where the header is lost: a council's resolution bears the day on which
    it was adopted. Says what is not printed."""
    adopted = draft.day("adopted")
    if draft.day("date") is None:
        if adopted is not None:
            draft.put("date", adopted, "dates.adoption_day", draft.evidence["adopted"].span, "inferred")
        else:
            draft.missing("date")
    elif adopted is not None and adopted != draft.day("date"):
        draft.conflict("date", str(draft.day("date")), str(adopted), draft.evidence["adopted"].span)
    if "place" not in draft.values:
        draft.missing("place")
