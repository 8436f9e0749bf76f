"""Documents of congresses and plenums, which carry no number.

The patterns are in small letters and are matched on the lowered words behind the kind, so that «NGHỊ QUYẾT ĐẠI HỘI
ĐẢNG BỘ TỈNH LẦN THỨ XIX» and its normal form are one.
"""

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.model import Issuer
from nghiquyet.text import patterns as re
from nghiquyet.text.numerals import ordinal_value
from nghiquyet.text.vietnamese import LOWER

WINDOW = 230
_NUMERAL = (
    r"(?:[ivxl]+|\d{1,2}|(?:hai mươi|mười)(?: (?:một|mốt|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín))?"
    r"|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)(?!\w)"
)
_UNIT = r"(?:tỉnh|thành phố|tp\.?|huyện|thị xã|xã|phường|quận|đặc khu|khối [^,.;]{5,60}?)"
_PLACE_STOP = (
    r"(?:lần|nhiệm|khóa|khoá|về|và|đã|đề|trong|là|theo|có|thứ|các|của|đến|với|cũng|được|như|để|vào|giai)(?!\w)"
)
_PLACE = rf"(?: (?!{_PLACE_STOP})[{LOWER}]+(?:-[{LOWER}]+)?){{1,4}}"


def _party(group: str) -> str:
    return (
        rf"(?:đảng bộ(?: {_UNIT}(?P<{group}>{_PLACE})?)?"
        r"|đảng(?: cộng sản việt nam| ta)?(?! (?:bộ|ủy|uỷ|viên|các)))"
    )


_CONGRESS = re.compile(
    rf" (?:của )?đại hội(?: đại biểu)?(?: toàn quốc)?(?: {_party('place')})?(?: toàn quốc)?"
    rf"(?:,? (?:lần thứ |thứ |kh[oó][aá] )?(?P<congress>{_NUMERAL}))?(?:,? (?:của )?{_party('owner')})?(?!\w)"
    r"(?:,? ?\(?nhiệm kỳ (?P<years>\d{4} ?[-–] ?\d{4})\)?)?"
)
_KHOA = r"kh[oó][aá]"
_TERM = rf"(?:[ ,]{{0,2}}\(? ?{_KHOA} (?P<term>[ivxlh]+|\d{{1,2}})(?!\w)(?: của đảng)?\)?)?"
_PLENUM = re.compile(
    rf" (?:của )?(?:hội nghị )?(?:lần thứ )?(?:ban chấp hành )?(?:trung ương|tw|t\.ư|tư)(?: đảng)?(?: lần thứ)? ?(?P<plenum>{_NUMERAL}){_TERM}"
)
_CONFERENCE = re.compile(
    rf" (?:của )?hội nghị(?: lần thứ| thứ| lần)? (?P<plenum>{_NUMERAL}),? ?(?:của )?"
    rf"(?:(?:ban chấp hành|bch)(?: trung ương)?(?: đảng)?(?: cộng sản việt nam)?|trung ương(?: đảng)?|(?={_KHOA})){_TERM}"
)
_NEXT_PLENUM = re.compile(
    rf" ?(?:,|và) ?(?P<own>(?:nghị quyết )?(?:trung ương )?)(?P<plenum>\d{{1,2}}|[ivx]+)(?![\w/.-]){_TERM}"
    rf"(?= ?(?:,|và \d|;|\.|\)|$| kh[oó])|(?<=[ivxl])|(?<=[ivxl]\)))"
)
_NEXT_TERM = re.compile(rf" ?(?:, và|,|và) ?(?P<head>\(?{_KHOA} )?(?P<term>[ivxl]+)(?![\w.-])\)?")
_BRACKETED = re.compile(rf"\({_KHOA} ")
_KINDS = frozenset({"Nghị quyết", "Văn kiện", "Báo cáo", "Kết luận", "Chương trình"})


