"""Documents cited by their title: Đề án “…”, Chương trình mục tiêu quốc gia …, Quy định về …, Điều lệ Đảng."""

from collections.abc import Sequence

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.tails import read_issuer
from nghiquyet.model import ReferenceKind
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER

_QUOTED = re.compile(r" ?:? ?(?P<open>[“\"'‘])\*{0,3}(?P<title>[^“”\"'‘’]{4,400}?)\*{0,3}(?P<close>[”\"'’])")
_SPAN = r"\d{4}(?: ?[-–] ?\d{4})?"
_PROGRAMME_WITH_YEARS = re.compile(
    rf" mục tiêu quốc gia [^.;:()“”\"]{{3,170}}?,? giai đoạn {_SPAN}"
    r"(?:, giai đoạn I{1,3}:? (?:[Tt]ừ (?:năm )?)?\d{4} ?(?:đến|[-–])(?: năm)? ?\d{4})?"
)
_NATIONAL_PROGRAMME = re.compile(
    r" mục tiêu quốc gia(?: (?:về )?(?:xây dựng nông thôn mới(?: và giảm nghèo bền vững)?|giảm nghèo bền vững"
    r"|hiện đại h(?:óa|oá), nâng cao chất lượng giáo dục và đào tạo|chăm sóc sức kh(?:ỏe|oẻ), dân số và phát triển"
    r"|phòng, chống ma t(?:úy|uý)"
    r"|phát triển kinh tế ?[-–] ?xã hội vùng đồng bào dân tộc thiểu số và miền núi|phát triển văn hóa))?"
    rf"(?:,? (?:giai đoạn|đến năm) {_SPAN})?"
)
_SOCIO_ECONOMIC = re.compile(
    rf" phát triển kinh tế ?[-–] ?xã hội(?: (?:\d{{1,2}}|năm|mười) năm)?(?:,? (?:năm \d{{4}}|giai đoạn {_SPAN}|{_SPAN}))"
)
_ABOUT = re.compile(r" về (?P<title>[^.;:”\"]{8,250}(?!\w))")
_CUT = re.compile(
    r" (?:gắn với|nhằm|để|và các|theo|Căn cứ|Xét|Theo|(?:và |hoặc )?(?:Nghị định|Nghị quyết|Thông tư|Luật|Pháp lệnh|Kế hoạch số|Chương trình số)) "
)
_ISSUER_ENDS = ("Chính phủ", "Bộ Chính trị", "Quốc hội", "Trung ương", "nhân dân tỉnh", "nhân dân thành phố")
_HEAD_OF_TITLE = re.compile(r"(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Luật|Pháp lệnh|Chỉ thị|liên tịch)$")
_NO_FIELD = "theo|đã|được|có|để|nhằm|số|ngày|của|là|và các|và Nghị|phải|này|đó|cho|từ|khi|vào|thay thế|sửa đổi|do|ở|tại|còn|hiện hành"
# «Nghị quyết … về tiêu chuẩn của đơn vị hành chính thì được cộng 10 điểm»: the sentence goes on.
_THEN = re.compile(r" (?:thì|nhưng|mà) ")
_PENALTIES = re.compile(
    r" (?P<title>(?:quy định )?(?:về )?xử phạt (?:vi phạm )?hành chính (?:về|đối với|trong (?:các )?lĩnh vực)"
    rf"(?: (?!(?:{_NO_FIELD})(?!\w))[{LOWER}]+(?:,(?= [{LOWER}]+ và ))?){{1,12}})"
)
_TITLE_ON = re.compile(r"[^.;]{0,120}?(?:về|ban hành|thực hiện|quy định)(?: việc| thi hành)? ?")
_CHARTER = re.compile(r" Đảng(?: Cộng sản Việt Nam)?(?!\w)")
_PLATFORM = re.compile(
    r"(?: chính trị)? xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội(?: ?\(bổ sung, phát triển năm 2011\))?"
    r"| năm (?:1991|2011)| 2011"
)
# «Ban hành kèm theo Quyết định này Quy chế …»: the title goes on to the end of the sentence.
_CARRIED = re.compile(r"kèm theo (?:Nghị quyết|Quyết định|Thông tư|Nghị định|Chỉ thị) này,? $")
_COMES_WITH = re.compile(r" (?:được )?(?:ban hành )?kèm$| (?:được )?ban hành$")
_SUBJECT = re.compile(rf" (?P<title>(?:[{LOWER}]|[A-ZĐ]{{2,}}|điện [IVX])[^.;:“”\"()?!]{{8,260}}(?!\w))")
_TIMES = re.compile(
    rf"(?:,? (?:giai đoạn|thời kỳ|nhiệm kỳ|đến năm|năm) {_SPAN})"
    rf"(?:,? (?:và )?(?:tầm nhìn|định hướng)(?: đến)?(?: năm)? {_SPAN})?(?: và những năm tiếp theo)?(?: \((?:điều chỉnh|sửa đổi)\))?"
)
# Words that the plain title of a scheme does not go beyond.
_BEYOND = re.compile(
    r",| (?:và (?:các|Chương|Kế|Đề|Nghị|những)|theo|nhằm|để|gắn với|đã|được|của|trên địa bàn|do|tại|có|là|phải|này|đó|"
    r"nêu|khi|thông qua|và yêu cầu|trong|từ|đến|sẽ|đang|cần|vào|như|bảo đảm|đảm bảo|không|cho|với|Căn cứ|ban hành|số) "
)
_ANOTHER = re.compile(
    r"(?:Chương trình|Đề án|Kế hoạch|Chiến lược|Quy hoạch|Nghị quyết|Nghị định|Quyết định|Luật|Kết luận|Chỉ thị) "
)
_ATTACHED = re.compile(r" (?:được )?(?:ban hành )?(?:kèm theo|theo) (?=Nghị quyết|Quyết định|Nghị định|Thông tư)")
_OWN_PLACE = re.compile(r" của (?:tỉnh|thành phố|huyện|xã|phường|cả nước|vùng|đất nước)(?!\w)")
_ISSUED = re.compile(r" của (?=[A-ZĐÀ-Ỹ])")
_PLURAL = re.compile(r"(?:các|những|một số|mọi|từng|mỗi|nhiều|hoặc|Các|Những|bằng|cấp)$")
_NESTED = {"Đề án", "Chương trình", "Kế hoạch", "Quy hoạch", "Chiến lược", "Dự án", "Quy định", "Quy chế"}


