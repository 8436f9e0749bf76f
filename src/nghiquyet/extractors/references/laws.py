"""Laws, codes, ordinances and the Constitution, cited by name."""

from functools import cache

from nghiquyet.extractors.references.anchors import LAW_ABBREVIATIONS
from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.tails import read_tail, read_year
from nghiquyet.identities.numbers import NUMBER, read_number
from nghiquyet.lexicons.law_names import LAW_NAMES
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER, UPPER

_NUMBER = re.compile(rf" ?,? ?(?P<open>\( ?)?(?:[Ll]uật )?(?:[Ss]ố|[Ss]ô|SỐ) ?:? ?(?P<number>{NUMBER})(?(open) ?\))?")
_BARE_NUMBER = re.compile(rf" (?P<open>\( ?)?(?P<number>(?=\d{{1,4}}/\d{{4}}/){NUMBER})(?(open) ?\))")
_YEAR = re.compile(r" (?:năm |\(năm )?(?P<year>(?:19|20)\d\d)\)?(?![\d/.-]\d| ?[-–] ?\d)")
# An unknown name: a capital, then words up to a mark or a word that cannot belong to it.
_STOP = (
    r"(?:thì|có|được|quy định|ngày|năm|số(?= ?[\d:…._(])|của|về|này|trong|theo|đã|là|để|tại|với|cho|từ|khi|hiện hành|hoặc|nhằm|phải|"
    r"do|bằng|bị|sẽ|không|đó|trên|trước|sau|vào|đang|cũng|như|nêu|khác|thay thế|sửa đổi|căn cứ|Căn cứ|mới|cũ|nói|"
    r"Nghị định|Nghị quyết|Quyết định|Thông tư|Luật|Bộ luật|Pháp lệnh|Chỉ thị|xem xét|phù hợp|đồng thời|trình|cụ thể|báo cáo|bao gồm|áp dụng|gửi|đề nghị)"
)
_WORD = rf"[{UPPER}{LOWER}]+"
_UNKNOWN = re.compile(
    rf" (?!(?:{_STOP}|Việt Nam)(?!\w))(?P<name>[{UPPER}]{_WORD[:-1]}*"
    rf"(?:(?: ?, | )(?!{_STOP}(?!\w)|và (?:Luật|Bộ luật|Pháp lệnh|các|Nghị|Quyết|Thông|văn|quy|pháp))(?:và )?{_WORD}){{0,11}})"
)
# An unknown name in small letters needs its end said: a number, a day or a year behind it.
_BOUNDED = re.compile(
    rf" (?P<name>(?!{_STOP}(?!\w)|sư(?!\w)|gia(?!\w)|pháp(?!\w)|lệ(?!\w)|tục(?!\w)|định(?!\w))[{LOWER}]+"
    rf"(?:(?: ?, | )(?!{_STOP}(?!\w)){_WORD}){{0,13}})"
    r"(?= (?:số ?:? ?\d|ngày \d|năm (?:19|20)\d\d))"
)
# «Luật KH,CN&ĐMST năm 2025», «Luật NSNN số 83/2015/QH13»: letters alone want a year or a number behind them.
_ABBREVIATED = re.compile(
    r" (?P<name>[A-ZĐ]{2,8}(?:[,& -]{1,2}[A-ZĐ]{2,8}){0,3})(?= (?:năm )?(?:19|20)\d\d(?!\d)| (?:số|sửa đổi) )"
)
# «cộng đồng Dân Luật», «Công ty Luật Anh Sĩ», «Khoa Luật Kinh tế» are names of other things.
_FIRMS = ("Dân ", "Công ty ", "Văn phòng ", "Khoa ", "Đại học ", "Hãng ", "Viện ", "Trường ", "ngành ")
_AMENDING = re.compile(
    r" (?:[Ss]ửa đổi|SỬA ĐỔI|[Bb]ổ sung)(?: ?,? (?:bổ sung|BỔ SUNG|thay thế|bãi bỏ))*(?: và bổ sung)? "
)
_SCOPE = re.compile(
    r"(?:(?:một số|một|các|[\d]{1,3}) (?:điều|Điều|khoản|nội dung|luật|Luật)"
    r"|(?:điểm [a-zđ] )?(?:khoản \d{1,2} )?(?:và (?:khoản \d{1,2} )?)?(?:Điều|điều) \d{1,3}[a-z]?(?:(?: ?,| và)(?: Điều)? \d{1,3}[a-z]?)*)"
    r"(?:(?: và)? (?:Phụ lục|phụ lục|Danh mục)(?:[^.;]{0,110}?(?= của (?:Luật|Bộ luật|Pháp lệnh) )| \w+)?)?(?: của| trong)? "
)
_LAWS_ABOUT = re.compile(
    r"(?:(?:\d{1,3}|các|một số|một số điều của các|một số điều của \d{1,3}) (?:luật|Luật) (?:có )?(?:liên quan đến|về|trong lĩnh vực) [^.;:,()\d]{3,90}?(?:, [a-zđ][^.;:,()\dA-Z]{1,30}?)?)"
    r"(?= (?:số|ngày|năm|có hiệu lực) |[.;:()]|,(?! [a-zđ])|,(?= (?:trong|được|đã|có|theo|để)(?!\w))|$)"
)
_SAID = re.compile(r",? \(?(?:số ?:? ?\d|(?:năm )?(?:19|20)\d\d(?!\d)|ngày \d)")
_MEMBER = re.compile(r"(?:các )?(?:Bộ [Ll]uật|Luật|luật|Pháp lệnh)(?= )")
_JOIN = re.compile(r" ?(?:, và|,|;|và) (?=(?:các )?(?:Bộ [Ll]uật|Luật|luật|Pháp lệnh) )")
_CONSTITUTION = re.compile(
    r"(?: (?:của )?(?:nước )?(?:Cộng h[òo][àa] xã hội chủ nghĩa Việt Nam|CHXHCN Việt Nam|Việt Nam Dân chủ Cộng h[òo][àa]))?"
)


