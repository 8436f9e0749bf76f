"""Indicators: the name of what a figure measures, as printed and completed."""

import re

from nghiquyet.extractors.measures.borders import EDGE, borders, is_verb, verb_at_end
from nghiquyet.extractors.measures.names import (
    SCOPE_LEAD,
    goes_on,
    is_part,
    name_behind,
    name_bounds,
    rate_word,
    starts_with_head,
)
from nghiquyet.extractors.measures.readings import Reading

# «mức độ 2 đạt 30,2%» behind «Tỷ lệ trường đạt chuẩn quốc gia mức độ 1».
_ELLIPTICAL = re.compile(r"(?P<word>mức độ|cấp độ|cấp|loại|hạng|nhóm|mức)\s+(?P<value>\d+|[IVX]+)")
# «có bằng cấp, chứng chỉ đạt 27%».
_QUALIFYING = re.compile(r"(?:có|không|được|bị|qua)\s")
# «(thành thị 97,8%, nông thôn 80,9%)».
_BREAKDOWN = re.compile(
    r"(?:[Tt]hành thị|[Nn]ông thôn|[Kk]hu vực|[Vv]ùng|[Nn]am|[Nn]ữ|[Đđ]ô thị|[Mm]iền|[Cc]ấp (?:tỉnh|huyện|xã))(?!\w)"
)
_OF_BRACKET = re.compile(r"(?<!\w)(?:phấn đấu|phần đầu|tương đương(?:\s+với)?|bằng|ước)(?:\s+|$)")
_STRUCTURE = re.compile(r"([Cc]ơ cấu[^:;.]*?)(?:\s+trong GRDP)?\s*:\s*([^:;]*)$")
_WHOLE = re.compile(r"(?:[Tt]ổng sản phẩm|[Qq]uy mô (?:GRDP|GDP|kinh tế)|GRDP|GDP)(?! bình quân)")
_WHERE = re.compile(
    r"\s*(?:trong\s+|của\s+|dẫn đầu\s+|đứng đầu\s+)?(cả nước|toàn quốc|khu vực[^,;.()]*|vùng[^,;.()]*|thế giới|"
    r"Đông Nam Á|châu Á|ASEAN)"
)
_ABOUT = re.compile(r"về\s+([^;.()]+)")
_AGAINST = re.compile(r"\s*((?:so với|bình quân)\s[^,;.()*]{3,60})")
_OF_PLAN = re.compile(
    r"\s*((?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|Nghị quyết)(?:(?:\s+\w+){0,5}?\s+(?:giao|đề ra)|\s+(?:vốn|cả năm|"
    r"năm(?: \d{4})?))?)(?!\w)"
)
_OF_TOTAL = re.compile(r"\s*((?:trong |trên )?(?:tổng(?: số)?|GDP|GRDP)(?!\w)[^,;.()*]*)")
# «(không kể tạm ứng)» behind the figure.
_PROVISO = re.compile(r"\s*(\((?:không kể|không tính|chưa kể|chưa tính|bao gồm|không bao gồm|theo|giá)[^()\d]*\))")
_GROWTH = re.compile(r"(?:[Tt]ốc độ|[Tt]ăng trưởng|[Mm]ức|[Nn]hịp độ)\s")
_GROWING = re.compile(
    r"(?!(?:[Tt]ốc độ|[Mm]ức|[Nn]hịp độ|[Tt][ỷỉ] lệ)\s+tăng)(?P<what>.+?)\s+tăng trưởng(?:\s+bình quân)?"
)
_LOWERING = re.compile(r"(?P<verb>[Gg]iảm|[Tt]ăng(?! trưởng)|[Nn]âng|[Hh]ạ|[Kk]éo giảm|[Cc]ắt giảm)\s+(?P<rest>\S.*)")
_SO_VOI = re.compile(r"\s+so với\s[^()]*")
_PREDICATE_OR_PLACE = re.compile(r"\s(?:được|đạt|bị|hoàn thành|có|trong|tại|thuộc)\s.*$")
_BESIDE_PLAN = re.compile(r"so với (?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)(?: \w+){0,6} ?$")
# «đưa dân số tập luyện thể thao thường xuyên đạt 40%».
_PEOPLE_WHO = re.compile(r"[Dd]ân số\s+(?!trung bình|đô thị|nông thôn$)\w")
_TOWN = re.compile(r"\s+(?:ở |khu vực )*(?:đô thị|thành thị)(?!\w)")
_AMOUNT_BEHIND = re.compile(r"\s+(?:số (?!với)|số lượng|thời gian|chi phí|tổng số|lượng|tỷ lệ)")
_GROUP_LEAD = re.compile(r"^(?:(?:các|những|đối với|riêng|ở|tại)\s+)+")
_GROUP_TAIL = re.compile(r"(?:[\s,]+(?:tại|các|những|đối với|ở|cho|của|từ|trong))+\s*$")
_RATE = re.compile(r"[Tt][ỷỉ] (?:lệ|trọng|suất)|GRDP|GDP|[Tt]ốc độ|[Tt]hu nhập")
_SHORTEST_NAME = 2
"""«Tỷ lệ» alone names nothing."""
_LONGEST_DEED = 10
"""Words of what is done to a number of things; more than that is a name."""
_STRUCTURED = re.compile(r"[Cc]ơ cấu(?!\w)")
_CLASS = re.compile(
    r"(?:,?\s+(?:tại|ở|đối với|cho|của|trong))+\s+(?P<who>(?:các\s+|những\s+)?\w+(?:\s\w+)?\s+(?:từ\s+)?(?:loại|hạng)\s+[IVX]+(?!\w)[^;:.()]*)$"
)
_TIMES = frozenset({"", "Giai đoạn", "Năm", "Đến"})
_SHARE_NAME = re.compile(r"[Tt][ỷỉ] (?:lệ|trọng) ")
_NATION = re.compile(r"(?P<who>(?:bình quân (?:chung )?(?:của )?)?(?:cả nước|toàn quốc))(?: là)?[\s(]*$")
_BESIDE_NATION = re.compile(r"(?:cao hơn|thấp hơn|so với)[^,;]*(?:cả nước|toàn quốc)(?: là)?\s*$")
# «vượt kịch bản đề ra, đứng thứ 4»: what is said of the figure before, and no name.
_SAID = re.compile(r"(?:vượt|tăng|giảm|đạt|cao hơn|thấp hơn|là)\s")
_OF_GROUP = re.compile(r"^(?:các|những|đối với|riêng|khu vực|vùng)\s|(?:loại|hạng|cấp|nhóm|mức độ)\s+(?:[IVX]+|\d)")
# «Tỷ lệ bác sĩ và giường bệnh trên 1 vạn dân đạt 10 bác sĩ và 31,5 giường».
_PER_PEOPLE = re.compile(r"\s*(?:/|trên)\s*(?:1|một)?\s*(?:vạn|10\.000)\s+dân")
_MOVING = ("tăng", "giảm", "cắt", "rút", "kéo", "tiết", "vượt")
_CONTRAST = re.compile(r"(?:so với )?(?:cùng kỳ|năm \d{4}|năm trước|kế hoạch|chỉ tiêu)")
# «…, không có tỉnh, thành phố đạt dưới 60%».
_NONE_BELOW = re.compile(r"không (?:có|còn)\s+(?P<who>[^;.()]{2,40})$")
_FOR = re.compile(r"\s+cho\s+(?P<who>[^,;.()]+)")
_CURRENCY_NAME = re.compile(r"\s+(vốn quy đổi|vốn đăng ký|vốn thực hiện)(?!\w)")


