"""What follows the number or the name of a cited document: date, issuer, year, the title tail."""

import datetime

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.identities.numbers import local_number
from nghiquyet.lexicons.bodies import BODIES, WINDOW, Match
from nghiquyet.model import Issuer
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER

_DAY = (
    r"(?P<day>(?P<d>\d{1,2}) ?(?:(?P<s>[/.\-–]) ?(?P<m>\d{1,2}) ?(?P=s) ?"
    r"|(?:tháng|THÁNG) (?P<m2>\d{1,2}),? (?:năm|NĂM) )(?P<y>\d{4}))(?!\d)"
)
_DATE = re.compile(
    r" ?,? ?(?P<open>\( ?)?(?:được )?(?:ban hành |thông qua |được thông qua |ký |công bố |Ban hành )?(?:cùng )?"
    rf"(?:ngày|Ngày|NGÀY) {_DAY}(?(open) ?\))"
)
_BARE_DATE = re.compile(rf" ?\( ?{_DAY} ?\)")
# «ngày 09/6/20205 của Chính phủ»: no day, and the citation goes on behind it.
_DAMAGED_DATE = re.compile(r" ?,? ngày \d[\d/.-]{5,12}(?= của )")
_MONTH = re.compile(r" ?,? ?(?:ban hành )?(?:tháng|THÁNG) \d{1,2}(?:/| năm )(?P<y>(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r",? \(?(?:được )?(?:ban hành |thông qua |sửa đổi )?(?:năm|NĂM) (?P<y>(?:19|20)\d\d)\)?(?![\d/])")
_OF = re.compile(r" ?,? ?\(?(?:của|CỦA|do|DO) ")
_MEETING = re.compile(
    rf"(?:Hội nghị|hội nghị) (?:lần thứ (?:[IVXL]+|\d{{1,2}}|[{LOWER}]+(?: (?!của )[{LOWER}]+)?),? )?(?:của )?"
)
_TERM = re.compile(r",? ?\(?(?:kh[oó][aá]|KH[OÓ][AÁ]) (?P<term>[IVXL]+|\d{1,2})\)?(?!\w)")
# An office at the head of a body signs for it: «của Bộ trưởng Bộ Giao thông vận tải».
_OFFICE = re.compile(
    r"(?:đồng chí )?(?:Phó )?(?:Bộ trưởng|Thống đốc|Chánh án|Viện trưởng|Tổng Kiểm toán|Chủ nhiệm|Tổng [Cc]ục trưởng|Cục trưởng|"
    r"Giám đốc|Tổng Giám đốc|Trưởng [Bb]an|Chánh Văn phòng|Chủ tịch|Bí thư|Tổng Thanh tra|bộ trưởng|chủ tịch|thống đốc)(?:,? | và )"
    r"(?:Chủ nhiệm |Chủ tịch )?"
)
# «của Bộ Chính trị, Ban Bí thư về …»; «…, Ban Bí thư chỉ đạo» begins a new clause.
_BOTH_BODIES = re.compile(
    r"(?:,| và| -) Ban Bí thư(?: Trung ương(?: Đảng)?)?(?=,? (?:về|khóa|khoá|ngày|ban hành)(?!\w)| ?[.;)]|$)"
)
_OF_THE_STATE = re.compile(r" nước (?:Cộng h[òo][àa] [Xx]ã hội chủ nghĩa|CHXHCN) Việt Nam")
_WORDS = re.compile(r"\S+")
_UNKNOWN_HEAD = re.compile(
    r"(?:Hội đồng|Ban Chỉ đạo|Ban chỉ đạo|Tổ công tác|Tổ Công tác|Cục|Chi cục|Trung tâm|Viện|Trường|Hội|Liên đoàn|Liên Bộ|"
    r"Liên bộ|Tổng công ty|Công ty|Ban Quản lý|Ban quản lý|Quỹ)(?!\w)"
)
_WITHOUT_NAME = frozenset({"Ban Chỉ đạo", "Ban chỉ đạo", "Tổ công tác", "Tổ Công tác", "Liên Bộ", "Liên bộ"})
_NOT_IN_NAME = (
    r"(?:quy định|ban hành|hướng dẫn|phê duyệt|về|sửa đổi|ngày|được|đã|có|là|theo|và|để|tại|này|nêu|trong)(?!\w)"
)
# «Hội đồng tư vấn về đặt tên, đổi tên đường phố … tỉnh Bắc Giang»: its own place closes the name.
_TO_ITS_PLACE = re.compile(
    r"(?: [^.;:()\d]{3,110}?)? (?:tỉnh|thành phố) [A-ZĐÀ-Ỹ][^\W\d_]+(?: [A-ZĐÀ-Ỹ][^\W\d_]+){0,2}"
)
_NAME = re.compile(rf"(?: (?!{_NOT_IN_NAME})[^\W\d_]+){{1,8}}")
_SMALL_HEADS = ("ủy ban", "uỷ ban", "chính phủ", "hội đồng", "bộ ", "thủ tướng", "ban ", "quốc hội")
_MORE_ISSUERS = re.compile(r"(?: ?, ?| và | ?[-–] ?)(?:của )?")
_TITLE = re.compile(
    r" ?,? ?(?P<title>(?:về|Về|VỀ|quy định|Quy định|ban hành|Ban hành|phê duyệt|Phê duyệt|hướng dẫn|Hướng dẫn|sửa đổi|Sửa đổi|bãi bỏ|Bãi bỏ|thông qua|Thông qua) (?!(?:số )?\d)[^.;”\"]{3,400}(?!\w))"
)
_LOCAL = frozenset({"TU", "HU", "QU", "TxU", "ĐU"})


def read_tail(text: str, draft: Draft, joint: bool = False) -> None:
    """Extends ``draft`` over date and issuer, in whatever order they stand; then notes the title behind them.

    The title «về …» is outside the span: it says what the document is about, not which it is. With ``joint`` several
    issuers may follow: «của Bộ Tài chính và Bộ Nội vụ».
    """
    for _ in range(3):
        if not _read_date(text, draft) and not _read_issuer(text, draft, joint):
            break
    following = text[draft.end : draft.end + 2]
    # What follows the name of a law is the sentence: «Luật Di sản văn hóa quy định việc kiểm kê».
    if draft.title is None and draft.name is None and following[:1] in " ,":
        title = _TITLE.match(text, draft.end)
        if title is not None:
            draft.title = _inside_bracket(title["title"]).rstrip(" ,")
            draft.evidence["title"] = (title.start("title"), title.start("title") + len(draft.title))
            if draft.title.startswith(("sửa đổi", "về sửa đổi", "Sửa đổi", "Về sửa đổi", "về việc sửa đổi")):
                draft.amendment = True
                draft.evidence["amendment"] = draft.evidence["title"]


def _inside_bracket(title: str) -> str:
    """``title`` up to a bracket that closes what was opened before it."""
    closing = title.find(")")
    while closing >= 0:
        if title.count("(", 0, closing) < title.count(")", 0, closing + 1):
            return title[:closing]
        closing = title.find(")", closing + 1)
    return title


def _read_date(text: str, draft: Draft) -> bool:
    if draft.date is not None or text[draft.end : draft.end + 1] not in " ,(":
        return False
    match = _DATE.match(text, draft.end) or _BARE_DATE.match(text, draft.end)
    if match is not None:
        value = date_of(match)
        if value is None:
            # «ngày 31/02/2024 của Chính phủ»: no calendar has it; the citation goes on behind it all the same.
            draft.end = match.end() if text.startswith(" của ", match.end()) else draft.end
            return draft.end == match.end()
        draft.date = value
        draft.evidence["date"] = match.span("day")
        draft.end = match.end()
        return True
    damaged = _DAMAGED_DATE.match(text, draft.end)
    if damaged is not None:
        draft.end = damaged.end()
        return True
    if draft.year is not None:
        return False
    match = _YEAR.match(text, draft.end) or _MONTH.match(text, draft.end)
    if match is None:
        return False
    draft.year = match["y"]
    draft.evidence["year"] = match.span("y")
    # A bracket that opened before the year closes behind it.
    draft.end = match.end() if text[match.end() - 1] != ")" or "(" in match.group() else match.end() - 1
    return True


def date_of(match: re.Match[str]) -> datetime.date | None:
    """The date of a match with the groups of a day; None when no calendar has it (31/02/2025)."""
    try:
        return datetime.date(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"]))
    except ValueError:
        return None


def _read_issuer(text: str, draft: Draft, joint: bool) -> bool:
    if draft.issuer is not None:
        return False
    of = _OF.match(text, draft.end)
    # «Luật Di sản văn hóa do Chủ tịch … thực hiện»: behind a name «do» says who acts, not who issued it.
    if of is None or (draft.number is None and "do" in of.group().lower()):
        return False
    issuer, end = read_issuer(text, of.end(), joint)
    # «Nghị định số 40/2018/NĐ-CP do Ủy ban nhân dân cấp tỉnh thực hiện»: who acts is not who issued it.
    if "do" in of.group().lower() and not text.startswith((" ban hành", " ký", " phát hành"), end):
        return False
    if issuer is None:
        stop = _unknown_body(text, of.end()) if draft.number is not None else None
        if stop is None:
            return False
        issuer, end = Issuer(name=text[of.end() : stop]), stop
    draft.issuer = issuer
    draft.evidence["issuer"] = (of.end(), end)
    if draft.number is not None and issuer.code in _LOCAL:
        draft.number = local_number(draft.number, text[slice(*draft.evidence["number"])])
    bracket = text[of.start() : of.end()]
    draft.end = end + 1 if "(" in bracket and text[end : end + 1] == ")" else end
    both = _BOTH_BODIES.match(text, end) if issuer.name == "Bộ Chính trị" and draft.end == end else None
    if both is not None:
        end = draft.end = both.end()
        name = text[of.end() : end]
        draft.issuer = issuer = issuer.model_copy(
            update={"name": name, "canonical": "Bộ Chính trị, Ban Bí thư", "code": None}
        )
        draft.evidence["issuer"] = (of.end(), end)
    state = _OF_THE_STATE.match(text, end) if draft.end == end else None
    if state is not None:
        end = draft.end = state.end()
        draft.issuer = issuer = issuer.model_copy(update={"name": text[of.end() : end]})
        draft.evidence["issuer"] = (of.end(), end)
    term = _TERM.match(text, end)
    if term is not None:
        # «(Kèm theo … của Ban Chấp hành Trung ương Đảng khoá XIII)» closes a bracket that did not open here.
        stop = term.end() if "(" in term.group() else term.end("term")
        draft.evidence["issuer"] = (of.end(), stop)
        draft.evidence["term"] = term.span("term")
        draft.issuer = issuer.model_copy(update={"name": text[of.end() : stop]})
        draft.end = stop
    return True


def read_issuer(text: str, position: int, joint: bool = False) -> tuple[Issuer | None, int]:
    """The body named at ``position`` and where its name ends; (None, position) when no known body stands there."""
    start = position
    if text.startswith(("Hội nghị", "hội nghị"), position) and (meeting := _MEETING.match(text, position)):
        position = meeting.end()
    found = _body(text, position)
    office = ""
    if found is None and (held := _OFFICE.match(text, position)) is not None:
        office = held.group()
        found = _body(text, held.end())
    if found is None:
        return None, start
    end, body, territory = found
    names = [office + body.full(territory)]
    while joint and (more := _MORE_ISSUERS.match(text, end)) is not None:
        following = BODIES.match(text, more.end())
        if following is None:
            break
        end = following[0]
        names.append(following[1].full(following[2]))
    issuer = Issuer.trusted(
        {
            "name": text[start:end],
            "canonical": ", ".join(names),
            "code": body.code if len(names) == 1 else None,
            "level": body.level,
            "territory": territory,
        }
    )
    return issuer, end


def _body(text: str, position: int) -> Match | None:
    """The body named at ``position``; behind «của» a small letter or a lost mark does not speak against it."""
    if text.startswith(_SMALL_HEADS, position):
        window = text[position].upper() + text[position + 1 : position + WINDOW]
        found = BODIES.match(window)
        return (found[0] + position, found[1], found[2]) if found is not None else None
    found = BODIES.match(text, position)
    stop = found[0] if found is not None else position - 1
    # A name that goes on with a capital, or none at all: the marks of the next word may be lost.
    if text[stop + 1 : stop + 2].isupper() and (repaired := _damaged_body(text, position)) is not None:
        return repaired if repaired[0] > stop else found
    return found


def _damaged_body(text: str, position: int) -> Match | None:
    """«Thủ tướng Chỉnh phủ», «Ủy ban nhân dân Tinh»: right but for its marks, as OCR leaves them."""
    repaired = BODIES.without_damage(text[position : position + WINDOW])
    if repaired is None:
        return None
    found = BODIES.match(repaired)
    if found is None:
        return None
    count = len(repaired[: found[0]].split())
    end = position
    for word in _WORDS.finditer(text, position):
        count -= 1
        end = word.end()
        if not count:
            break
    # The last word may carry a mark behind it: «Chỉnh phủ;».
    while end > position and not text[end - 1].isalnum():
        end -= 1
    return end, found[1], found[2]


def _unknown_body(text: str, position: int) -> int | None:
    """Where the name of a body ends that no table has, but whose head says that it is one."""
    head = _UNKNOWN_HEAD.match(text, position)
    if head is None:
        return None
    placed = _TO_ITS_PLACE.match(text, head.end())
    if placed is not None:
        return placed.end()
    name = _NAME.match(text, head.end())
    if name is not None:
        return name.end()
    return head.end() if head.group() in _WITHOUT_NAME else None


def read_year(text: str, draft: Draft) -> None:
    """«năm 2013» behind a name."""
    match = _YEAR.match(text, draft.end)
    if match is not None:
        draft.year = match["y"]
        draft.evidence["year"] = match.span("y")
        draft.end = match.end()
