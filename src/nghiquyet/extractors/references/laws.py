"""Laws, codes, ordinances and the Constitution, cited by name."""

import re

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.numbers import NUMBER, read_number
from nghiquyet.extractors.references.tails import read_tail, read_year
from nghiquyet.lexicons.law_names import LAW_NAMES

_NUMBER = re.compile(rf"\s*,?\s*\(?(?:[Ll]uật\s+)?số\s*:?\s*({NUMBER})\)?")
_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d\d)(?![\d/.-]|\s*-\s*\d)")
# An unknown name: a capital, then words up to a mark or a word that cannot belong to it.
_STOP = (
    r"(?:thì|có|được|quy định|ngày|năm|số|của|về|này|trong|theo|đã|là|để|tại|với|cho|từ|khi|hiện hành|hoặc|nhằm|phải|"
    r"do|bằng|bị|sẽ|không|đó|trên|trước|sau|vào|đang|cũng|như|nêu|khác|thay thế|sửa đổi)"
)
_UNKNOWN = re.compile(
    rf"\s+([A-ZĐÀ-Ỵ][^\W\d_]*(?:(?:,\s|\s)(?!{_STOP}(?!\w)|và\s+(?:Luật|Bộ luật|Pháp lệnh|các|Nghị|Quyết|Thông))[^\W\d_]+){{0,11}})"
)
_AMENDING = re.compile(
    r"\s+(?:[Ss]ửa đổi|[Bb]ổ sung|[Ss]ửa đổi, bổ sung)(?:,\s+bổ sung)?\s+(?:một số điều\s+(?:và Phụ lục\s+\w*\s*)?của\s+|một số\s+Điều\s+của\s+)?"
)
_MEMBER = re.compile(r"(?:các\s+)?(?:Bộ luật|Luật|luật|Pháp lệnh)(?=\s)")
_JOIN = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")


def named_law(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Luật Đất đai năm 2024», «Luật thực hiện dân chủ ở cơ sở», «Hiến pháp năm 2013»."""
    amending = _AMENDING.match(text, word_end)
    if amending and document_type != "Hiến pháp":
        draft = _amending_law(text, start, word_end, amending.end(), document_type)
        if draft is not None:
            return [draft]
    draft = Draft(start, word_end, "named", "references.laws.named_law", document_type)
    draft.evidence["document_type"] = (start, word_end)
    if document_type == "Hiến pháp":
        of = re.compile(r"\s+(?:nước\s+)?Cộng h[òo][àa] xã hội chủ nghĩa Việt Nam").match(text, word_end)
        draft.end = of.end() if of else word_end
        draft.name = "nước Cộng hòa xã hội chủ nghĩa Việt Nam" if of else None
    else:
        found = _name_end(text, word_end)
        if found is None:
            return []
        first, draft.end, draft.name, draft.rule = found
        draft.evidence["name"] = (first, draft.end)
    _law_tail(text, draft)
    return [draft]


def _name_end(text: str, word_end: int) -> tuple[int, int, str, str] | None:
    if text[word_end : word_end + 1] != " ":
        return None
    known = LAW_NAMES.match(text, word_end + 1)
    if known is not None:
        return word_end + 1, known[0], text[word_end + 1 : known[0]], "references.laws.known_name"
    match = _UNKNOWN.match(text, word_end)
    if match is None:
        return None
    name = match[1]
    # «Luật Thuế … và» at the edge: a conjunction never ends a name.
    while name.endswith((" và", ",")):
        name = name[: name.rindex(" ")] if name.endswith(" và") else name[:-1]
    return match.start(1), match.start(1) + len(name), name, "references.laws.capitalised_name"


def _law_tail(text: str, draft: Draft) -> None:
    match = _NUMBER.match(text, draft.end)
    if match:
        draft.number = read_number(match[1])
        draft.evidence["number"] = match.span(1)
        draft.end = match.end() if "(" in match.group() and match.group().endswith(")") else match.end(1)
        draft.kind = "numbered"
    else:
        year = _YEAR.match(text, draft.end)
        if year:
            draft.year = year[1]
            draft.evidence["year"] = year.span(1)
            draft.end = year.end()
        else:
            read_year(text, draft)
    read_tail(text, draft)


def _amending_law(text: str, start: int, word_end: int, position: int, document_type: str) -> Draft | None:
    """«Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C»: one reference; the names inside are its title."""
    end = None
    while (member := _MEMBER.match(text, position)) is not None:
        found = _name_end(text, member.end())
        if found is None:
            break
        end = found[1]
        join = _JOIN.match(text, end)
        if join is None:
            break
        position = join.end()
    if end is None:
        return None
    draft = Draft(start, end, "named", "references.laws.amending_law", document_type, amendment=True)
    draft.name = text[word_end + 1 : end]
    draft.evidence.update(document_type=(start, word_end), name=(word_end + 1, end))
    _law_tail(text, draft)
    return draft