def name_indicator(reading: Reading) -> None:
    """Fills indicator, full, scope and ``of`` of ``reading`` from the words around it and the figures before it."""
    _name(reading)
    if reading.whole is not None and reading.whole.mention.unit_base == reading.mention.unit_base:
        _part_of(reading, reading.whole)


def _name(reading: Reading) -> None:
    before, left = reading.before, reading.left_text
    if reading.mention.part == "planned" and before is not None:
        _same_indicator(reading, before)
        return
    if _structure_member(reading, left, before):
        return
    if before is not None and reading.bracketed and not _opens_new_bracket_sentence(left):
        _bracketed(reading, left, before)
        return
    if before is not None and _for_whom(reading, before, left):
        return
    if before is not None and before.mention.kind == reading.mention.kind and _BESIDE_PLAN.search(left):
        _same_indicator(reading, before)
        reading.is_planned = True
        return
    if before is not None and before.mention.kind == reading.mention.kind and _BESIDE_NATION.search(left):
        nation = _NATION.search(left)
        _same_indicator(reading, before)
        reading.scope, reading.is_contrast = (nation["who"] if nation else None), True
        return
    start, end = name_bounds(reading)
    name = reading.text[start:end]
    if before is None and _titled(reading, name):
        return
    if reading.mention.kind == "rank":
        _ranked(reading, start, end, before)
        return
    if before is not None and name.lower() == "tăng trưởng" and reading.mention.kind == "percent":
        # «tổng sản phẩm … đạt 8.820 tỷ đồng, tăng trưởng 6,1%».
        _same_indicator(reading, before)
        reading.base, reading.full = reading.full, f"Tốc độ tăng trưởng {_small(reading.full)}"
        return
    head = starts_with_head(name)
    of_class = _CLASS.search(name) if not head and goes_on(reading) else None
    if of_class is not None and reading.mention.kind == "percent":
        # «phát triển chiếu sáng đối với đô thị loại III đạt 85% chiều dài các tuyến đường chính».
        name_behind(reading, "")
        reading.scope = of_class["who"]
        return
    if before is not None and name and not head and _is_group(reading, before, name):
        _group(reading, before, name)
        return
    scoped = before is not None and is_part(left)
    if before is not None and name and not head and _is_scope(reading, left, name):
        _breakdown(reading, before, name)
        return
    if (
        before is not None
        and not name.strip(EDGE)
        and not _has_own_noun(reading)
        and not _says_what_is_counted(reading, before)
    ):
        _same_indicator(reading, before)
        _say_how(reading)
        return
    if before is not None and (scoped or _is_sibling(reading, before, head)):
        reading.is_part = True
        reading.of = before.of if before.of is not None and (before.bracketed or before.is_part) else before
        reading.of = _without_contrast(reading.of)
    if before is not None and _says_what_is_counted(reading, before):
        name_behind(reading, "")
        reading.of = before
        return
    if _figure_comes_first(reading, name, head):
        name_behind(reading, name)
        _share(reading, before)
        _of_people(reading, before)
        return
    _set(reading, start, end)
    _complete(reading, before)
    _say_how(reading)
    _of_people(reading, before)


