"""Lists of bodies: «Các ban, cơ quan của Tỉnh ủy, Ban Thường vụ Tỉnh đoàn và các huyện ủy, thị ủy».

A list is read from a known place (the head of a sentence, behind «giao», behind «phối hợp với») and cut as lists of
recipients print it: one entry for each body with a name of its own, one for each group that «các» opens.
"""

from collections.abc import Callable

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.records import AgencyMention
from nghiquyet.text import patterns as re

AGENCY_HEADS = Table("agency_heads")

_DETERMINER = re.compile(
    r"(?:(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Mm]ỗi|[Tt]ừng|[Cc]ả)\s+)?(?:(?:đồng chí|cấp|thành viên)\s+(?=[A-ZĐỦƯỪÂ]))?"
)
_WORD = re.compile(r"[^\s,;:.()]+")
_NEXT = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?|\s(?:và|cùng|cùng với)\s+)")
"""Between two bodies of a list."""
_JOINT = re.compile(r"\s*(?:,\s*(?:và\s+)?|\s(?:và|cùng|cùng với)\s+)")
# Verbs inside a name: «các hội quần chúng do Đảng, Nhà nước giao nhiệm vụ», «cơ quan tham mưu, giúp việc Tỉnh ủy».
_MODIFIER = re.compile(
    r"(?:chuyên trách\s+)?tham mưu(?:,\s*|\s+)giúp việc(?!\w)|do\s+[^.;:]{2,60}?\s(?:giao nhiệm vụ|thành lập|quản lý)(?!\w)"
    r"|được\s+(?:phân công|giao|phân cấp|ủy quyền)(?:\s+(?:nhiệm vụ|theo dõi|phụ trách|quản lý|chủ trì)){0,2}(?!\w)"
    r"|(?:có\s+)?liên quan(?!\w)|(?:tại|ở)\s+(?:các\s+)?(?:địa phương|[Tt]rung ương(?:\s+và\s+địa phương)?|cơ sở)(?!\w)"
    r"|từ\s+[A-ZĐ]\w+(?:\s[A-ZĐ]\w+){0,3}\s+đến\s+[A-ZĐ]\w+(?:\s[A-ZĐ]\w+){0,3}|nêu trên(?!\w)|(?:thuộc|trong)\s+(?:phạm vi|thẩm quyền|lĩnh vực)\s+quản lý(?!\w)"
    r"|(?:đóng\s+)?trên địa bàn(?:\s+(?:tỉnh|[Tt]hành phố|huyện|xã|cả nước))?(?!\w)|từ\s+(?:[Tt]rung ương|tỉnh|[Tt]hành phố)\s+đến\s+(?:cơ sở|địa phương|xã)(?!\w)"
    r"|(?:quản lý|thanh tra|kiểm tra|điều tra|thi hành án|kiểm sát|thông tin|báo chí|truyền thông|bảo vệ|tham mưu"
    r"|phối hợp|giám sát|thực hiện|chủ trì)(?=\s+(?:nhà nước|dân sự|pháp luật|chuyên ngành|các cấp|chương trình|dự án|đề án))"
)
_NAMES_A_BODY_OF_THE_FRONT = re.compile(r"MTTQ|[Mm]ặt trận Tổ quốc")
_OF_THE_FRONT = re.compile(r"các\s+(?:tổ chức\s+(?:chính trị|thành viên)|đoàn thể)")
_END = re.compile(
    r"\s+(?:là|đã|đang|sẽ|được|cần|phải|có|theo|trên|trong|tại|từ|để|nhằm|khi|nếu|chủ động|tự|căn cứ|hằng|hàng|định kỳ|ngoài|thống nhất|trước|đến|với)(?!\w)"
)
# «các tổ chức», «các phòng»: behind these words a noun stands, never a verb.
_COUNTING = ("các", "Các", " những", " mọi", " của", " thuộc", " sự", " việc", " công tác", "ngành", "Ngành")
# «các cơ quan, tổ chức, đơn vị», «các tổ chức tín dụng».
_NOUN = re.compile(
    r"(?:(?<=cơ quan, )|(?<=đơn vị, ))tổ chức(?!\w)|tổ chức(?=\s*[,;:]|\s+(?:chính trị|xã hội|hội|đảng|liên quan|có liên quan|và|thành viên|tôn giáo|tín dụng|cá nhân|quốc tế))"
    r"|sáng tạo(?!\w)|giáo dục và đào tạo(?!\w)|cấp (?:ủy|uỷ|tỉnh|xã|huyện)(?!\w)"
)
# Kinds of bodies that open an entry of their own behind a named body: «Sở Y tế, đơn vị liên quan», «Ủy ban nhân dân tỉnh,
# chính quyền địa phương …»; behind «các …» they go on with the group.
_ANOTHER_KIND = re.compile(
    r"(?:chính quyền|đơn vị|cơ quan|doanh nghiệp|hội quần chúng|hội|đoàn thể|chủ đầu tư|địa phương|sở|ban, ngành|ngành|cán bộ|công chức)(?!\w)"
)
# The last syllable of a compound is no verb: «cá nhân», «công trình», «bầu cử», «công lập».
# «Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia», «Hội đồng thẩm định Nhà nước»: the verb is part of the name.
_NAMED_BY_VERB = re.compile(
    r"(?<!\w)(?:Ban (?:chỉ đạo|chỉ huy|quản lý|soạn thảo|tổ chức|vận động|giám sát)|Hội đồng (?:thẩm định|nghiệm thu|tư vấn|quản lý)|"
    r"(?:Tổ|Đoàn) (?:kiểm tra|giám sát|thanh tra|giúp việc))(?!\w)"
)
_COMPOUND = re.compile(
    r"(?<!\w)(?:cá|công|tư|nạn|bệnh|chương|quy|quá|lộ|tiến|giáo|độc|dân|trung|bầu|tuyển|ứng|giao|học|kinh|cơ|[Nn]goại)$"
)
# «Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh» is the name of one party committee.
_COMMITTEE_OF_THE_FRONT = re.compile(r"[Đđ]ảng (?:ủy|uỷ|đoàn)")
_HEADS_OF_BODIES = re.compile(r"(?:[Nn]gười đứng đầu|[Tt]hủ trưởng)\s[^;:.]*$")
_LISTS_NAMES = re.compile(r"(?<!\w)[Cc]ác\s+(?:tỉnh|thành phố|[Bb]ộ|[Ss]ở|xã|phường|huyện)$")
_WHOLE_NAMES = frozenset(
    {"Sở", "Bộ", "Ban", "Ngành", "Cục", "Vụ", "Đơn vị", "Cơ quan", "Tổ chức", "Hội", "Phòng", "Trường", "Viện", "Quỹ"}
)
"""Words that begin a name and are none by themselves."""
_TAIL_WORDS = frozenset(
    [
        "các",
        "cấp",
        "của",
        "thuộc",
        "trực",
        "tỉnh",
        "thành",
        "phố",
        "huyện",
        "quận",
        "xã",
        "phường",
        "thị",
        "trung",
        "ương",
        "khu",
        "địa",
        "cùng",
        "cơ",
        "sở",
        "ở",
        "-",
    ]
)
_LONGEST = 160

