"""Documents cited by number: «Nghị quyết số 233-NQ/TU ngày 25/7/2022 của Tỉnh ủy», lists of them, short forms."""

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.tails import read_issuer, read_tail
from nghiquyet.identities.numbers import BLANK_NUMBER, NUMBER, read_blank_number, read_number
from nghiquyet.model import Number
from nghiquyet.text import patterns as re

_SO = r"(?:(?:[Ss]ố|[Ss]ô|SỐ) ?:? ?)"
_NUMBERED = re.compile(rf" ?:?(?: ?\( ?)?{_SO}?(?P<number>{NUMBER})")
_UNFILLED = re.compile(rf" {_SO}(?P<number>{BLANK_NUMBER})")
_ISSUER_FIRST = re.compile(rf",? (?:của )?(?=[A-ZĐÀ-Ỹ])(?=[^.;:()\d]{{4,110}},? ?\(? ?{_SO}\d)")
_NUMBER_BEHIND = re.compile(rf" ?,? ?(?P<open>\( ?)?{_SO}(?P<number>{NUMBER})")
_NEXT_IN_LIST = re.compile(rf" ?(?:,|;|và|, ?và|hoặc|;? và) ?(?P<word>{_SO})?(?P<number>{NUMBER})")
_SHORT = re.compile(
    r" ?(?P<so>(?:[Ss]ố|SỐ) ?:? ?)?(?P<serial>\d{1,4}[a-zđ]?)"
    r"(?![\w%/]|\.\d|,\d| ?[-–] ?[A-Z\d]| ?/| (?:năm|tháng|ngày|tỷ|triệu|nghìn|ha|xã|huyện|tỉnh|phường|người|điểm|nội dung|nhóm)(?!\w))"
)
_NEXT_SHORT = re.compile(
    r" ?(?:,|và|, ?và) ?(?:số )?(?P<serial>\d{1,4}[a-zđ]?)(?![\w%/-]|[.,]\d)(?= ?(?:,|và|của|ban hành|năm|$|\.|;|\)))"
)
_SHARED_YEAR = re.compile(r" (?:được )?(?:ban hành )?năm ((?:19|20)\d\d)(?!\d)")
_SAME_DAY = re.compile(r" ?,? ?cùng (?=ngày)")
# «Nghị quyết 57», «Chỉ thị 05», «Đề án 06», «Khoán 10»: kinds whose documents are known by their bare number.
_KNOWN_BY_SERIAL = frozenset(
    {
        "Nghị quyết", "Chỉ thị", "Kết luận", "Quy định", "Đề án", "Nghị định", "Quyết định", "Thông tư", "Hướng dẫn",
        "Luật",
    }
)  # fmt: skip
_JOINT = frozenset({"Thông tư liên tịch", "Nghị quyết liên tịch"})


def full_number(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """A kind and a full number, then every further number of the same list."""
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
    read_tail(text, draft)
    return [draft]


def number_behind_issuer(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết của Chính phủ số 30a/2008/NQ-CP», «Chỉ thị của Thủ tướng Chính phủ (số 05/CT-TTg)»."""
    if text[word_end : word_end + 1] not in " ,":
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
    read_tail(text, draft)
    if match["open"] and text[draft.end : draft.end + 1] == ")":
        draft.end += 1
    return [draft]


def serial_alone(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Chỉ thị số 05 của Bộ Chính trị», «Nghị quyết 57», «các Nghị định số 217, 212 ban hành năm 2026»."""
    match = _SHORT.match(text, word_end)
    if match is None or (not match["so"] and document_type not in _KNOWN_BY_SERIAL):
        return []
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


def _draft(text: str, start: int, match: re.Match[str], document_type: str) -> Draft:
    first, last = match.span("number")
    return Draft(
        start,
        last,
        "numbered",
        "references.numbered.full_number",
        document_type,
        read_number(text[first:last]),
        evidence={"number": (first, last)},
    )


def _listed(text: str, first: Draft, head: tuple[int, int]) -> list[Draft]:
    """``first`` with its tail, and the members of its list with theirs."""
    document_type = first.document_type or ""
    joint = document_type in _JOINT
    read_tail(text, first, joint)
    drafts = [first]
    if text[first.end : first.end + 1] not in " ,;":
        return drafts
    while (follow := _NEXT_IN_LIST.match(text, drafts[-1].end)) is not None:
        start = follow.start("word") if follow["word"] else follow.start("number")
        draft = _draft(text, start, follow, document_type)
        draft.evidence["document_type"] = head
        draft.rule = "references.numbered.next_in_list"
        draft.joined = True
        drafts[-1].title = None
        drafts[-1].evidence.pop("title", None)
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


def _share_backwards(drafts: list[Draft]) -> None:
    """In «số 1/NQ-CP, số 2/NQ-CP ngày … của Chính phủ» the issuer at the end serves all with the same symbol."""
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        same = draft.number and following.number and draft.number.symbol == following.number.symbol
        if draft.issuer is None and following.issuer is not None and same:
            draft.issuer = following.issuer
            draft.evidence["issuer"] = following.evidence["issuer"]
