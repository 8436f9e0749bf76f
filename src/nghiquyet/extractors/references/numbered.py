"""Documents cited by number: «Nghị quyết số 233-NQ/TU ngày 25/7/2022 của Tỉnh ủy», lists of them, short forms."""

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.signs import kind_of_sign, kinds_by_sign
from nghiquyet.extractors.references.tails import read_issuer, read_tail
from nghiquyet.identities.numbers import BLANK_NUMBER, NUMBER, read_blank_number, read_number
from nghiquyet.model import Number
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import UPPER

_SO = r"(?:(?:(?:[Ss]ố|[Ss]ô|SỐ|so(?= \d)) ?:? ?){1,2})"
_NUMBERED = re.compile(rf" ?:? ?(?:\( ?)?{_SO}?(?P<number>{NUMBER})")
_UNFILLED = re.compile(rf" {_SO}(?P<number>{BLANK_NUMBER})")
# «ngày … tháng … năm 2025», «ngày     /12/2025»
_BLANK_DATE = re.compile(r" ?,? ngày ?[….]{0,9} ?(?:tháng ?[….\d]{0,9} ?,? ?năm|/ ?\d{0,2} ?/) ?(?P<year>20\d\d)(?!\d)")
_ISSUER_FIRST = re.compile(
    rf",? (?:của )?(?=[{UPPER}])(?=[^.;:()\d]{{4,110}}(?: ?\([^()]{{2,90}}\))? ?[,:]? ?\(? ?{_SO}\d)"
)
_NUMBER_BEHIND = re.compile(rf" ?(?:\([^()]{{2,90}}\))? ?[,:]? ?(?P<open>\( ?)?{_SO}(?P<number>{NUMBER})")
# The patterns are asked only where one of these letters says that a number may follow.
_BEFORE_NUMBER = frozenset("sS0123456789IlO(:")
_NEXT_IN_LIST = re.compile(rf" ?(?:,|;|và|, ?và|hoặc|;? và) ?(?P<word>{_SO})?(?P<number>{NUMBER})")
_WITH_SO = re.compile(rf"(?P<word>{_SO})(?P<number>{NUMBER})")
_SEPARATED = re.compile(r"(?:[;,:]|(?:^| )và) ?$")
_SO_WORDS = ("ố ", "Ố ", "ô ", "so ", "ố:", "Ố:")
_SENTENCE_END = re.compile(r"\. |[:?!]")
_FURTHER = 320
"""How far behind a number the next one of its list is looked for."""
_SHORT = re.compile(
    r" ?(?P<so>(?:[Ss]ố|SỐ) ?:? ?)?(?:(?P<dated>\d{1,4}[a-zđ]?)/(?P<year>(?:19|20)\d\d)(?![\w/%]|[.,]\d| ?[-–] ?[A-Z\d])"
    r"|(?P<serial>\d{1,4}[a-zđ]?)(?![\w%/]|\.\d|,\d| ?[-–] ?[A-Z\d]| ?/"
    r"| (?:năm|tháng|ngày|tỷ|triệu|nghìn|ha|xã|huyện|tỉnh|phường|người|điểm|nội dung|nhóm)(?!\w)))"
)
_NEXT_SHORT = re.compile(
    r" ?(?:,|và|, ?và) ?(?:số )?(?P<serial>\d{1,4}[a-zđ]?)(?![\w%/-]|[.,]\d)(?= ?(?:,|và|của|ban hành|năm|Hội nghị|khóa|khoá|Trung ương|về|$|\.|;|\)))"
)
_PHRASE_END = re.compile(r" ?[.,;:)”\"]|$| (?:và|của|giai đoạn|được|đã|theo|về|tại|trên|ở|cho)(?!\w)")
_SHARED_YEAR = re.compile(r" (?:được )?(?:ban hành )?năm ((?:19|20)\d\d)(?!\d)")
_SAME_DAY = re.compile(r" ?,? ?cùng (?=ngày)")
# «Nghị quyết 57», «Chỉ thị 05», «Đề án 06», «Khoán 10»: kinds whose documents are known by their bare number.
_KNOWN_BY_SERIAL = frozenset(
    {
        "Nghị quyết", "Chỉ thị", "Kết luận", "Quy định", "Đề án", "Nghị định", "Quyết định", "Thông tư", "Hướng dẫn",
        "Luật",
    }
)  # fmt: skip
# «Quy trình số 05», «Dự án số 2» are numbered parts of something, not documents.
_WITH_YEAR = frozenset({"Nghị định", "Thông tư", "Nghị quyết", "Quyết định", "Luật", "Thông tư liên tịch", "Chỉ thị"})
_NEVER_BY_SERIAL = frozenset({"Quy trình", "Dự án", "Phương án", "Quy hoạch", "Chiến lược", "Lời kêu gọi", "Tuyên bố"})
_JOINT = frozenset({"Thông tư liên tịch", "Nghị quyết liên tịch"})


