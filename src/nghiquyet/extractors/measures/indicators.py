"""Indicators: the name of what a figure measures, as printed and completed."""

from nghiquyet.extractors.measures.borders import EDGE, borders, is_verb, verb_at_end
from nghiquyet.extractors.measures.full_names import CLASS, complete_name, say_how, set_name, small
from nghiquyet.extractors.measures.names import goes_on, is_part, name_bounds, rate_word, starts_with_head
from nghiquyet.extractors.measures.names_behind import name_behind
from nghiquyet.extractors.measures.rankings import name_rank
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.measures.scopes import (
    NATION,
    bracketed,
    breakdown,
    for_whom,
    group,
    is_group,
    is_scope,
    listed_member,
    opens_new_bracket_sentence,
    part_of,
    same_indicator,
    sector_growth,
    structure_member,
)
from nghiquyet.extractors.measures.shares import is_share_of_count, of_people, other_grade, share
from nghiquyet.text import patterns as re

# A growth without a noun: «tốc độ |tăng bình quân 5%/năm», «tăng bình quân hàng năm trong giai đoạn này |đạt 10 - 13%/năm».
_OF_IT = re.compile(
    r"[Tt]ốc độ(?: tăng(?: trưởng)?)?(?: bình quân)?(?:(?: hằng| hàng| mỗi) năm)?|[Tt]ăng(?: trưởng)? bình quân(?:(?: hằng| hàng| mỗi) năm)?"
    r"(?: (?:trong )?giai đoạn này)?"
)
_BESIDE_PLAN = re.compile(r"so với (?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)(?: \w+){0,6} ?$")
_AMOUNT_BEHIND = re.compile(r"\s+(?:số (?!với)|số lượng|thời gian|chi phí|tổng số|lượng|tỷ lệ)")
# «Toàn tỉnh còn 4.216 hộ nghèo», «Đảng bộ tỉnh đạt 17/20 chỉ tiêu»: who counts is no name.
_COUNTING = re.compile(
    r"(?:(?:[Tt]oàn|[Cc]ả|[Tt]rong)\s+)?(?:[Tt]ỉnh|[Tt]hành phố|nước|quốc|[Hh]uyện|[Xx]ã|[Pp]hường|[Đđ]ịa phương|[Đđ]ảng bộ)"
    r"(?:\s+(?:tỉnh|thành phố|huyện|xã|phường|[A-ZĐ]\w+)){0,4}"
)
_LONGEST_DEED = 10
"""Words of what is done to a number of things; more than that is a name."""
_STRUCTURED = re.compile(r"[Cc]ơ cấu(?!\w)")
_BESIDE_NATION = re.compile(r"(?:cao hơn|thấp hơn|so với)[^,;]*(?:cả nước|toàn quốc)(?: là)?\s*$")


def name_indicator(reading: Reading) -> None:
    """Fills indicator, full, scope and ``of`` of ``reading`` from the words around it and the figures before it."""
    _name(reading)
    if reading.whole is not None and reading.whole.mention.unit_base == reading.mention.unit_base:
        part_of(reading, reading.whole)