def named_law(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Luật Đất đai năm 2024», «Luật thực hiện dân chủ ở cơ sở», «Hiến pháp năm 2013»."""
    code = _codes().get(text[start:word_end])
    if code is not None:
        by_letters = Draft(start, word_end, "named", "references.laws.code_by_letters", document_type, name=code)
        by_letters.evidence.update(document_type=(start, word_end), name=(start, word_end))
        _law_tail(text, by_letters)
        return [by_letters]
    if not text[start].isupper():
        return _small_law(text, start, word_end, document_type)
    if document_type == "Hiến pháp":
        if text.endswith(("đường ", "phố ", "Đường ", "Phố "), 0, start):
            return []
        return [_constitution(text, start, word_end)]
    if text[word_end : word_end + 1] != " " or text.endswith(_FIRMS, 0, start):
        return []
    if text[word_end + 1 : word_end + 2] in "SsBb" and (amending := _AMENDING.match(text, word_end)) is not None:
        draft = _amending_law(text, start, word_end, amending.end(), document_type)
        if draft is not None:
            return [draft]
    found = _name_end(text, word_end)
    if found is None:
        return []
    first, end, rule = found
    draft = Draft(start, end, "named", rule, document_type, name=text[first:end])
    draft.evidence.update(document_type=(start, word_end), name=(first, end))
    _law_tail(text, draft)
    return [draft]


@cache
def _codes() -> dict[str, str]:
    return {word: row.text("name") for row in LAW_ABBREVIATIONS.rows for word in row.words}


def _small_law(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«luật Đất đai», «luật đất đai năm 2024»: a known name, with a capital or with its year or number behind it."""
    first = word_end + 1
    end = LAW_NAMES.match(text, first)
    if end is None or not (text[first].isupper() or _SAID.match(text, end)):
        return []
    draft = Draft(start, end, "named", "references.laws.known_name", document_type, name=text[first:end])
    draft.evidence.update(document_type=(start, word_end), name=(first, end))
    _law_tail(text, draft)
    return [draft]


def _constitution(text: str, start: int, word_end: int) -> Draft:
    of = _CONSTITUTION.match(text, word_end)
    end = of.end() if of else word_end
    draft = Draft(start, end, "named", "references.laws.constitution", "Hiến pháp")
    draft.evidence["document_type"] = (start, word_end)
    if end > word_end:
        draft.name = text[word_end + 1 : end]
        draft.evidence["name"] = (word_end + 1, end)
    _law_tail(text, draft)
    return draft


def _name_end(text: str, word_end: int) -> tuple[int, int, str] | None:
    """Start, end and rule of the name behind the type word."""
    first = word_end + 1
    # «Pháp lệnh về lực lượng dự bị động viên»: what the name says first is not in the table.
    about = text.startswith("về ", first)
    known = LAW_NAMES.match(text, first + 3 if about else first)
    if known is not None:
        return first, known, "references.laws.known_name"
    if about:
        word_end += 3
    match = _UNKNOWN.match(text, word_end)
    if match is not None and not text[first : first + 2].isupper():
        name = match["name"]
        # «Luật Thuế … và» at the edge: a conjunction never ends a name.
        while name.endswith((" và", ",", " ,")):
            name = name.removesuffix(" và").rstrip(" ,")
        return first, first + len(name), "references.laws.capitalised_name"
    short = _ABBREVIATED.match(text, word_end)
    if short is not None:
        return first, short.end("name"), "references.laws.abbreviated_name"
    bounded = _BOUNDED.match(text, word_end)
    if bounded is not None:
        return first, bounded.end("name"), "references.laws.bounded_name"
    return None


def _law_tail(text: str, draft: Draft) -> None:
    if not _law_number(text, draft):
        year = _YEAR.match(text, draft.end)
        if year is not None:
            draft.year = year["year"]
            draft.evidence["year"] = year.span("year")
            closed = text[year.end() - 1] != ")" or "(" in year.group()
            draft.end = year.end() if closed else year.end() - 1
        else:
            read_year(text, draft)
        # «Luật Ngân sách Nhà nước 2015 số 83/2015/QH13»
        if draft.year is not None:
            _law_number(text, draft)
    read_tail(text, draft)
    # «… của Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam số 69/2014/QH13»
    if draft.number is None and draft.issuer is not None and _law_number(text, draft):
        read_tail(text, draft)


def _law_number(text: str, draft: Draft) -> bool:
    match = _NUMBER.match(text, draft.end) or _BARE_NUMBER.match(text, draft.end)
    if match is None:
        return False
    draft.number = read_number(match["number"])
    draft.evidence["number"] = match.span("number")
    draft.end = match.end()
    draft.kind = "numbered"
    return True


def _amending_law(text: str, start: int, word_end: int, position: int, document_type: str) -> Draft | None:
    """«Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C»: one reference; the names inside are its title."""
    end = _laws_about(text, position) or _members_end(text, position)
    if end is None:
        return None
    draft = Draft(start, end, "named", "references.laws.amending_law", document_type, amendment=True)
    draft.name = text[word_end + 1 : end]
    draft.evidence.update(
        document_type=(start, word_end), name=(word_end + 1, end), amendment=(word_end + 1, position - 1)
    )
    _law_tail(text, draft)
    return draft


def _laws_about(text: str, position: int) -> int | None:
    about = _LAWS_ABOUT.match(text, position)
    return position + len(about.group().rstrip()) if about is not None else None


def _members_end(text: str, position: int) -> int | None:
    """Where the list of amended laws ends. A number inside belongs to a member when another member follows; the last
    one is the amending law's own, unless every member before has one."""
    scope = _SCOPE.match(text, position)
    if scope is not None:
        position = scope.end()
    end = None
    numbered: list[bool] = []
    while (member := _MEMBER.match(text, position)) is not None:
        found = _name_end(text, member.end())
        if found is None:
            break
        end = found[1]
        number = _NUMBER.match(text, end)
        join = _JOIN.match(text, number.end() if number is not None else end)
        if join is None:
            return number.end() if number is not None and numbered and all(numbered) else end
        numbered.append(number is not None)
        if number is not None:
            end = number.end()
        position = join.end()
    return end
