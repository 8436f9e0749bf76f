"""Figures that have no name of their own: parts, breakdowns, groups and brackets, each with the scope that tells it apart."""

from nghiquyet.extractors.measures.borders import EDGE, borders, verb_at_end
from nghiquyet.extractors.measures.full_names import say_how
from nghiquyet.extractors.measures.names import SCOPE_LEAD, goes_on, starts_with_head
from nghiquyet.extractors.measures.names_behind import name_behind
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.text import patterns as re

# «(thành thị 97,8%, nông thôn 80,9%)».
_BREAKDOWN = re.compile(
    r"(?:[Tt]hành thị|[Nn]ông thôn|[Kk]hu vực|[Vv]ùng|[Nn]am|[Nn]ữ|[Đđ]ô thị|[Mm]iền|[Cc]ấp (?:tỉnh|huyện|xã))(?!\w)"
)
_DISTRICTS = re.compile(r"[Cc]ác (?:tỉnh|huyện|xã|thôn|phường)(?!\w)")
_OF_BRACKET = re.compile(r"(?<!\w)(?:ph[ấầâ]n đ[ấầâ]u|tương đương(?:\s+với)?|bằng|ước)(?:\s+|$)")
# «Cơ cấu kinh tế: Công nghiệp - xây dựng |69%», «Cơ cấu kinh tế (GRDP) đến năm 2025: du lịch, dịch vụ: |55%».
_STRUCTURE = re.compile(r"([Cc]ơ cấu[^:;.]*?)(?:\s+trong GRDP)?(?:\s*\([^()]*\))?\s*:\s*([^:;]*?)\s*:?\s*$")
# «Tỷ lệ trường đạt chuẩn quốc gia: mầm non |76%».
_LISTED = re.compile(r"(?:^|[;.]\s+)\W*(?P<name>[^:;]*?)\s*:\s+(?P<who>[^:;,()\d]+?)\s*:?\s*$")
_SAYING = re.compile(r"\s(?:đạt|giảm|tăng|là|có|được|còn|phấn đấu|trong đó|bình quân|toàn tỉnh|cả nước|năm|đến)\s")
_LONGEST_MEMBER, _LONGEST_SECTOR = 6, 9
_WHOLE = re.compile(r"(?:[Tt]ổng sản phẩm|[Qq]uy mô (?:GRDP|GDP|kinh tế)|GRDP|GDP)(?! bình quân)")
_TOWN = re.compile(r"\s+(?:ở |khu vực )*(?:đô thị|thành thị)(?!\w)")
_GROUP_LEAD = re.compile(r"^(?:(?:các|những|đối với|riêng|ở|tại)\s+)+")
_GROUP_TAIL = re.compile(r"(?:[\s,]+(?:tại|các|những|đối với|ở|cho|của|từ|trong))+\s*$")
_RATE = re.compile(r"[Tt][ỷỉ] (?:lệ|trọng|suất)|GRDP|GDP|[Tt]ốc độ|[Tt]hu nhập")
_GROWTH = re.compile(r"(?:[Tt]ốc độ|[Nn]hịp độ|[Mm]ức) tăng|[Tt]ăng trưởng")
_SECTOR = re.compile(
    r"(?:[Kk]hu vực |[Nn]gành |[Ll]ĩnh vực )?(?:[Nn]ông(?! thôn)|[Ll]âm|[Nn]gư|[Tt]h[uủ][ỷy] sản|[Cc]ông nghiệp|[Xx]ây dựng|[Dd]ịch vụ|"
    r"[Tt]hương mại|[Dd]u lịch|[Tt]huế sản phẩm)(?!\w)"
)
_SHORTEST_NAME = 2
"""«Tỷ lệ» alone names nothing."""
_TIMES = frozenset({"", "Giai đoạn", "Năm", "Đến"})
NATION = re.compile(r"(?P<who>(?:bình quân (?:chung )?(?:của )?)?(?:cả nước|toàn quốc))(?: là)?[\s(]*$")
_OF_GROUP = re.compile(r"^(?:các|những|đối với|riêng|khu vực|vùng)\s|(?:loại|hạng|cấp|nhóm|mức độ)\s+(?:[IVX]+|\d)")
_CONTRAST = re.compile(r"(?:so với )?(?:cùng kỳ|năm \d{4}|năm trước|kế hoạch|chỉ tiêu)")
# «…, không có tỉnh, thành phố đạt dưới 60%».
_NONE_BELOW = re.compile(r"không (?:có|còn)\s+(?P<who>[^;.()]{2,40})$")
_FOR = re.compile(r"\s+cho\s+(?P<who>[^,;.()]+)")


def structure_member(reading: Reading, left: str, before: Reading | None) -> bool:
    """«Cơ cấu kinh tế: Công nghiệp - xây dựng 69%; Dịch vụ 20,2%»: one name, a scope for each share."""
    match = _STRUCTURE.search(left)
    offset = reading.left[0]
    if match:
        reading.indicator = match[1].strip(EDGE).removesuffix(" là").removesuffix(" bao gồm").removesuffix(" gồm")
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