def congress_document(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020-2025»; «Nghị quyết Đại hội XIII của Đảng».

    Without an ordinal a unit or the years of the term must say which congress it was.
    """
    lowered = _lowered(text, word_end)
    if not lowered.startswith((" đại hội", " của đại hội")) or document_type not in _KINDS:
        return []
    match = _CONGRESS.match(lowered)
    if match is None:
        return []
    printed = match["congress"]
    ordinal = (ordinal_value(printed) or ordinal_value(printed.upper())) if printed else None
    group = "place" if match["place"] else "owner"
    first, last = _moved(match.span(group), word_end)
    name, stop = _capitalised(text, first, last) if match[group] else ("", last)
    if ordinal is None and not ((match["years"] or name) and text[start].isupper()):
        return []
    draft = Draft(start, word_end + match.end(), "named", "references.congresses.congress_document", document_type)
    draft.evidence["document_type"] = (start, word_end)
    if match[group] and last == draft.end:
        draft.end = stop
    draft.issuer = Issuer(
        name=text[
            word_end + len(" của ") if lowered.startswith(" của ") else word_end + 1 : _issuer_end(
                match, word_end, draft.end
            )
        ],
        level="central" if "đảng bộ" not in match.group() else None,
        territory=name or None,
    )
    if ordinal is not None:
        draft.congress = str(ordinal)
        draft.evidence["congress"] = _moved(match.span("congress"), word_end)
    if match["years"]:
        draft.term = "".join(match["years"].split()).replace("–", "-")
        draft.evidence["term"] = _moved(match.span("years"), word_end)
    return [draft]


def plenum_document(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết Trung ương 4 khóa XI, XII» (two documents), «Kết luận Hội nghị Trung ương 4 khóa XIII»."""
    lowered = _lowered(text, word_end)
    if not lowered.startswith((" trung", " hội", " tw", " của hội", " ban chấp", " t.ư", " lần")):
        return []
    match = _PLENUM.match(lowered) or _CONFERENCE.match(lowered)
    if match is None or (match["term"] is None and match.re is _CONFERENCE and "trung ương" not in match.group()):
        return []
    head = (start, word_end)
    drafts = [_plenum(start, match, word_end, document_type)]
    drafts[0].evidence["document_type"] = head
    while drafts[-1].term is None and (follow := _NEXT_PLENUM.match(lowered, drafts[-1].end - word_end)) is not None:
        draft = _plenum(word_end + follow.start("own"), follow, word_end, document_type)
        draft.evidence["document_type"] = head
        draft.joined = True
        drafts.append(draft)
    shared = drafts[-1].term
    for draft in drafts[:-1]:
        if draft.term is None and shared is not None:
            draft.term = shared
            draft.evidence["term"] = drafts[-1].evidence["term"]
    while shared and (follow := _NEXT_TERM.match(lowered, drafts[-1].end - word_end)) is not None:
        printed = text[word_end + follow.start("term") : word_end + follow.end("term")]
        if not printed.isupper():
            break
        group = "term"
        draft = Draft(
            word_end + follow.start(group),
            word_end + follow.end(group),
            "named",
            "references.congresses.next_term",
            document_type,
            plenum=drafts[-1].plenum,
            term=str(ordinal_value(printed) or printed),
            joined=True,
        )
        draft.evidence.update(
            document_type=head,
            term=_moved(follow.span("term"), word_end),
            plenum=drafts[-1].evidence["plenum"],
        )
        drafts.append(draft)
    return drafts


def _issuer_end(match: re.Match[str], offset: int, end: int) -> int:
    """The congress itself, without the years of its term."""
    if not match["years"]:
        return end
    return offset + match.start() + len(match.group()[: match.group().rindex("nhiệm kỳ")].rstrip(" ,("))


def _lowered(text: str, position: int) -> str:
    window = text[position : position + WINDOW]
    lowered = window.lower()
    return lowered if len(lowered) == len(window) else window


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _capitalised(text: str, first: int, last: int) -> tuple[str, int]:
    """The words with a capital at ``first``, and where they end: « Lào Cai đã đề ra» is Lào Cai."""
    end = first
    for word in re.finditer(r" (\S+)", text[first:last]):
        if not word[1][0].isupper():
            break
        end = first + word.end()
    return text[first:end].strip(), end


def _plenum(start: int, match: re.Match[str], offset: int, document_type: str) -> Draft:
    end = match.end()
    draft = Draft(start, offset + end, "named", "references.congresses.plenum_document", document_type)
    numeral = match["plenum"]
    value = ordinal_value(numeral) or ordinal_value(numeral.upper())
    draft.plenum = str(value or numeral)
    draft.evidence["plenum"] = _moved(match.span("plenum"), offset)
    if match["term"]:
        # «khóa XHI»: a scanner makes one letter of two strokes.
        draft.term = str(ordinal_value(match["term"].upper().replace("H", "II")) or match["term"])
        draft.evidence["term"] = _moved(match.span("term"), offset)
        # «khóa XIII)» closes a bracket that did not open here.
        if match.group().endswith(")") and "(" not in match.group():
            draft.end -= 1
    return draft