def _of_people(reading: Reading, before: Reading | None) -> None:
    """A rate of two things per population: each figure counts its own."""
    if reading.mention.kind not in ("count", "level"):
        return
    mine = _PER_PEOPLE.search(reading.full)
    its = _PER_PEOPLE.search(before.full) if before is not None and reading.left_text.strip() == "và" else None
    per = its or mine
    if per is not None and (its is not None or _SHARE_NAME.match(reading.full)):
        noun = (reading.mention.unit or "").partition("/")[0].strip()
        reading.full = f"Số {noun}{'' if per.group().startswith('/') else ' '}{per.group().strip()}"


# --- the figure belongs to a name that stands elsewhere ---------------------------------------------------------------


def _structure_member(reading: Reading, left: str, before: Reading | None) -> bool:
    """«Cơ cấu kinh tế: Công nghiệp - xây dựng 69%; Dịch vụ 20,2%»: one name, a scope for each share."""
    match = _STRUCTURE.search(left)
    offset = reading.left[0]
    if match:
        reading.indicator = match[1].strip(EDGE).removesuffix(" bao gồm").removesuffix(" gồm")
        reading.indicator_span = (offset + match.start(1), offset + match.start(1) + len(reading.indicator))
        reading.full = reading.indicator
        reading.scope = match[2].strip(EDGE) or None
        whole = before or reading.last
        if whole is not None and whole.mention.kind == "money" and _WHOLE.match(whole.indicator):
            reading.of = whole
        return True
    if before is not None and before.scope is not None and re.match(r"[Cc]ơ cấu", before.indicator):
        member = left.strip(EDGE)
        if member and len(member) < 120 and not _RATE.match(member) and reading.mention.kind == "percent":
            reading.indicator, reading.indicator_span = before.indicator, before.indicator_span
            reading.full, reading.scope, reading.of = before.full, member, before.of
            return True
    return False


