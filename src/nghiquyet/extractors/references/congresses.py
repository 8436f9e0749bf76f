"""Documents of congresses and plenums, which carry no number."""

import re

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.text.numerals import ordinal_value

_PLACE = r"[A-ZĐÀ-Ỵ][\w]*(?:\s+[A-ZĐÀ-Ỵ][\w]*){0,3}"
_ORDINAL = (
    r"[IVXL]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín))?"
)
_CONGRESS = re.compile(
    rf"\s+(?:của\s+)?Đại hội(?:\s+đại biểu)?(?:\s+toàn quốc)?(?:\s+(?:Đảng bộ|đảng bộ|Đảng)(?:\s+(?:tỉnh|thành phố|huyện|thị xã|xã|phường|quận)(?:\s+{_PLACE})?)?)?"
    rf"\s+(?:lần thứ\s+)?(?P<congress>{_ORDINAL})(?!\w)"
    rf"(?:\s+(?:của\s+)?Đảng(?:\s+bộ(?:\s+(?:tỉnh|thành phố|huyện|thị xã|xã|phường)(?:\s+{_PLACE})?)?)?(?!\s+(?:bộ|ủy))(?!\w))?"
    r"(?:,?\s*\(?nhiệm kỳ\s+(?P<term>\d{4}\s?[-–]\s?\d{4})\)?)?"
)
_TERM = r"kh[oó][aá]"
_PLENUM = re.compile(
    rf"\s+(?:của\s+)?(?:Hội nghị\s+)?(?:Trung ương|TW|TƯ)\s+(?P<plenum>{_ORDINAL})(?!\w)"
    rf"(?:\s*,?\s*\(?{_TERM}\s+(?P<term>[IVXL]+|\d{{1,2}})\)?(?!\w))?"
)
_CONFERENCE = re.compile(
    rf"\s+(?:của\s+)?Hội nghị(?:\s+lần thứ|\s+thứ)?\s+(?P<plenum>{_ORDINAL})(?!\w),?\s+(?:của\s+)?"
    rf"(?:Ban Chấp hành|BCH|Ban chấp hành)(?:\s+Trung ương)?(?:\s+Đảng)?(?:\s+Cộng sản Việt Nam)?(?:\s*,?\s*\(?{_TERM}\s+(?P<term>[IVXL]+|\d{{1,2}})\)?(?!\w))?"
)
_NEXT_PLENUM = re.compile(
    rf"\s*(?:,|và)\s*(?P<plenum>\d{{1,2}})(?:\s*,?\s*\(?{_TERM}\s+(?P<term>[IVXL]+)\)?)?(?=\s*(?:,|và\s+\d|kh[oó]|\.|;|$)|(?<=[IVXL]))"
)
_NEXT_TERM = re.compile(rf"\s*(?:,|và)\s*(?:{_TERM}\s+)?(?P<term>[IVXL]+)(?![\w.-])")


def congress_document(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020-2025»."""
    match = _CONGRESS.match(text, word_end)
    if match is None:
        return []
    value = ordinal_value(match["congress"])
    if value is None:
        return []
    draft = Draft(start, match.end(), "named", "references.congresses.congress_document", document_type)
    draft.congress = str(value)
    draft.evidence.update(document_type=(start, word_end), congress=match.span("congress"))
    if match["term"]:
        draft.term = re.sub(r"\s", "", match["term"]).replace("–", "-")
        draft.evidence["term"] = match.span("term")
    return [draft]


def plenum_document(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết Trung ương 4 khóa XI, XII» (two documents), «Kết luận Hội nghị Trung ương 4 khóa XIII»."""
    match = _PLENUM.match(text, word_end) or _CONFERENCE.match(text, word_end)
    if match is None:
        return []
    drafts = [_plenum(start, match, document_type)]
    drafts[0].evidence["document_type"] = (start, word_end)
    while (follow := _NEXT_PLENUM.match(text, drafts[-1].end)) is not None and drafts[-1].term is None:
        drafts.append(_plenum(follow.start("plenum"), follow, document_type))
    shared = drafts[-1].term
    for draft in drafts:
        draft.term = draft.term or shared
    while shared and (follow := _NEXT_TERM.match(text, drafts[-1].end)) is not None:
        draft = Draft(follow.start("term"), follow.end(), "named", "references.congresses.next_term", document_type)
        draft.plenum = drafts[-1].plenum
        draft.term = str(ordinal_value(follow["term"]) or follow["term"])
        draft.evidence.update(
            document_type=(start, word_end), term=follow.span("term"), plenum=drafts[-1].evidence["plenum"]
        )
        drafts.append(draft)
    return drafts


def _plenum(start: int, match: re.Match[str], document_type: str) -> Draft:
    draft = Draft(start, match.end(), "named", "references.congresses.plenum_document", document_type)
    draft.plenum = str(ordinal_value(match["plenum"]) or match["plenum"])
    draft.evidence["plenum"] = match.span("plenum")
    if match["term"]:
        draft.term = str(ordinal_value(match["term"]) or match["term"])
        draft.evidence["term"] = match.span("term")
    return draft
