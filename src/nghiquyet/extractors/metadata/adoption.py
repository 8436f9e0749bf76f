"""The adoption clause: «Nghị quyết này được Hội đồng nhân dân tỉnh X khóa Y, kỳ họp thứ Z thông qua ngày …»."""

from nghiquyet.extractors.metadata.calendar import DAY, day_of
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.model import Session
from nghiquyet.records import Passage
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import without_marks

_ADOPTED = re.compile(rf"thông\s+qua\s+(?:vào\s+)?(?:ngày|Ngày)\s*{DAY}")
_SELF = re.compile(r"(?:Nghị quyết|Luật|Pháp lệnh|nghị quyết)(?:\s+này)?\s+(?:đã\s+)?được\s+")
_TERM = re.compile(r"[Kk]h[óo][áa]?\s+(?P<term>[IVXLivxl]+|\d{1,2})(?![^\W\d_]{2})")
_MEETING = re.compile(
    r"(?P<kind>[Kk]ỳ\s+họp|[Pp]hiên\s+họp)\s+(?P<special>(?:chuyên\s+đề|bất\s+thường|thường\s+lệ(?:\s+(?:giữa|cuối)\s+năm)?)\s+)?"
    r"(?:lần\s+)?(?:thứ\s+)?(?P<ordinal>\d{1,3}|(?:[Hh]ai|[Bb]a)[\s_]+mươi(?:[\s_]+(?:mốt|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín)(?!\w))?|[Nn]hất|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười(?:[\s_]+\w+)?|[IVX]+)?"
)
_HEADER_TERM = re.compile(
    r"(?:KH[ÓO][ÁA]?|Kh[óo][áa]?)\s+(?P<term>[IVXL]+|[ivxl]+|\d{1,2})\b[\s,;–-]*(?:NHIỆM\s+KỲ\s+\d{4}\s*[-–]\s*\d{4})?[\s,;–(-]*"
    r"(?:(?P<kind>K[ỲY]\s+H[ỌO]P|[Kk]ỳ\s+họp|PHIÊN\s+HỌP)\s+(?P<special>(?:CHUYÊN\s+ĐỀ|BẤT\s+THƯỜNG|[Cc]huyên\s+đề|[Bb]ất\s+thường)\s*)?"
    r"(?:LẦN\s+)?(?:THỨ|[Tt]hứ)?\s*(?P<ordinal>\d{1,3}|[A-ZÀ-ỸĐa-zà-ỹđ_]+(?:\s+[A-ZÀ-ỸĐa-zà-ỹđ_]+){0,2})?)?"
)
_WORDS = {
    "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "mot": 1, "bon": 4,
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_CITATION = re.compile(r"\d\s?[/-]\s?[A-ZĐ]|(?:Nghị quyết|Luật)\s+số")
SHORT_CLAUSE = 160
LOOK_BEHIND = 320
"""From the adopting words back to «Nghị quyết này được»: joint and extraordinary sessions have long names."""


def read_adoption(draft: Draft) -> None:
    """Fills ``adopted`` and ``session`` from the adoption clause, and ``session`` from the header's session line."""
    for passage in draft.clauses:
        clause = _clause(passage) if "thông" in passage.text else None
        if clause is None:
            continue
        start, hit = clause
        day = day_of(hit)
        if day is not None:
            begin = hit.start("d") if hit["d"] else hit.start("d2")
            draft.put("adopted", day, "adoption.adoption_clause", passage.span(begin, hit.end()))
        session = _session(passage, start, hit.start())
        if session is not None:
            draft.put("session", session, "adoption.adoption_clause", session.span)
        break
    _header_session(draft)


def adopting_body(passage: Passage) -> tuple[int, int] | None:
    """Where the adoption clause of ``passage`` names the body; None where there is no such clause or no body."""
    clause = _clause(passage)
    if clause is None:
        return None
    found = BODIES.match(passage.text, clause[0])
    return (clause[0], found[0]) if found else None


def adoption_clause(passage: Passage) -> int | None:
    """Where the adopting words stand; None where ``passage`` holds no adoption clause."""
    clause = _clause(passage)
    return clause[1].start() if clause else None


def _clause(passage: Passage) -> tuple[int, re.Match[str]] | None:
    for hit in _ADOPTED.finditer(passage.text):
        starts = [match.end() for match in _SELF.finditer(passage.text, max(0, hit.start() - LOOK_BEHIND), hit.start())]
        if starts:
            return starts[-1], hit
        # A hard wrap cut the clause: «… tỉnh / Đồng Tháp khóa IX, kỳ họp thứ năm thông qua ngày …».
        short = hit.start() < SHORT_CLAUSE and not _CITATION.search(passage.text, 0, hit.start())
        if short and _MEETING.search(passage.text, 0, hit.start()):
            return 0, hit
    return None


def _session(passage: Passage, start: int, end: int) -> Session | None:
    term = _TERM.search(passage.text, start, end)
    meeting = _MEETING.search(passage.text, start, end)
    found = [hit for hit in (term, meeting) if hit is not None]
    if not found:
        return None
    first, last = min(hit.start() for hit in found), max(hit.end() for hit in found)
    return Session(
        term=number_of(term["term"]) if term else None,
        session=_ordinal(meeting["special"], meeting["ordinal"]) if meeting else None,
        text=passage.text[first:last],
        span=passage.span(first, last),
    )


def _header_session(draft: Draft) -> None:
    header = draft.header
    for hit in _HEADER_TERM.finditer(header.text):
        if not hit["kind"] and header.text[header.text.rfind("\n", 0, hit.start()) + 1 : hit.start()].strip():
            continue
        span = header.span(hit.start(), hit.end())
        if span is None:
            continue
        text = " ".join(hit.group().split())
        session = Session(
            term=number_of(hit["term"]), session=_ordinal(hit["special"], hit["ordinal"]), text=text, span=span
        )
        known = draft.values.get("session")
        if not isinstance(known, Session):
            draft.put("session", session, "adoption.session_line", span)
            return
        for name in ("term", "session"):
            kept, other = getattr(known, name), getattr(session, name)
            if kept and other and kept != other:
                draft.conflict(name, kept, other, span)
        if (known.session is None and session.session) or (known.term is None and session.term):
            draft.put("session", session, "adoption.session_line", span)
        return


def _ordinal(special: str | None, ordinal: str | None) -> str | None:
    number = number_of(ordinal) if ordinal else None
    if special:
        words = " ".join(special.lower().split())
        return f"{words} {number}" if number else words
    return number


def number_of(printed: str) -> str | None:
    """Arabic digits of «XVIII», «28», «Ba», «hai mươi lăm»; None when it is no number."""
    text = printed.strip()
    if text.isdigit():
        return str(int(text))
    if text and set(text.upper()) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in text.upper()]
        signed = [
            -value if index + 1 < len(values) and value < values[index + 1] else value
            for index, value in enumerate(values)
        ]
        return str(sum(signed))
    total = 0
    for word in without_marks(text).replace("_", " ").split():
        value = _WORDS.get(word)
        if value is None:
            break
        # «hai mươi lăm»: mươi multiplies what stands before it, mười alone is ten.
        total = total * 10 if value == 10 and total else total + value
    return str(total) if total else None