Stops = Callable[[str, int], int | None]
"""Where a verb at a position ends; None where none begins."""


def read_agencies(text: str, position: int, end: int, verb_at: Stops) -> tuple[tuple[AgencyMention, ...], int]:
    """The bodies of the list that begins at ``position`` and where the list ends; no body and ``position`` when the
    words there name none. ``verb_at`` tells where a verb stands, which ends a name."""
    found: list[AgencyMention] = []
    while True:
        begin = _group_start(text, position, end, first=not found, verb_at=verb_at, another=bool(found))
        if begin is None:
            break
        stop = _group_end(text, position, begin[0], end, verb_at, begin[1])
        if text[position:stop] in _WHOLE_NAMES:
            break
        mention = _mention(text, position, stop)
        found.append(mention)
        joint = _NEXT.match(text, stop, end)
        if joint is None:
            return tuple(found), stop
        position = joint.end()
    if not found:
        return (), position
    return tuple(found), found[-1].end


def begins_with_name(text: str, position: int) -> int | None:
    """Where the first words of a body at ``position`` end that a verb may begin with («Tổ chức đảng», «Thanh tra tỉnh»:
    all stand in the table of heads); None when none begins there."""
    head = AGENCY_HEADS.index.match(text, position)
    if head is None or head[1].text("part") == "other":
        return None
    body = BODIES.match(text, position)
    return max(head[0], body[0]) if body else head[0]


def _group_start(
    text: str, position: int, end: int, first: bool, verb_at: Stops, another: bool = False
) -> tuple[int, bool] | None:
    """Behind the words that say that a body begins at ``position``, and whether the gazetteer knows it; None when
    nothing does. ``another``: the entry before it has ended, so that a small noun opens the next."""
    determined = _DETERMINER.match(text, position, end)
    noun = determined.end() if determined else position
    if noun >= end or text.startswith("trường hợp", noun):
        return None
    body = BODIES.match(text, noun)
    head = AGENCY_HEADS.index.match(text, noun)
    longer = head is not None and body is not None and head[0] > body[0]
    if body is not None and not longer and body[0] <= end and (text[noun].isupper() or noun > position or first):
        return body[0], True
    if head is None or head[0] > end or head[1].text("part") == "other":
        return None
    verb = verb_at(text, noun)
    if verb is not None and verb >= head[0] and _NOUN.match(text, noun) is None:
        return None
    known = noun > position or head[1].text("part") == "office" or text[noun].isupper()
    known = known or (another and _ANOTHER_KIND.match(text, noun) is not None)
    return (head[0], False) if known else None


