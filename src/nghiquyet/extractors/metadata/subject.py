"""The kind of document, its subject, and the stretch of time that the subject names."""

import datetime

from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.extractors.metadata.header import Header
from nghiquyet.extractors.metadata.title import kind_of
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.model import Period, Precision
from nghiquyet.text import patterns as re

_YEARS = re.compile(
    r"(?:giai đoạn|nhiệm kỳ|thời kỳ|các năm|từ năm)\s+(\d{4})\s*(?:[-–]|đến(?:\s+năm)?)\s*(?:năm\s+)?(\d{4})"
)
_HALF = re.compile(r"(?:6|06|sáu)\s+tháng\s+(đầu|cuối)\s+năm\s+(\d{4})")
_QUARTER = re.compile(r"quý\s+(i{1,3}|iv|[1-4])\s*(?:/|năm\s+)\s*(\d{4})")
_MONTH = re.compile(r"(?<!ngày )tháng\s+(\d{1,2})\s*(?:/|năm\s+)\s*(\d{4})")
_TWO_YEARS = re.compile(r"năm\s+(\d{4})\s*[-–]\s*(\d{4})")
_UNTIL = re.compile(r"đến\s+năm\s+(\d{4})")
_YEAR = re.compile(r"(?<!\d )năm\s+(\d{4})")
_DATED = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|ngày\s+\d{1,2}/\d{1,2}/\d{4}"
    r"|tháng\s+\d{1,2}\s+năm\s+\d{4}\s+của"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ENACTED = re.compile(r"ban\s+hành\s+(?:Nghị\s+quyết|nghị\s+quyết)\s+(?P<subject>[^\W\dA-Z_][^.]{8,400})")


def read_kind(draft: Draft) -> None:
    """The kind of document as its title line says; where the title is lost, as the number's symbol says."""
    title = draft.title
    if title.kind is not None:
        draft.put("document_type", title.kind, "subject.type_line", draft.header.span(title.start, title.end))
        return
    form = _FORM_KIND.search(draft.header.text)
    if form is not None and (kind := kind_of(form["kind"].upper())) is not None:
        draft.put("document_type", kind, "subject.site_form", draft.header.span(*form.span("kind")))
        return
    symbol = getattr(draft.values.get("number"), "symbol", None) or ""
    kind = next((name for code, name in _KINDS.items() if re.match(rf"{code}(?![A-Za-zĐ])", symbol)), None)
    if kind is not None:
        draft.put("document_type", kind, "subject.type_in_symbol", draft.evidence["number"].span, "inferred")
        return
    for passage in draft.clauses:
        hit = _SELF.search(passage.text)
        if hit is not None:
            draft.put("document_type", hit.group(1), "subject.self_reference", passage.span(*hit.span(1)), "inferred")
            return
    for place in draft.outline.places():
        hit = _SELF.search(place.passage.text)
        if hit is not None and not place.quoted:
            span = place.passage.span(*hit.span(1))
            draft.put("document_type", hit.group(1), "subject.self_reference", span, "inferred")
            return
    draft.missing("document_type")


_FORM_KIND = re.compile(r"Loại văn bản:\s*(?P<kind>[^\n:]{4,40})")
_KINDS = {"NQ": "Nghị quyết", "KL": "Kết luận", "CT": "Chỉ thị", "HD": "Hướng dẫn", "KH": "Kế hoạch",
          "CTr": "Chương trình", "NĐ": "Nghị định", "TT": "Thông tư", "TB": "Thông báo", "BC": "Báo cáo"}  # fmt: skip
_SELF = re.compile(r"(Nghị quyết|Kết luận|Chỉ thị|Quy định|Hướng dẫn)(?: này)")


def read_subject(draft: Draft) -> None:
    """Trích yếu: the title's lines joined by one blank, as printed; else what the enacting sentence says."""
    header, title = draft.header, draft.title
    if title.subject:
        text = joined(header, title.subject)
        if text:
            span = header.span(title.subject[0][0], title.subject[-1][1])
            draft.put("subject", text, "subject.title_lines", span)
            return
    lines = _subject_lines(draft)
    if lines:
        draft.put("subject", joined(header, lines), "subject.about_lines", header.span(lines[0][0], lines[-1][1]))
        return
    for node in draft.outline.preamble[-3:]:
        passage = getattr(node, "passage", None)
        hit = _ENACTED.search(passage.text) if passage is not None else None
        if passage is not None and hit is not None:
            text = hit["subject"].strip(" :;,")
            draft.put("subject", text, "subject.enacting_sentence", passage.span(*hit.span("subject")), "inferred")
            return
    draft.missing("subject")


_ABOUT = re.compile(r"(?:V/[Vv]|VỀ|[Vv]ề\s+việc)(?:\s|$)")
MOST_ABOUT = 8


def _subject_lines(draft: Draft) -> tuple[tuple[int, int], ...]:
    """«V/v trả lời kiến nghị» under the number of a letter, «VỀ⏎VIỆC CÔNG BỐ …» of a text that has lost its type line."""
    lines = draft.header.lines
    first = next(
        (
            place
            for place, line in enumerate(lines)
            if _ABOUT.match(line.text)
            or (place and line.text.startswith("Về ") and _NUMBERED.match(lines[place - 1].text))
        ),
        None,
    )
    if first is None:
        return ()
    capitals = lines[first].text.isupper() or lines[first].text.startswith(("V/V", "VỀ"))
    found: list[tuple[int, int]] = []
    for line in lines[first : first + MOST_ABOUT]:
        if found and (
            (capitals and not line.text.isupper())
            or _PLACE_LINE.match(line.text)
            or BODIES.match(draft.header.text, line.start) is not None
        ):
            break
        mark = _MARK.match(line.text) if not found else None
        start = line.start + (mark.end() if mark else 0)
        if start < line.end:
            found.append((start, line.end))
    return tuple(found)