def listed_member(reading: Reading, left: str, before: Reading | None) -> bool:
    """«Tỷ lệ chất thải rắn sinh hoạt được thu gom: đô thị 96%, nông thôn 82%»: one name, a scope for each figure."""
    if reading.mention.kind not in ("percent", "points") or reading.mention.moves == "by":
        return False
    if before is None:
        match = _LISTED.search(left) if ":" in left else None
        if match is None or not starts_with_head(match["name"]) or not _is_member(match["who"]):
            return False
        start = reading.left[0] + match.start("name")
        reading.indicator, reading.indicator_span = (
            match["name"].strip(EDGE),
            (start, start + len(match["name"].rstrip())),
        )
        reading.full = reading.base = reading.indicator
        reading.scope, reading.listed = match["who"].strip(EDGE), True
        return True
    who = left.strip(EDGE).removeprefix("và ")
    if not before.listed or not left.startswith((",", ";", " và ")) or not _is_member(who):
        return False
    reading.indicator, reading.indicator_span, reading.full = before.indicator, before.indicator_span, before.full
    reading.base, reading.scope, reading.listed = before.base, who, True
    return True


def _is_member(words: str) -> bool:
    """A short noun that tells who or where: «mầm non», «các xã vùng cao»; no name of its own and no verb."""
    who = words.strip(EDGE)
    return (
        bool(who)
        and len(who.split()) <= _LONGEST_MEMBER
        and not starts_with_head(who)
        and not verb_at_end(who)
        and (_SAYING.search(f" {who} ") is None)
    )


def part_of(reading: Reading, whole: Reading) -> None:
    """«Nhu cầu vốn: 80.731 tỷ đồng, gồm:» before «+ Giao thông: 7.075 tỷ đồng»; «Thu nội địa» has a name of its own."""
    reading.of = whole
    name = reading.indicator
    if name and (starts_with_head(name) or name.split()[0].lower() == whole.indicator.split()[0].lower()):
        return
    reading.scope = name if name not in _TIMES else None
    reading.indicator, reading.full, reading.lender = whole.indicator, whole.base or whole.full, whole
    reading.base = reading.full


def for_whom(reading: Reading, before: Reading, left: str) -> bool:
    """«tối thiểu 70% cho giáo viên, tối thiểu 30% cho nhân viên»; «…, không có tỉnh, thành phố đạt dưới 60%»."""
    none_below = _NONE_BELOW.search(left)
    if none_below and reading.direction is not None and before.mention.kind == reading.mention.kind:
        same_indicator(reading, before)
        reading.scope = none_below["who"].strip(EDGE)
        reading.is_none_below = True
        return True
    mine, its = _FOR.match(reading.right_text), _FOR.match(before.right_text)
    if mine is None or its is None or before.mention.kind != reading.mention.kind or before.named_behind:
        return False
    if before.scope is None:
        before.scope = its["who"].strip(EDGE)
    same_indicator(reading, before)
    reading.scope = mine["who"].strip(EDGE)
    return True


def opens_new_bracket_sentence(left: str) -> bool:
    return ")" in left and left.rfind("(") < left.rfind(")")


def bracketed(reading: Reading, left: str, before: Reading) -> None:
    """«đạt 87% (thành thị 97,8%, nông thôn 80,9%)», «(phấn đấu đạt 14%-15%)», «(tương đương khoảng 8,6 tỷ USD)»."""
    whole = before.of if before.of is not None and before.bracketed and before.scope else before
    same_indicator(reading, whole)
    nation = NATION.search(left)
    if nation is not None:
        # «đạt 13,6% (cả nước 7%)», «cao hơn bình quân chung của cả nước (54,4%)»: told to compare with.
        reading.scope, reading.is_contrast = nation["who"], True
    name = SCOPE_LEAD.sub("", left).strip(EDGE)
    name = _OF_BRACKET.sub("", name).strip(EDGE)
    if before.is_part and before.bracketed and before.of is not None:
        whole = before.of
    if reading.moves == "by" and reading.mention.kind == "percent" and moves(whole) and _is_sector(name):
        # «GRDP tăng 9-10%/năm (dịch vụ tăng 8,5-9,5%, công nghiệp - xây dựng tăng 11-11,5%)».
        start = reading.text.find(name, *reading.left)
        reading.indicator, reading.indicator_span, reading.scope, reading.of = (
            name,
            (start, start + len(name)),
            None,
            whole,
        )
        reading.full, reading.is_part = name, True
        say_how(reading)
        return
    if reading.moves == "by" or reading.mention.kind in ("ratio", "points"):
        say_how(reading)
        return
    if not name or nation is not None:
        return
    if _CONTRAST.match(name):
        reading.is_contrast = True
        return
    if len(name) <= 80 and not borders().heads.match(name):
        reading.scope = name
        reading.of = whole