def _goes_on(word: str) -> bool:
    return not word.islower() or word in _TAIL_WORDS


def _group_end(text: str, first: int, position: int, end: int, verb_at: Stops, is_body: bool) -> int:
    """Where the name that begins at ``first`` ends: before a verb, before the next body of the list, before a mark."""
    limit = min(end, position + _LONGEST)
    start = max(0, position - 60)
    # Behind a body of the gazetteer a small word outside the closed list is no part of the name.
    named = position if is_body else -1
    # «các tỉnh Bắc Ninh, Gia Lai», «các Sở: Nội vụ, Tài chính»: the names go on behind one noun.
    lists = _LISTS_NAMES.search(text, start, position) is not None
    if lists and text.startswith(": ", position) and text[position + 2 : position + 3].isupper():
        position += 2
    while position < limit:
        if text[position] == ":" and not lists and _LISTS_NAMES.search(text, max(0, position - 60), position):
            # «Bộ trưởng các Bộ: Xây dựng, Ngoại giao, …».
            lists = text.startswith(": ", position) and text[position + 2 : position + 3].isupper()
            if lists:
                position += 2
                continue
        if text[position] in ";:.()":
            break
        modifier = _modifier(text, position, limit)
        if modifier is not None:
            position = modifier
            continue
        joint = _JOINT.match(text, position, limit)
        if joint is not None:
            after = joint.end()
            counted = _NOUN.match(text, after)
            if counted is None and (verb_at(text, after) is not None or _END.match(text, after - 1)):
                break
            if text.startswith(("nhất là ", "đặc biệt là ", "trong đó "), after):
                break
            if _of_the_front(text, start, position, after):
                position = after + len("các tổ chức")
                continue
            if _opens_another(text, first, position, after, position == named):
                break
            if _group_start(text, after, end, first=False, verb_at=verb_at) is not None:
                break
            word = counted or _WORD.match(text, after, limit)
            # «…, thị ủy, thành ủy»: small letters go on; a sentence that goes on elsewhere ends the list.
            if word is None or not (
                word.group()[0].islower() or (lists and AGENCY_HEADS.index.match(text, after) is None)
            ):
                break
            position = word.end()
            continue
        if text[position] == " ":
            after = position + 1
            counted = _NOUN.match(text, after)
            if counted is not None:
                position = counted.end()
                continue
            if _is_verb(text, start, position, after, verb_at):
                break
            if _END.match(text, position):
                break
            body = BODIES.match(text, after)
            if body is not None and body[0] <= limit:
                position = named = body[0]
                continue
            word = _WORD.match(text, after, limit)
            if word is None or (position == named and _goes_on(word.group()) is False):
                break
            position = word.end()
            continue
        if text[position] == ",":
            break
        position += 1
    return min(position, limit)


def _opens_another(text: str, start: int, position: int, after: int, named: bool) -> bool:
    if named:
        return _ANOTHER_KIND.match(text, after) is not None
    return (
        text.startswith(("cán bộ", "công chức"), after) and _HEADS_OF_BODIES.search(text, start, position) is not None
    )


def _is_verb(text: str, start: int, position: int, after: int, verb_at: Stops) -> bool:
    if text.endswith(_COUNTING, start, position):
        return False
    verb = verb_at(text, after)
    if verb is None:
        return False
    named = _NAMED_BY_VERB.search(text, max(start, position - 10), verb)
    if named is not None and named.end() > after:
        return False
    return " " in text[after:verb] or _COMPOUND.search(text, max(start, position - 8), position) is None


def _modifier(text: str, position: int, limit: int) -> int | None:
    match = _MODIFIER.match(text, position + 1 if text[position] == " " else position, limit)
    return match.end() if match else None


def _of_the_front(text: str, start: int, position: int, after: int) -> bool:
    """«MTTQ và các tổ chức chính trị - xã hội»: one group, the Front and its members; behind a comma they stand by
    themselves, unless a party committee is named after both."""
    if _OF_THE_FRONT.match(text, after) is None or _NAMES_A_BODY_OF_THE_FRONT.search(text, start, position) is None:
        return False
    return "," not in text[position:after] or _COMMITTEE_OF_THE_FRONT.search(text, start, position) is not None


def _mention(text: str, start: int, end: int) -> AgencyMention:
    name = text[start:end]
    match = BODIES.match(text, start)
    if match is None or match[0] != end:
        return AgencyMention(start, end, name, rule="agencies.group_or_office")
    _, body, territory = match
    return AgencyMention(
        start, end, name, body.full(territory), body.code, body.level, territory, "agencies.named_body"
    )