def _part_of(reading: Reading, whole: Reading) -> None:
    """«Nhu cầu vốn: 80.731 tỷ đồng, gồm:» before «+ Giao thông: 7.075 tỷ đồng»; «Thu nội địa» has a name of its own."""
    reading.of = whole
    name = reading.indicator
    if name and (starts_with_head(name) or name.split()[0].lower() == whole.indicator.split()[0].lower()):
        return
    reading.scope = name if name not in _TIMES else None
    reading.indicator, reading.full, reading.lender = whole.indicator, whole.base or whole.full, whole
    reading.base = reading.full


def _titled(reading: Reading, name: str) -> bool:
    """«1. Tỷ lệ đô thị hóa: 33,5%», «(1) Cơ cấu kinh tế: Công nghiệp 60%; …»: the name stands in the title of the item."""
    title = reading.title.strip(EDGE)
    structure = _STRUCTURED.match(title) is not None and reading.mention.kind == "percent" and bool(name)
    if borders().lead.fullmatch(title):
        title = ""
    if not structure and (name.strip(EDGE) or not title or (goes_on(reading) and not starts_with_head(title))):
        return False
    reading.indicator = reading.full = title
    reading.titled = bool(reading.place.divisions) and reading.title != reading.lead
    if structure:
        reading.scope = name
    else:
        _complete(reading, None)
        _say_how(reading)
    return True


def _for_whom(reading: Reading, before: Reading, left: str) -> bool:
    """«tối thiểu 70% cho giáo viên, tối thiểu 30% cho nhân viên»; «…, không có tỉnh, thành phố đạt dưới 60%»."""
    none_below = _NONE_BELOW.search(left)
    if none_below and reading.direction is not None and before.mention.kind == reading.mention.kind:
        _same_indicator(reading, before)
        reading.scope = none_below["who"].strip(EDGE)
        reading.is_none_below = True
        return True
    mine, its = _FOR.match(reading.right_text), _FOR.match(before.right_text)
    if mine is None or its is None or before.mention.kind != reading.mention.kind or before.named_behind:
        return False
    if before.scope is None:
        before.scope = its["who"].strip(EDGE)
    _same_indicator(reading, before)
    reading.scope = mine["who"].strip(EDGE)
    return True


def _opens_new_bracket_sentence(left: str) -> bool:
    return ")" in left and left.rfind("(") < left.rfind(")")


def _bracketed(reading: Reading, left: str, before: Reading) -> None:
    """«đạt 87% (thành thị 97,8%, nông thôn 80,9%)», «(phấn đấu đạt 14%-15%)», «(tương đương khoảng 8,6 tỷ USD)»."""
    whole = before.of if before.of is not None and before.bracketed and before.scope else before
    _same_indicator(reading, whole)
    nation = _NATION.search(left)
    if nation is not None:
        # «đạt 13,6% (cả nước 7%)», «cao hơn bình quân chung của cả nước (54,4%)»: told to compare with.
        reading.scope, reading.is_contrast = nation["who"], True
    if reading.moves == "by" or reading.mention.kind in ("ratio", "points"):
        _say_how(reading)
        return
    name = SCOPE_LEAD.sub("", left).strip(EDGE)
    name = _OF_BRACKET.sub("", name).strip(EDGE)
    if not name or nation is not None:
        return
    if _CONTRAST.match(name):
        reading.is_contrast = True
        return
    if len(name) <= 80 and not borders().heads.match(name):
        reading.scope = name
        reading.of = whole


def _same_indicator(reading: Reading, other: Reading) -> None:
    reading.indicator, reading.indicator_span = other.indicator, other.indicator_span
    reading.full = reading.base = other.base or other.full
    if other.scope and not reading.bracketed:
        reading.scope = other.scope