def full_number(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """A kind and a full number, then every further number of the same list."""
    if text[word_end : word_end + 1] == " " and text[word_end + 1 : word_end + 2] not in _BEFORE_NUMBER:
        return []
    match = _NUMBERED.match(text, word_end)
    if match is None:
        return _unfilled(text, start, word_end, document_type)
    draft = _draft(text, start, match, document_type)
    draft.evidence["document_type"] = (start, word_end)
    if "(" in text[word_end : match.start("number")] and text[draft.end : draft.end + 1] == ")":
        draft.end += 1
    return _listed(text, draft, (start, word_end))


def _unfilled(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết số …/2025/NQ-HĐND»: a draft, or the document itself before it had its number."""
    match = _UNFILLED.match(text, word_end)
    if match is None:
        return []
    draft = Draft(start, match.end(), "numbered", "references.numbered.unfilled", document_type)
    draft.number = read_blank_number(match["number"])
    draft.evidence.update(document_type=(start, word_end), number=match.span("number"))
    blank = _BLANK_DATE.match(text, draft.end)
    if blank is not None:
        draft.end = blank.end()
        draft.evidence["year"] = blank.span("year")
        draft.year = blank["year"]
    read_tail(text, draft)
    return [draft]


def number_behind_issuer(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết của Chính phủ số 30a/2008/NQ-CP», «Chỉ thị của Thủ tướng Chính phủ (số 05/CT-TTg)»."""
    window = text[word_end : word_end + 150]
    if window[:1] not in (" ", ",") or not any(word in window for word in _SO_WORDS):
        return []
    ahead = _ISSUER_FIRST.match(text, word_end)
    if ahead is None:
        return []
    issuer, end = read_issuer(text, ahead.end(), document_type in _JOINT)
    if issuer is None:
        return []
    match = _NUMBER_BEHIND.match(text, end)
    if match is None:
        return []
    draft = _draft(text, start, match, document_type)
    draft.rule = "references.numbered.number_behind_issuer"
    draft.issuer = issuer
    draft.evidence["document_type"] = (start, word_end)
    draft.evidence["issuer"] = (ahead.end(), end)
    drafts = _listed(text, draft, (start, word_end))
    if match["open"] and text[drafts[-1].end : drafts[-1].end + 1] == ")":
        drafts[-1].end += 1
    # «các Nghị định của Chính phủ: số 63/2010/NĐ-CP …; số 48/2013/NĐ-CP …»
    for member in drafts[1:]:
        if member.issuer is None:
            member.issuer = issuer
            member.evidence["issuer"] = draft.evidence["issuer"]
    return drafts


def dated(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết ngày 5/3/2024 của Chính phủ số 12/NQ-CP»: the day comes first; the number may be left out."""
    if not text.startswith((" ngày ", ", ngày "), word_end) or not text[start].isupper():
        return []
    draft = Draft(start, word_end, "named", "references.numbered.dated", document_type)
    draft.evidence["document_type"] = (start, word_end)
    read_tail(text, draft)
    match = _NUMBER_BEHIND.match(text, draft.end)
    if match is not None:
        first, last = match.span("number")
        draft.kind, draft.number = "numbered", read_number(text[first:last])
        draft.evidence["number"] = (first, last)
        draft.end = last + 1 if match["open"] and text[last : last + 1] == ")" else last
    return [draft] if draft.date is not None and (draft.issuer is not None or draft.number is not None) else []


def serial_alone(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Chỉ thị số 05 của Bộ Chính trị», «Nghị quyết 57», «các Nghị định số 217, 212 ban hành năm 2026»."""
    match = _SHORT.match(text, word_end)
    if match is None or (
        not match["so"] and document_type not in _KNOWN_BY_SERIAL and not _is_programme(text, match, document_type)
    ):
        return []
    if document_type in _NEVER_BY_SERIAL or (match["year"] and document_type not in _WITH_YEAR):
        return []
    if match["year"]:
        return _serial_and_year(text, start, word_end, document_type, match)
    serials = [match.span("serial")]
    position = match.end()
    while (follow := _NEXT_SHORT.match(text, position)) is not None:
        serials.append(follow.span("serial"))
        position = follow.end()
    drafts: list[Draft] = []
    for first, last in serials:
        draft = Draft(
            first if drafts else start,
            last,
            "numbered",
            "references.numbered.serial_alone",
            document_type,
            Number(text=text[first:last], serial=text[first:last]),
            evidence={"number": (first, last), "document_type": (start, word_end)},
            joined=bool(drafts),
        )
        drafts.append(draft)
    year = _SHARED_YEAR.match(text, position)
    if year and len(drafts) > 1:
        for draft in drafts:
            draft.year = year[1]
            draft.evidence["year"] = (year.start(1), year.end(1))
    else:
        read_tail(text, drafts[-1])
    return drafts


def _is_programme(text: str, match: re.Match[str], document_type: str) -> bool:
    """«Chương trình 135», «Chương trình 30a»: at the end of a phrase; «Chương trình 3 dám» is none."""
    long = document_type == "Chương trình" and len(match["serial"] or "") > 1
    return long and _PHRASE_END.match(text, match.end()) is not None


def _serial_and_year(text: str, start: int, word_end: int, document_type: str, match: re.Match[str]) -> list[Draft]:
    """«Nghị định số 123/2020 ngày 19/10/2020 của Chính phủ»: the sign is left out."""
    first, last = match.start("dated"), match.end()
    number = Number(text=text[first:last], serial=match["dated"], year=match["year"])
    draft = Draft(start, last, "numbered", "references.numbered.serial_and_year", document_type, number)
    draft.evidence.update(document_type=(start, word_end), number=(first, last))
    read_tail(text, draft)
    return [draft]


def _draft(text: str, start: int, match: re.Match[str], document_type: str) -> Draft:
    first, last = match.span("number")
    number = read_number(text[first:last])
    if document_type == "Công văn" and text.startswith(("Văn bản", "văn bản"), start):
        # «Văn bản số 5788/TTr-SXD»: the sign says what kind of paper it is.
        document_type = kind_of_sign(number) or document_type
    return Draft(
        start,
        last,
        "numbered",
        "references.numbered.full_number",
        document_type,
        number,
        evidence={"number": (first, last)},
    )


def _listed(text: str, first: Draft, head: tuple[int, int]) -> list[Draft]:
    """``first`` with its tail, and the members of its list with theirs."""
    document_type = first.document_type or ""
    joint = document_type in _JOINT
    read_tail(text, first, joint)
    drafts = [first]
    while True:
        follow = (
            _NEXT_IN_LIST.match(text, drafts[-1].end) if text[drafts[-1].end : drafts[-1].end + 1] in " ,;" else None
        )
        behind_title = follow is None
        follow = follow or _further(text, drafts[-1].end)
        if follow is None:
            break
        start = follow.start("word") if follow["word"] else follow.start("number")
        draft = _draft(text, start, follow, document_type)
        draft.evidence["document_type"] = head
        draft.rule = "references.numbered.next_in_list"
        draft.joined = True
        _cut_title(drafts[-1], start if behind_title else drafts[-1].end)
        own = kind_of_sign(draft.number) if draft.number is not None else None
        if own is not None and own != document_type and document_type in kinds_by_sign().values():
            draft.document_type = own
        same_day = _SAME_DAY.match(text, draft.end)
        read_tail(text, draft, joint)
        drafts.append(draft)
        if same_day is not None and draft.date is not None:
            for member in drafts[:-1]:
                if member.date is None:
                    member.date = draft.date
                    member.evidence["date"] = draft.evidence["date"]
    _share_backwards(drafts)
    return drafts


def _further(text: str, position: int) -> re.Match[str] | None:
    """«số 63/2010/NĐ-CP … về kiểm soát thủ tục hành chính; số 48/2013/NĐ-CP»: the list goes on behind a title."""
    limit = position + _FURTHER
    found = text.find("ố ", position, limit)
    while found > 0:
        match = _WITH_SO.match(text, found - 1) if text[found - 1] in "sS" else None
        if match is not None:
            start = found - 1
            apart = _SEPARATED.search(text, max(position, start - 4), start)
            return match if apart is not None and _SENTENCE_END.search(text, position, start) is None else None
        found = text.find("ố ", found + 1, limit)
    return None


def _cut_title(draft: Draft, stop: int) -> None:
    """A title ends where the next member of the list begins; without room between them there is none."""
    place = draft.evidence.get("title")
    if place is None or draft.title is None:
        return
    draft.title = draft.title[: max(0, stop - place[0])].rstrip(" ,;").removesuffix(" và") or None
    if draft.title is None:
        del draft.evidence["title"]
    else:
        draft.evidence["title"] = (place[0], place[0] + len(draft.title))


def _share_backwards(drafts: list[Draft]) -> None:
    """In «số 1/NQ-CP, số 2/NQ-CP ngày … của Chính phủ» the issuer at the end serves all with the same symbol."""
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        same = draft.number and following.number and draft.number.symbol == following.number.symbol
        if draft.issuer is None and following.issuer is not None and same:
            draft.issuer = following.issuer
            draft.evidence["issuer"] = following.evidence["issuer"]