def own_scope(reading: Reading) -> str | None:
    """The scope that may have an indicator of its own; town and country inside a whole are breakdowns of that."""
    within = reading.of is not None and reading.scope is not None and _BREAKDOWN.match(reading.scope) is not None
    return None if within else reading.scope


def moves(whole: Reading) -> bool:
    """Whether a percentage says by how much something grows: «tăng 6,9%», «Tốc độ tăng trưởng … đạt 8%»."""
    return whole.mention.kind == "percent" and (whole.moves == "by" or _GROWTH.match(whole.full) is not None)


def _is_sector(name: str) -> bool:
    """«khu vực công nghiệp và xây dựng», «dịch vụ», «thuế sản phẩm trừ trợ cấp sản phẩm»: a part of an economy."""
    if _SECTOR.match(name) is None or len(name.split()) > _LONGEST_SECTOR:
        return False
    return not verb_at_end(name) and _SAYING.search(f" {name} ") is None


def sector_growth(reading: Reading, name: str, whole: Reading | None) -> bool:
    """«GRDP tăng 6,9%. Trong đó: khu vực nông, lâm nghiệp và thủy sản ước đạt 5,39%»: the parts of a growth grow."""
    if whole is None or reading.mention.kind != "percent" or reading.moves == "by":
        return False
    return moves(whole) and _is_sector(name) and not any("chiếm" in cue.lower() for cue in reading.mention.cues)


def same_indicator(reading: Reading, other: Reading) -> None:
    reading.indicator, reading.indicator_span = other.indicator, other.indicator_span
    reading.full = reading.base = other.base or other.full
    if other.scope and not reading.bracketed:
        reading.scope = other.scope


def shares_name(reading: Reading) -> bool:
    """«đạt 13.966 tỷ đồng, bằng 104,24% dự toán»: more of what the figure before is about."""
    before = reading.before
    if (
        before is None
        or reading.scope
        or before.indicator_span != reading.indicator_span
        or before.indicator_span is None
    ):
        return False
    # «đến năm 2030 đạt 48,3 triệu USD, tốc độ tăng 5 - 6%/năm»: a yearly growth is for all the years.
    yearly = (reading.mention.unit_base or "").endswith("%/năm")
    return not (yearly and before.told is not None and before.told.start is None)


def is_scope(reading: Reading, left: str, name: str) -> bool:
    """«trong đó các xã đặc biệt khó khăn còn 7%», «…; nông thôn đạt 58%»: no name of its own, the same unit."""
    before = reading.before
    if before is None or before.mention.kind != reading.mention.kind or verb_at_end(name):
        return False
    if _BREAKDOWN.match(name) and len(name) < 60:
        # «khu vực công nghiệp tăng 9,9%; khu vực dịch vụ tăng 6,1%»: neither is a part of the other.
        return _BREAKDOWN.match(before.indicator) is None
    if left.lstrip(" ,;(").startswith("riêng ") and _OF_GROUP.search(name) and reading.moves == before.moves == "by":
        # «Tỷ lệ hộ nghèo giảm 1-1,5%/năm, riêng các huyện nghèo giảm 4%».
        return True
    if _DISTRICTS.match(name) and len(name) < 60 and reading.moves == before.moves:
        # «Tỷ lệ hộ nghèo giảm 1,5%, các huyện miền núi giảm từ 2,5-3%».
        return not _DISTRICTS.match(before.indicator)
    return (
        SCOPE_LEAD.match(left) is not None
        and reading.mention.direction is not None
        and (reading.moves != "by" or (reading.mention.kind == "points" and before.moves == "by"))
        and not name.startswith("kinh phí")
    )


def breakdown(reading: Reading, before: Reading, name: str) -> None:
    whole = before.of if before.of is not None and before.scope else before
    reading.indicator, reading.indicator_span, reading.full = whole.indicator, whole.indicator_span, whole.full
    reading.scope = name
    reading.of = whole
    sector = whole.full.rfind(" khu vực ")
    if sector >= 0 and name.startswith("khu vực ") and _is_sector(name) and _is_sector(whole.full[sector + 1 :]):
        # «Tỷ trọng trong GDP của khu vực dịch vụ đạt trên 50%, khu vực công nghiệp - xây dựng trên 40%».
        reading.full, reading.scope, reading.of = whole.full[: sector + 1] + name, None, None
        return
    own = _TOWN.search(whole.full)
    if own is not None and "nông thôn" in name:
        # «Thu gom rác thải đô thị đạt 96%; khu vực nông thôn đạt 80%»: beside each other, not one of the other.
        reading.full = f"{whole.full[: own.start()]}{whole.full[own.end() :]}".strip()
        reading.of = None


def is_group(reading: Reading, before: Reading, name: str) -> bool:
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


def group(reading: Reading, before: Reading, name: str) -> None:
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