def _is_scope(reading: Reading, left: str, name: str) -> bool:
    """«trong đó các xã đặc biệt khó khăn còn 7%», «…; nông thôn đạt 58%»: no name of its own, the same unit."""
    before = reading.before
    if before is None or before.mention.kind != reading.mention.kind or verb_at_end(name):
        return False
    if _BREAKDOWN.match(name) and len(name) < 60:
        # «khu vực công nghiệp tăng 9,9%; khu vực dịch vụ tăng 6,1%»: neither is a part of the other.
        return _BREAKDOWN.match(before.indicator) is None
    return (
        SCOPE_LEAD.match(left) is not None
        and reading.mention.direction is not None
        and reading.moves != "by"
        and not name.startswith("kinh phí")
    )


def _breakdown(reading: Reading, before: Reading, name: str) -> None:
    whole = before.of if before.of is not None and before.scope else before
    reading.indicator, reading.indicator_span, reading.full = whole.indicator, whole.indicator_span, whole.full
    reading.scope = name
    reading.of = whole
    own = _TOWN.search(whole.full)
    if own is not None and "nông thôn" in name:
        # «Thu gom rác thải đô thị đạt 96%; khu vực nông thôn đạt 80%»: beside each other, not one of the other.
        reading.full = f"{whole.full[: own.start()]}{whole.full[own.end() :]}".strip()
        reading.of = None


def _is_group(reading: Reading, before: Reading, name: str) -> bool:
    """«… tại đô thị từ loại IV trở lên đạt 20-30%; các đô thị loại V đạt 10-15%»: another group, the same indicator."""
    if before.mention.unit_base != reading.mention.unit_base or reading.mention.direction is None or reading.moves:
        return False
    noun = _group_noun(name)
    if before.scope is not None and noun and noun in before.scope.lower():
        return True
    if not _OF_GROUP.search(name):
        return False
    cut = before.full.lower().rfind(noun) if noun else -1
    return len(before.full[: max(cut, 0)].split()) > _SHORTEST_NAME or (
        bool(noun) and goes_on(reading) and noun in reading.text[before.sentence[0] : before.mention.start].lower()
    )


def _group_noun(name: str) -> str:
    """The two words that the names of two groups share: «các đô thị loại V» → «đô thị»."""
    words = _GROUP_LEAD.sub("", name.lower()).split()
    return " ".join(words[:2]) if len(words) > 2 else ""


def _group(reading: Reading, before: Reading, name: str) -> None:
    if goes_on(reading):
        name_behind(reading, "")
        reading.scope = name
        return
    reading.indicator, reading.indicator_span = before.indicator, before.indicator_span
    noun = _group_noun(name)
    apart = before.scope is not None and noun in before.scope.lower()
    cut = len(before.full) if apart else before.full.lower().rfind(noun)
    reading.full = reading.base = _GROUP_TAIL.sub(
        "", (before.base or before.full if apart else before.full)[:cut]
    ).strip(EDGE)
    reading.scope = name


def _share(reading: Reading, before: Reading | None) -> None:
    """«50% …, 50% chi phí … so với năm 2024», «trong đó: 02 đô thị loại II, 01 đô thị loại III»: one verb, one whole."""
    if before is None or not before.named_behind or before.mention.kind != reading.mention.kind:
        return
    joint = reading.left_text.rstrip()
    if joint.endswith(" và") and before.scope and not reading.scope:
        reading.scope = before.scope
    if not (joint.endswith((",", " và", ";")) or joint == "và") or reading.mention.direction is not None:
        return
    _share_predicate(before, reading)
    if reading.mention.kind == "percent" and before.moves == "by":
        reading.moves, reading.direction = before.moves, before.direction
        reading.full = f"Mức {_verb_of(before)} {reading.full.removeprefix('Tỷ lệ ')}"
    if before.of is not None and before.mention.unit_base == reading.mention.unit_base:
        reading.of = before.of