_NUMBERED = re.compile(r"Số\s*:?\s*\d")
_MARK = re.compile(r"V/[Vv]\s*:?\s*")
_PLACE_LINE = re.compile(r"[^,]{2,40},\s+(?:ngày|tháng)\s|(?:Số|Kính gửi|CỘNG|Độc lập)\b")


def joined(header: Header, pieces: tuple[tuple[int, int], ...]) -> str:
    """The lines of a subject on one line, with the mark that stands where a line breaks: «KINH TẾ - / XÃ HỘI»."""
    words: list[str] = []
    for index, (start, end) in enumerate(pieces):
        words += header.text[start:end].split()
        if index + 1 < len(pieces):
            mark = header.text[end : pieces[index + 1][0]].strip()
            if mark in _INNER_MARKS:
                if mark in "-–—":
                    words.append(mark)
                else:
                    words[-1] += mark
    return " ".join(words).strip(" -–—:.;,")


_INNER_MARKS = ("-", "–", "—", ",", ";", ":")


def read_subject_period(draft: Draft) -> None:
    """«về nhiệm vụ lãnh đạo năm 2025» → the year 2025; dates of cited documents are no period."""
    subject = draft.values.get("subject")
    if not isinstance(subject, str):
        _period_of_request(draft)
        return
    lowered = subject.lower()
    if len(lowered) != len(subject):
        return
    plain = _DATED.sub(lambda match: " " * len(match.group()), lowered)
    evidence = draft.evidence["subject"]
    for pattern, build in _PERIODS:
        hit = pattern.search(plain)
        built = build(hit) if hit is not None else None
        if hit is not None and built is not None:
            start, end, precision = built
            text = subject[hit.start() : hit.end()]
            period = Period(
                text=text, start=start, end=end, precision=precision, span=evidence.span, origin=evidence.origin
            )
            draft.put("subject_period", period, "subject.period_in_subject", evidence.span, evidence.origin)
            return


def _period_of_request(draft: Draft) -> None:
    """«Ban Chấp hành Đảng bộ tỉnh yêu cầu … thực hiện các nhiệm vụ chính trị trọng tâm năm 2026»: where the title is
    lost, the year that the preamble sets work for."""
    for node in draft.outline.preamble:
        passage = getattr(node, "passage", None)
        hit = _REQUEST.search(passage.text) if passage is not None else None
        built = _year(hit) if hit is not None else None
        if passage is None or hit is None or built is None:
            continue
        start, end, precision = built
        span = passage.span(hit.start("words"), hit.end())
        period = Period(text=hit["words"], start=start, end=end, precision=precision, span=span, origin="inferred")
        draft.put("subject_period", period, "subject.period_of_request", span, "inferred")
        return


_REQUEST = re.compile(
    r"yêu cầu\s[^.;]{0,200}?(?:nhiệm vụ|mục tiêu|phương hướng)[^.;]{0,80}?(?P<words>năm\s+(20\d\d))(?![-–\d])"
)
_Built = tuple[datetime.date | None, datetime.date, Precision] | None


def _range(first: int, last: int) -> _Built:
    if not (1900 <= first <= last <= 2200):
        return None
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31), "range"


def _years(hit: re.Match[str]) -> _Built:
    return _range(int(hit[1]), int(hit[2]))


def _half(hit: re.Match[str]) -> _Built:
    year = int(hit[2])
    if not 1900 <= year <= 2200:
        return None
    if hit[1] == "đầu":
        return datetime.date(year, 1, 1), datetime.date(year, 6, 30), "half"
    return datetime.date(year, 7, 1), datetime.date(year, 12, 31), "half"


def _quarter(hit: re.Match[str]) -> _Built:
    return _months(int(hit[2]), 3 * _QUARTERS[hit[1]] - 2, 3, "quarter")


def _month(hit: re.Match[str]) -> _Built:
    return _months(int(hit[2]), int(hit[1]), 1, "month")


def _months(year: int, first: int, count: int, precision: Precision) -> _Built:
    last = first + count - 1
    if not (1900 <= year <= 2200 and first >= 1 and last <= 12):
        return None
    following = datetime.date(year + 1, 1, 1) if last == 12 else datetime.date(year, last + 1, 1)
    return datetime.date(year, first, 1), following - datetime.timedelta(days=1), precision


def _until(hit: re.Match[str]) -> _Built:
    year = int(hit[1])
    return (None, datetime.date(year, 12, 31), "year") if 1900 <= year <= 2200 else None


def _year(hit: re.Match[str]) -> _Built:
    year = int(hit[hit.re.groups])
    if not 1900 <= year <= 2200:
        return None
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year"


_PERIODS = (
    (_YEARS, _years),
    (_HALF, _half),
    (_QUARTER, _quarter),
    (_MONTH, _month),
    (_TWO_YEARS, _years),
    (_UNTIL, _until),
    (_YEAR, _year),
)