def _name(reading: Reading) -> None:
    before, left = reading.before, reading.left_text
    if reading.mention.part == "planned" and before is not None:
        same_indicator(reading, before)
        return
    if structure_member(reading, left, before) or listed_member(reading, left, before):
        return
    if before is not None and reading.bracketed and _counts_apart(reading, before):
        # «681 dự án, với tổng vốn 328.782 tỷ đồng (trong đó có 29 dự án FDI …)».
        name_behind(reading, "")
        return
    if before is not None and reading.bracketed and not opens_new_bracket_sentence(left):
        bracketed(reading, left, before)
        return
    if before is not None and for_whom(reading, before, left):
        return
    if before is not None and other_grade(reading, before):
        return
    if before is not None and before.mention.kind == reading.mention.kind and _BESIDE_PLAN.search(left):
        same_indicator(reading, before)
        reading.is_planned = True
        return
    if before is not None and before.mention.kind == reading.mention.kind and _BESIDE_NATION.search(left):
        nation = NATION.search(left)
        same_indicator(reading, before)
        reading.scope, reading.is_contrast = (nation["who"] if nation else None), True
        return
    start, end = name_bounds(reading)
    name = reading.text[start:end]
    if before is None and _titled(reading, name):
        return
    if reading.mention.kind == "rank":
        name_rank(reading, start, end, before)
        return
    if before is not None and name.lower() == "tăng trưởng" and reading.mention.kind == "percent":
        # «tổng sản phẩm … đạt 8.820 tỷ đồng, tăng trưởng 6,1%».
        same_indicator(reading, before)
        reading.base, reading.full = reading.full, f"Tốc độ tăng trưởng {small(reading.full)}"
        return
    if before is not None and reading.mention.kind == "percent" and _OF_IT.fullmatch(name) is not None:
        # «tổng giá trị … đạt 48,3 triệu USD, tốc độ tăng bình quân 5 - 6%/năm».
        same_indicator(reading, before)
        reading.moves, reading.direction = (
            "by",
            reading.direction if reading.direction not in (None, "reach") else "increase",
        )
        reading.stated_move = "tăng"
        say_how(reading)
        return
    head = starts_with_head(name)
    if reading.mention.kind == "count" and not head and (deed := _last_deed(name)):
        # «…, đưa người lao động đi làm việc ở nước ngoài, giải quyết việc làm cho 62.000 lao động».
        start, name = end - len(deed), deed
    of_class = CLASS.search(name) if not head and goes_on(reading) else None
    if of_class is not None and reading.mention.kind == "percent":
        # «phát triển chiếu sáng đối với đô thị loại III đạt 85% chiều dài các tuyến đường chính».
        name_behind(reading, "")
        reading.scope = of_class["who"]
        return
    whole = _growing_whole(reading, left, before)
    if name and not head and sector_growth(reading, name, whole):
        set_name(reading, start, end)
        reading.base = reading.full = f"Tốc độ tăng trưởng {small(reading.full)}"
        reading.is_part, reading.of = True, whole
        return
    if before is not None and name and not head and is_group(reading, before, name):
        group(reading, before, name)
        return
    scoped = before is not None and is_part(left)
    if before is not None and name and not head and is_scope(reading, left, name):
        breakdown(reading, before, name)
        return
    if (
        before is not None
        and not name.strip(EDGE)
        and not _has_own_noun(reading)
        and not _says_what_is_counted(reading, before)
    ):
        same_indicator(reading, before)
        if is_share_of_count(reading, before):
            # «còn 4.216 hộ nghèo, chiếm 4,35% tổng số hộ».
            reading.full = reading.base = f"{rate_word(reading.text)} {before.full.removeprefix('Số ')}"
        say_how(reading)
        return
    if before is not None and (scoped or _is_sibling(reading, before, head)):
        reading.is_part = True
        reading.of = before.of if before.of is not None and (before.bracketed or before.is_part) else before
        reading.of = _without_contrast(reading.of) if reading.of is not None else None
    if before is not None and _says_what_is_counted(reading, before):
        name_behind(reading, "")
        reading.of = before
        return
    if _figure_comes_first(reading, name, head):
        name_behind(reading, name)
        share(reading, before)
        of_people(reading, before)
        return
    set_name(reading, start, end)
    complete_name(reading, before)
    say_how(reading)
    of_people(reading, before)


def _growing_whole(reading: Reading, left: str, before: Reading | None) -> Reading | None:
    """The figure whose parts are told: before «trong đó», also where that opens the next sentence."""
    if is_part(left):
        return before or reading.last
    return before.of if before is not None and before.is_part else None


def _last_deed(name: str) -> str:
    """The last clause of the words before a number of things, where it says what is done to them."""
    clause = name.rpartition(", ")[2]
    words = clause.split()
    verbs = borders().verbs
    return clause if clause != name and (" ".join(words[:1]) in verbs or " ".join(words[:2]) in verbs) else ""


def _counts_apart(reading: Reading, before: Reading) -> bool:
    """A number of other things than the figure before the bracket measures."""
    return (
        reading.mention.kind == "count"
        and before.mention.unit_base != reading.mention.unit_base
        and before.mention.kind in ("money", "level")
        and goes_on(reading)
    )


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
        complete_name(reading, None)
        say_how(reading)
    return True


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
    if kind == "count" and _COUNTING.fullmatch(stripped):
        return True
    if is_verb(stripped):
        return kind != "money" or goes_on(reading)
    if reading.moves == "by" and kind == "percent" and _AMOUNT_BEHIND.match(reading.right_text):
        # «cả nước giảm khoảng 60% số lượng đơn vị hành chính cấp xã».
        return True
    if has_head or reading.mention.direction is not None:
        return False
    if verb_at_end(stripped) and not reading.left_text.rstrip().endswith(":"):
        return True
    if kind == "count" and len(stripped.split()) <= _LONGEST_DEED and not reading.left_text.rstrip().endswith(":"):
        # «xem xét thu hồi 24 dự án», «Điều chỉnh giảm kế hoạch vốn của 04 dự án».
        return True
    return kind in ("percent", "count") and goes_on(reading)