def quoted_title(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Đề án “Phát triển nguồn nhân lực ngành công nghiệp bán dẫn …”»: quotes belong to the span, not to the title."""
    match = _QUOTED.match(text, word_end)
    if match is None or document_type not in _NESTED:
        return []
    draft = Draft(start, match.end(), "scheme", "references.schemes.quoted_title", document_type)
    draft.title = match["title"].strip("* ")
    draft.evidence.update(document_type=(start, word_end), title=match.span("title"))
    return [draft]


def title_in_quotes(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«'Chương trình Chuyển đổi số quốc gia đến năm 2025'»: the kind stands inside the quotes, they stay outside."""
    if start == 0 or text[start - 1] not in "“\"'‘" or document_type not in _NESTED:
        return []
    closing = {"“": "”", '"': '"', "'": "'", "‘": "’"}[text[start - 1]]
    end = text.find(closing, word_end, word_end + 400)
    if end < 0 or end - word_end < 8 or "." in text[word_end:end]:
        return []
    draft = Draft(start, end, "scheme", "references.schemes.title_in_quotes", document_type)
    # «“Quy hoạch, kế hoạch bảo vệ …”»: the comma behind the kind is not of the title.
    first = word_end + len(text[word_end:end]) - len(text[word_end:end].lstrip(" ,"))
    draft.title = text[first:end].strip()
    draft.evidence.update(document_type=(start, word_end), title=(first, end))
    return [draft]


def national_programme(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Chương trình mục tiêu quốc gia giai đoạn 2021-2025»."""
    if document_type != "Chương trình":
        return []
    rule = "references.schemes.national_programme"
    whole = _PROGRAMME_WITH_YEARS.match(text, word_end)
    # «Chương trình mục tiêu quốc gia …, Chương trình …»: years further on belong to another one.
    if whole is not None and not _ANOTHER.search(whole.group()) and not _CLAUSE.search(whole.group()):
        return _titled(text, start, word_end, document_type, _PROGRAMME_WITH_YEARS, rule)
    return _titled(text, start, word_end, document_type, _NATIONAL_PROGRAMME, rule)


def development_plan(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Kế hoạch phát triển kinh tế - xã hội năm 2025»: the plan of a stated year or term."""
    if document_type not in ("Kế hoạch", "Chiến lược"):
        return []
    return _titled(text, start, word_end, document_type, _SOCIO_ECONOMIC, "references.schemes.development_plan")


def regulation_by_subject(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Quy định về chuẩn mực đạo đức cách mạng của cán bộ, đảng viên …»: a capital inside a sentence, and a subject.

    The subject is its identity and belongs to the span.
    """
    if document_type not in ("Quy định", "Quy chế") or not text[start].isupper() or text[start + 1].isupper():
        return []
    before = text[max(0, start - 20) : start].rstrip()
    # «… của Chính phủ Quy định về …» is the title of what stands before it.
    if not before or before[-1] in ".:" or _HEAD_OF_TITLE.search(before) or before.endswith(_ISSUER_ENDS):
        return []
    match = _ABOUT.match(text, word_end)
    if match is None:
        return []
    end = match.end()
    cut = None if _CARRIED.search(text, max(0, start - 40), start) else _CUT.search(text, match.start("title"), end)
    if cut:
        end = cut.start()
    end = len(_COMES_WITH.sub("", text[:end]).rstrip(" ,"))
    draft = Draft(start, end, "named", "references.schemes.regulation_by_subject", document_type)
    draft.title = text[word_end:end].strip()
    draft.evidence.update(document_type=(start, word_end), title=(word_end + 1, end))
    return [draft]


def penalty_decree(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị định xử phạt hành chính về bảo vệ môi trường»: there is one in force for each field."""
    match = _PENALTIES.match(text, word_end)
    if match is None or not text[start].isupper():
        return []
    draft = Draft(start, match.end(), "named", "references.schemes.penalty_decree", document_type)
    draft.title = match["title"]
    draft.evidence.update(document_type=(start, word_end), title=match.span("title"))
    return [draft]


def party_basics(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Điều lệ Đảng», «Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội»."""
    pattern = {"Điều lệ": _CHARTER, "Cương lĩnh": _PLATFORM}.get(document_type)
    if pattern is None:
        return []
    match = pattern.match(text, word_end)
    if match is None:
        return []
    draft = Draft(start, match.end(), "named", "references.schemes.party_basics", document_type)
    draft.name = text[word_end : match.end()].strip()
    draft.evidence.update(document_type=(start, word_end), name=(word_end + 1, match.end()))
    return [draft]


def party_rule(text: str, start: int, end: int, document_type: str, before: Sequence[Draft]) -> list[Draft]:
    """«các quy định về nêu gương và những điều đảng viên không được làm»: rules cited by what they are about.

    Behind a number the same words are the title of what bears it: «Quy định số 37-QĐ/TW … về những điều …».
    """
    if before and before[-1].number is not None and _TITLE_ON.fullmatch(text, before[-1].end, start):
        return []
    draft = Draft(start, end, "named", "references.schemes.party_rule", document_type)
    draft.name = text[start:end]
    draft.evidence["name"] = (start, end)
    return [draft]


def unquoted_title(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Chương trình xúc tiến thương mại năm 2026», «Quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050».

    A capital inside a sentence says that it is a name. Its title ends at the years it is made for; without years, at
    the first mark or at a word that goes on with the sentence.
    """
    if document_type not in _TITLED or not text[start].isupper() or text[start + 1].isupper():
        return []
    before = text[max(0, start - 14) : start].rstrip(" *")
    opens = bool(before) and before[-1] in ".;" and document_type in _OPENING
    if not before or (before[-1] in '.:;?!”"' and not opens) or before[-1].isdigit() or _PLURAL.search(before):
        return []
    match = _SUBJECT.match(text, word_end)
    if match is None:
        return []
    first, end = match.span("title")
    another = _ANOTHER.search(text, first, end)
    if another is not None:
        end = another.start()
    attached = _ATTACHED.search(text, first, match.end())
    if _NO_TITLE.match(text, first):
        return []
    times = _TIMES.search(text, first, end)
    rule = "references.schemes.title_with_years"
    if times is not None and not _leaves_title(text, first, times.start()):
        end = times.end()
        if text.startswith(" (điều chỉnh)", end):
            end += len(" (điều chỉnh)")
    elif opens:
        return []
    elif document_type in _REGULATIONS:
        rule = "references.schemes.regulation_title"
        if _CARRIED.search(text, max(0, start - 40), start):
            end = match.end()
        elif attached is not None and not _leaves_title(text, first, attached.start()):
            end = attached.start()
        elif document_type == "Quy chế" and (stop := _REGULATED.search(text, first, end)) is not None:
            end = stop.start()
        elif document_type != "Quy chế" or _PLURAL.search(before):
            return []
    elif document_type in _ONLY_WITH_YEARS:
        return []
    else:
        rule = "references.schemes.plain_title"
        end = _plain_end(text, first, end)
    title = text[first:end].rstrip(" ,-–")
    if title.endswith(" và"):
        title = title[:-3]
    # «Đề án viện trợ 05 năm», «05 năm» is how long, not when.
    if times is None and _DURATION.search(title):
        return []
    shortest = 2 if times is not None or title[-1:] in "IVXL" else 3
    if len(title.split()) < shortest or title.startswith(_GENERIC):
        return []
    kind: ReferenceKind = "named" if document_type in _REGULATIONS else "scheme"
    draft = Draft(start, first + len(title), kind, rule, document_type, title=title)
    draft.evidence.update(document_type=(start, word_end), title=(first, first + len(title)))
    return [draft]


def _leaves_title(text: str, first: int, end: int) -> bool:
    """A word between that goes on with the sentence; «của tỉnh», «của cả nước» belong to a title."""
    clause = _CLAUSE.search(text, first, end)
    return clause is not None and _OWN_PLACE.match(text, clause.start()) is None


def _plain_end(text: str, first: int, end: int) -> int:
    """Where a title without years ends."""
    position = first
    while (beyond := _BEYOND.search(text, position, end)) is not None:
        place = _OWN_PLACE.match(text, beyond.start())
        if place is None:
            return beyond.start()
        position = place.end()
    return end


_REGULATIONS = frozenset({"Quy định", "Quy chế"})
# What a regulation in a sentence does not go beyond: its title may hold commas, «của» and «với».
_REGULATED = re.compile(r" (?:ban hành|theo|đã|được|này|phải|nhằm|để|trong|tại|có|là|và (?:các|quy|Quy)) |$")
_TITLED = frozenset({"Đề án", "Chương trình", "Kế hoạch", "Quy hoạch", "Chiến lược", "Quy định", "Quy chế"})
_ONLY_WITH_YEARS = frozenset({"Kế hoạch"})
_CLAUSE = re.compile(r" (?:được|đã|nhằm|theo|để|này|của|do|phải|Căn cứ|ban hành) ")
# «Chương trình theo chức năng», «Đề án gửi Sở Nội vụ»: the sentence goes on behind the bare kind.
_NO_TITLE = re.compile(
    r"(?:theo|nhằm|để|gắn với|đã|được|của|trên địa bàn|do|tại|có|là|phải|nêu|khi|trong|từ|đến|sẽ|đang|cần|vào|như|không|cho|với|"
    r"ở|sau|trước|bao gồm|gồm|gửi|đáp ứng|chịu|còn|chưa|hiện|trên|và|hoặc|đồng thời|bằng|thì|mà|nhưng|số) "
)
# At the head of a clause a capital says nothing; the years do: «…; Quy hoạch tỉnh thời kỳ 2021-2030».
_OPENING = frozenset({"Chương trình", "Chiến lược", "Quy hoạch", "Đề án"})
_DURATION = re.compile(r" \d{1,2} (?:năm|tháng|ngày)$")
_GENERIC = (
    "được ",
    "xác định ",
    "đã ",
    "có ",
    "là ",
    "đối với ",
    "này",
    "đó",
    "nêu trên",
    "trên",
    "hành động của",
    "hành động thực hiện",
    "thực hiện",
    "triển khai",
    "của",
    "và",
    "về việc",
)
_BY_ISSUER = frozenset(
    {
        "Nghị quyết",
        "Kết luận",
        "Chỉ thị",
        "Kế hoạch",
        "Chương trình",
        "Đề án",
        "Tờ trình",
        "Quy định",
        "Quy chế",
        "Hướng dẫn",
    }
)


def document_by_issuer(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Kế hoạch của Ban Thường vụ Tỉnh ủy về …», «Báo cáo thẩm tra của Ban Văn hóa - Xã hội»: no number, one issuer.

    Its title, or its being a report on this very text, says which it is.
    """
    of = _ISSUED.match(text, word_end)
    report = text[start:word_end] == "Báo cáo thẩm tra"
    if of is None or not (report or document_type in _BY_ISSUER) or text[start + 1].isupper():
        return []
    before = text[max(0, start - 10) : start].rstrip(" *")
    if not text[start].isupper() or _PLURAL.search(before):
        return []
    issuer, end = read_issuer(text, of.end())
    if issuer is None:
        return []
    about = _ABOUT.match(text, end)
    if about is None and not report:
        return []
    draft = Draft(start, end, "named", "references.schemes.document_by_issuer", document_type, issuer=issuer)
    draft.evidence.update(document_type=(start, word_end), issuer=(of.end(), end))
    if document_type in _TITLED:
        draft.kind = "scheme"
    if report:
        draft.name = text[start:word_end]
    if about is not None:
        subject = _CUT.split(_THEN.split(about["title"], maxsplit=1)[0] + " ", maxsplit=1)[0]
        draft.title = f"về {subject.rstrip(' ,')}"
        draft.evidence["title"] = (about.start() + 1, about.start() + 1 + len(draft.title))
    return [draft]


def _titled(
    text: str, start: int, word_end: int, document_type: str, pattern: re.Pattern[str], rule: str
) -> list[Draft]:
    match = pattern.match(text, word_end)
    if match is None or not text[start].isupper():
        return []
    draft = Draft(start, match.end(), "scheme", rule, document_type)
    draft.title = text[word_end : match.end()].strip()
    draft.evidence.update(document_type=(start, word_end), title=(word_end + 1, match.end()))
    return [draft]