def _share_predicate(first: Reading, second: Reading) -> None:
    """«95% rác thải đô thị, 90% rác thải nông thôn được thu gom», «04 Huy chương Vàng, 01 Huy chương Đồng trong các kỳ thi»."""
    shared = _PREDICATE_OR_PLACE.search(second.full)
    if shared is not None and _PREDICATE_OR_PLACE.search(first.full) is None:
        first.full += shared.group()


def _says_what_is_counted(reading: Reading, before: Reading) -> bool:
    """«40/99 xã, phường đạt tối thiểu 4-5 bác sỹ/trạm y tế»: nothing stands between the two figures."""
    return before.named_behind and not reading.left_text.strip() and "/" in (reading.mention.unit or "")


def _is_sibling(reading: Reading, before: Reading, head: bool) -> bool:
    """«trong đó nông nghiệp tăng 5,58%, công nghiệp tăng 13,01%, dịch vụ tăng 8,35%»."""
    alike = before.mention.kind == reading.mention.kind and before.moves == reading.moves
    return (
        before.is_part and before.of is not None and alike and not head and reading.left_text.startswith((",", " và "))
    )


def _without_contrast(whole: Reading) -> Reading:
    return whole.before if whole.is_contrast and whole.before is not None else whole


def _verb_of(reading: Reading) -> str:
    cues = [cue.lower() for cue in reading.mention.cues]
    verb = next((cue for cue in reversed(cues) if cue.startswith(_MOVING)), cues[0] if cues else "")
    return verb.removesuffix(" bình quân").removesuffix(" trung bình").removesuffix(" thêm")


def _ranked(reading: Reading, start: int, end: int, before: Reading | None) -> None:
    """«xếp thứ 4 toàn quốc», «thuộc nhóm 30 nước dẫn đầu thế giới về đổi mới sáng tạo»."""
    if start < end and reading.text[start:end].strip(EDGE) and not _SAID.match(reading.text, start, end):
        _set(reading, start, end)
    elif before is not None:
        _same_indicator(reading, before)
    else:
        reading.indicator = reading.full = ""
    if before is not None and is_part(reading.left_text):
        reading.of = before
    right = reading.right_text
    # «nhóm 3 nước dẫn đầu Đông Nam Á, nhóm 50 nước đứng đầu thế giới về …»: one matter for both.
    stop = reading.text.find(";", reading.right[0], reading.sentence[1])
    about = _ABOUT.search(reading.text, reading.right[0], stop if stop >= 0 else reading.sentence[1])
    where = _WHERE.match(right)
    if about:
        inherited = before is not None and reading.full in (before.full, before.base)
        subject = "" if inherited else f" của {reading.full}" if reading.full else ""
        reading.indicator = about[1].strip(EDGE)
        reading.indicator_span = (about.start(1), about.start(1) + len(about[1].rstrip(EDGE)))
        reading.full = f"Thứ hạng{subject}{_among(where)} về {reading.indicator}"
    name = reading.full
    if name and not name.startswith("Thứ hạng"):
        reading.full = f"Thứ hạng {name}" + (f" trong {where[1].strip()}" if where else "")


def _among(where: re.Match[str] | None) -> str:
    """«ở Đông Nam Á», «trên thế giới», «trong cả nước»."""
    if where is None:
        return ""
    place = where[1].strip()
    return f" {'trên' if place == 'thế giới' else 'trong' if place in ('cả nước', 'toàn quốc') else 'ở'} {place}"


# --- the figure has a name of its own ---------------------------------------------------------------------------------


def _has_own_noun(reading: Reading) -> bool:
    """The noun stands behind the figure: «dưới 50% rác thải …», «và đạt 80% chiều dài …»."""
    if reading.mention.kind == "count":
        return reading.moves != "by" or goes_on(reading)
    if reading.mention.kind == "level" and reading.before is not None:
        # «45,7 giường; 14,5 bác sĩ/vạn dân».
        return reading.before.mention.kind in ("level", "count") and reading.before.mention.unit_base != (
            reading.mention.unit_base
        )
    if reading.mention.kind == "percent" and reading.right_text.startswith(" đối với "):
        # «12%/năm đối với số công bố …; 16%/năm đối với số đăng ký sáng chế».
        return reading.before is not None and reading.before.named_behind
    if reading.mention.kind != "percent" or not goes_on(reading):
        return False
    return reading.mention.moves != "by" or reading.left_text.rstrip().endswith(";")


