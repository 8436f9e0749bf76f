"""Documents cited by number: «Nghị quyết số 233-NQ/TU ngày 25/7/2022 của Tỉnh ủy», lists of them, short forms."""

import re

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.numbers import NUMBER, read_number
from nghiquyet.extractors.references.tails import read_tail
from nghiquyet.model import Number

_NUMBERED = re.compile(rf"\s*(?:[Ss]ố\s*:?\s*|SỐ\s*:?\s*)?({NUMBER})")
_NEXT_IN_LIST = re.compile(rf"\s*(?:,|;|và|,\s*và|hoặc)\s*(?P<word>(?:số|Số)\s+)?(?P<number>{NUMBER})")
_SHORT = re.compile(
    r"\s+(?:(?P<so>số)\s+)?(?P<serial>\d{1,4})(?![\w%/.]|,\d|\s?-\s?[A-Z]|\s*(?:năm|tháng|ngày|tỷ|triệu|%))"
)
_NEXT_SHORT = re.compile(
    r"\s*(?:,|và)\s*(?:số\s+)?(?P<serial>\d{1,4})(?![\w%/]|[.,]\d)(?=\s*(?:,|và|của|ban hành|năm|$|\.|;|\)))"
)
_SHARED_YEAR = re.compile(r"\s+(?:ban hành\s+)?năm\s+((?:19|20)\d\d)(?!\d)")
# «Nghị quyết 57», «Chỉ thị 05», «Đề án 06», «Khoán 10»: kinds whose documents are known by their bare number.
_KNOWN_BY_SERIAL = frozenset(
    {"Nghị quyết", "Chỉ thị", "Kết luận", "Quy định", "Đề án", "Nghị định", "Quyết định", "Thông tư"}
)


def full_number(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """A kind and a full number, then every further number of the same list."""
    match = _NUMBERED.match(text, word_end)
    if match is None:
        return []
    drafts = [_draft(text, start, match.start(1), match.end(1), document_type)]
    drafts[0].evidence["document_type"] = (start, word_end)
    read_tail(text, drafts[0])
    while (follow := _NEXT_IN_LIST.match(text, drafts[-1].end)) is not None:
        first = follow.start("word") if follow["word"] else follow.start("number")
        draft = _draft(text, first, follow.start("number"), follow.end("number"), document_type)
        draft.evidence["document_type"] = (start, word_end)
        draft.rule = "references.numbered.next_in_list"
        drafts[-1].title = None
        drafts[-1].evidence.pop("title", None)
        read_tail(text, draft)
        drafts.append(draft)
    _share_backwards(drafts)
    return drafts


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
    drafts = []
    for index, (first, last) in enumerate(serials):
        draft = Draft(
            first if index else start,
            last,
            "numbered",
            "references.numbered.serial_alone",
            document_type,
            Number(text=text[first:last], serial=text[first:last]),
            evidence={"number": (first, last), "document_type": (start, word_end)},
        )
        drafts.append(draft)
    year = _SHARED_YEAR.match(text, position)
    if year:
        for draft in drafts:
            draft.year = year[1]
            draft.evidence["year"] = (year.start(1), year.end(1))
    else:
        read_tail(text, drafts[-1])
    return drafts


def _draft(text: str, start: int, first: int, last: int, document_type: str) -> Draft:
    return Draft(
        start,
        last,
        "numbered",
        "references.numbered.full_number",
        document_type,
        read_number(text[first:last]),
        evidence={"number": (first, last)},
    )


def _share_backwards(drafts: list[Draft]) -> None:
    """In «số 1/NQ-CP, số 2/NQ-CP ngày … của Chính phủ» the issuer at the end serves all with the same symbol."""
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        same = draft.number and following.number and draft.number.symbol == following.number.symbol
        if draft.issuer is None and following.issuer is not None and same:
            draft.issuer = following.issuer
            draft.evidence["issuer"] = following.evidence["issuer"]