def _figure_comes_first(reading: Reading, name: str, has_head: bool) -> bool:
    """«46,3% lực lượng lao động …», «xóa 100% nhà tạm», «kết nạp ít nhất 200 đảng viên»."""
    stripped = name.strip(EDGE)
    kind = reading.mention.kind
    if not stripped:
        return True
    if reading.mention.part:
        return False
    if reading.mention.direction == "complete":
        return goes_on(reading)
    if is_verb(stripped):
        return kind != "money" or goes_on(reading)
    if reading.moves == "by" and kind == "percent" and _AMOUNT_BEHIND.match(reading.right_text):
        # «cả nước giảm khoảng 60% số lượng đơn vị hành chính cấp xã».
        return True
    if has_head or reading.mention.direction is not None:
        return False
    if verb_at_end(stripped):
        return True
    if kind == "count" and len(stripped.split()) <= _LONGEST_DEED and not reading.left_text.rstrip().endswith(":"):
        # «xem xét thu hồi 24 dự án», «Điều chỉnh giảm kế hoạch vốn của 04 dự án».
        return True
    return kind in ("percent", "count") and goes_on(reading)


def _set(reading: Reading, start: int, end: int) -> None:
    """The printed name; a bracket at its end qualifies it and belongs to the full name only."""
    text = reading.text
    full = text[start:end].replace("*", "").replace("\\", "").strip(" ,;:")
    opened = text.rfind("(", start, end)
    closed = text[start:end].rstrip(" *")
    if (
        opened > start
        and closed.endswith(")")
        and not re.fullmatch(r"\([A-ZĐ&\\]{2,8}\)", text[opened : start + len(closed)])
    ):
        end = opened
        while end > start and text[end - 1] in " *":
            end -= 1
    group = _CLASS.search(text, start, end)
    if group is not None and not reading.scope:
        # «… đáp ứng nhu cầu tại đô thị từ loại IV trở lên»: the class is what the figure is for.
        reading.scope = group["who"]
        full = full[: full.rfind(group.group().replace("*", ""))].rstrip(" ,") if full.endswith(group["who"]) else full
        end = group.start()
    reading.indicator = text[start:end].lstrip(EDGE) if text[start:end].endswith(")") else text[start:end].strip(EDGE)
    reading.indicator_span = (start, end)
    reading.full = full or reading.indicator


def _complete(reading: Reading, before: Reading | None) -> None:
    """Names that lean on the one before: «mức độ 2 đạt 30,2%», «có bằng cấp, chứng chỉ đạt 27%»."""
    elliptical = _ELLIPTICAL.fullmatch(reading.indicator)
    if elliptical and before is not None:
        word = elliptical["word"]
        at = before.full.find(f"{word} ")
        again = _ELLIPTICAL.match(before.full, at) if at >= 0 else None
        reading.full = (
            before.full[:at] + reading.indicator + before.full[again.end() :]
            if again
            else f"{before.full} {reading.indicator}"
        )
        return
    if reading.mention.kind != "percent" or not reading.indicator:
        return
    if reading.grows:
        reading.full = f"Tốc độ tăng trưởng {_small(reading.full)}"
        return
    growing = _GROWING.fullmatch(reading.indicator)
    if growing and reading.moves != "by":
        reading.full = f"Tốc độ tăng trưởng {growing['what']}"
        return
    lowering = _LOWERING.match(reading.full)
    if lowering:
        _lowering(reading, lowering)
        return
    if starts_with_head(reading.indicator) and not _PEOPLE_WHO.match(reading.indicator):
        return
    if before is not None and _QUALIFYING.match(reading.indicator):
        reading.full = f"{before.full} {reading.indicator}"
        reading.of = before
    elif reading.moves != "by" and not reading.indicator.lower().startswith(
        ("bình quân", "chỉ số", "kinh phí", "chi ")
    ):
        reading.full = f"{rate_word(reading.text)} {_small(reading.full)}"


def _lowering(reading: Reading, match: re.Match[str]) -> None:
    """«Giảm tỷ lệ hộ nghèo so với năm trước … đạt 1,5%»: by that much; «Giảm tỷ lệ … xuống còn 1%»: to that much."""
    verb = match["verb"].lower()
    by = (
        reading.moves == ""
        and reading.mention.comparator not in ("lt", "le")
        and (reading.direction is None or "so với" in match["rest"] or "bình quân" in match["rest"])
        and verb not in ("nâng", "hạ")
    )
    text = reading.text
    if reading.indicator_span is not None:
        start, end = reading.indicator_span
        start += len(match["verb"])
        while start < end and text[start] == " ":
            start += 1
        compared = _SO_VOI.search(text, start, end)
        end = compared.start() if compared else end
        reading.indicator, reading.indicator_span = text[start:end].strip(EDGE), (start, end)
    reading.full = f"Mức {verb} {match['rest']}" if by else match["rest"]
    reading.direction = "decrease" if verb.endswith("giảm") or verb == "hạ" else "increase"
    reading.moves = "by" if by else "to"


def _say_how(reading: Reading) -> None:
    reading.base = reading.full
    _add_what_is_said(reading)


def _add_what_is_said(reading: Reading) -> None:
    """What a reader would add to the name: «Mức tăng …», «… so với bình quân chung cả nước», «… trên tổng số …»."""
    right, kind = reading.right_text, reading.mention.kind
    proviso = _PROVISO.match(right)
    if proviso:
        reading.full = f"{reading.full} {proviso[1]}"
        right = right[proviso.end() :]
    against = _AGAINST.match(right)
    if kind in ("percent", "points") and reading.moves == "by" and reading.full and not _GROWTH.match(reading.full):
        verb = _verb_of(reading)
        if (reading.mention.unit_base or "").endswith("/năm") and not _SHARE_NAME.match(reading.full):
            mean = "trung bình" if any("trung bình" in cue for cue in reading.mention.cues) else "bình quân"
            reading.full = f"Tốc độ {verb} {mean} hằng năm của {_small(reading.full)}"
            return
        reading.full = f"Mức {verb} {_small(reading.full)}" + (f" {against[1]}" if against else "")
        return
    if kind == "ratio":
        reading.full += f" so với {against[1].removeprefix('so với ')}" if against else ""
        return
    if kind == "money":
        capital = _CURRENCY_NAME.match(right)
        reading.full += f" ({capital[1]})" if capital else ""
        return
    if kind != "percent":
        return
    plan = _OF_PLAN.match(right)
    if plan:
        reading.full += " " + (plan[1] if plan[1].startswith("so với") else f"so với {plan[1]}")
        return
    total = _OF_TOTAL.match(right)
    if total and total[1].startswith(("GDP", "GRDP")):
        reading.full += f" so với {total[1].strip(EDGE)}"
        return
    if total is None and _SHARE_NAME.match(reading.full) and goes_on(reading):
        # «Tỷ lệ bao phủ của hệ thống thoát nước đạt 90% diện tích lưu vực thoát nước».
        border = borders().noun_end.search(reading.text, *reading.right)
        noun = reading.text[reading.right[0] : border.start() if border else reading.right[1]].strip(EDGE)
        reading.full += f" trên {noun.removesuffix(' và')}" if noun else ""
        return
    if total:
        printed = total[1].strip(EDGE)
        if reading.next is not None and " và " in printed:
            # «5% tổng chi ngân sách nhà nước và chi cho … đạt ít nhất 3%»: the second name has begun.
            printed = printed[: printed.rfind(" và ")]
        reading.full += f" {printed}" if printed.startswith(("trong ", "trên ")) else f" trên {printed}"


def _small(name: str) -> str:
    """The name inside a longer one: «Tổng giá trị» → «tổng giá trị»; GRDP and Việt Nam keep their capitals."""
    return name[0].lower() + name[1:] if len(name) > 1 and name[1].islower() and borders().heads.match(name) else name
