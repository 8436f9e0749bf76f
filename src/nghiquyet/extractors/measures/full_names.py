"""The name of an indicator completed as a reader would write it."""

from nghiquyet.extractors.measures.borders import EDGE, borders
from nghiquyet.extractors.measures.names import goes_on, rate_word, starts_with_head
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.text import patterns as re

# «mức độ 2 đạt 30,2%» behind «Tỷ lệ trường đạt chuẩn quốc gia mức độ 1».
_ELLIPTICAL = re.compile(r"(?P<word>mức độ|cấp độ|cấp|loại|hạng|nhóm|mức)\s+(?P<value>\d+|[IVX]+)")
# «có bằng cấp, chứng chỉ đạt 27%».
_QUALIFYING = re.compile(r"(?:có|không|được|bị|qua)\s")
_AGAINST = re.compile(r"\s*((?:so với|bình quân)\s[^,;.()*]{3,60})")
_OF_PLAN = re.compile(
    r"\s*((?:so (?:với\s+)?)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|Nghị quyết)(?:(?:\s+\w+){0,5}?\s+(?:giao|đề ra)|\s+(?:vốn|cả năm|"
    r"năm(?: \d{4})?))?)(?!\w)"
)
# «gấp 1,3 lần năm 2024».
_THAN_YEAR = re.compile(r"\s+(năm (?:trước|\d{4}))")
# «trồng mới rừng gỗ lớn ít nhất 1.200 ha»: what is measured in hectares is an area.
_PLANTED = re.compile(r"(?:[Tt]rồng|[Kk]hai hoang|[Gg]iao đất|[Tt]hu hồi đất|[Cc]huyển đổi)\s")
_OF_TOTAL = re.compile(r"\s*((?:trong |trên )?(?:tổng(?: số)?|GDP|GRDP)(?!\w)[^,;.()*]*)")
# «(không kể tạm ứng)» behind the figure.
_PROVISO = re.compile(r"\s*(\((?:không kể|không tính|chưa kể|chưa tính|bao gồm|không bao gồm|theo|giá)[^()\d]*\))")
_GROWTH = re.compile(r"(?:[Tt]ốc độ|[Tt]ăng trưởng|[Mm]ức|[Nn]hịp độ)\s")
_GROWING = re.compile(
    r"(?!(?:[Tt]ốc độ|[Mm]ức|[Nn]hịp độ|[Tt][ỷỉ] lệ)\s+tăng)(?P<what>.+?)\s+tăng trưởng(?:\s+bình quân)?"
)
_LOWERING = re.compile(
    r"(?P<verb>[Gg]iảm|[Tt]ăng(?! trưởng)|[Nn]âng|[Hh]ạ(?! tầng)|[Kk]éo giảm|[Cc]ắt giảm)\s+(?P<rest>\S.*)"
)
# «Tỷ lệ hộ nghèo … giảm bình quân/năm: trên 10%»: the verb stands before the colon, away from the figure.
_MOVED = re.compile(r"\s+(?P<verb>giảm|tăng)(?:\s+bình quân)?(?:\s*/\s*năm|\s+(?:hằng|hàng|mỗi)\s+năm)?$")
_PRODUCT = re.compile(r"(?:[Tt]ổng sản phẩm|GRDP|GDP)(?!\w)(?! bình quân đầu người)")
_SO_VOI = re.compile(r"\s+so với\s[^()]*")
# «đưa dân số tập luyện thể thao thường xuyên đạt 40%».
_PEOPLE_WHO = re.compile(r"[Dd]ân số\s+(?!trung bình|đô thị|nông thôn$)\w")
CLASS = re.compile(
    r"(?:,?\s+(?:tại|ở|đối với|cho|của|trong))+\s+(?P<who>(?:các\s+|những\s+)?\w+(?:\s\w+)?\s+(?:từ\s+)?(?:loại|hạng)\s+[IVX]+(?!\w)[^;:.()]*)$"
)
SHARE_NAME = re.compile(r"[Tt][ỷỉ] (?:lệ|trọng) ")
_MEAN = re.compile(
    r"\s+(?:(?:bình quân|trung bình)(?:\s+(?:5\s+)?năm|/năm|\s+(?:hằng|hàng|mỗi) năm)?|thêm|(?:hằng|hàng|mỗi) năm)$"
)
_MOVING = ("tăng", "giảm", "cắt", "rút", "kéo", "tiết", "vượt")
_CURRENCY_NAME = re.compile(r"\s+(vốn quy đổi|vốn đăng ký|vốn thực hiện)(?!\w)")


def verb_of(reading: Reading) -> str:
    """«giảm» of «giảm bình quân hằng năm»."""
    cues = [cue.lower() for cue in reading.mention.cues]
    verb = next((cue for cue in reversed(cues) if cue.startswith(_MOVING)), reading.stated_move)
    return _MEAN.sub("", verb or (cues[0] if cues else ""))


def set_name(reading: Reading, start: int, end: int) -> None:
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
    group = CLASS.search(text, start, end)
    if group is not None and not reading.scope:
        # «… đáp ứng nhu cầu tại đô thị từ loại IV trở lên»: the class is what the figure is for.
        reading.scope = group["who"]
        full = full[: full.rfind(group.group().replace("*", ""))].rstrip(" ,") if full.endswith(group["who"]) else full
        end = group.start()
    reading.indicator = text[start:end].lstrip(EDGE) if text[start:end].endswith(")") else text[start:end].strip(EDGE)
    reading.indicator_span = (start, end)
    reading.full = full or reading.indicator


def complete_name(reading: Reading, before: Reading | None) -> None:
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
    if reading.mention.kind not in ("percent", "points") or not reading.indicator:
        return
    moved = _MOVED.search(reading.full) if reading.direction is None and not reading.moves else None
    if moved is not None and reading.indicator_span is not None:
        start = reading.indicator_span[0]
        reading.full = reading.full[: moved.start()]
        reading.indicator = reading.indicator[: max(0, reading.indicator.rfind(moved["verb"]))].rstrip(EDGE)
        reading.indicator_span = (start, start + len(reading.indicator))
        reading.moves, reading.direction = "by", "decrease" if moved["verb"] == "giảm" else "increase"
        reading.stated_move = moved["verb"]
        return
    if reading.mention.kind == "points" and _LOWERING.match(reading.full) is None:
        return
    if reading.grows:
        reading.full = f"Tốc độ tăng trưởng {small(reading.full)}"
        return
    growing = _GROWING.fullmatch(reading.indicator)
    if growing and reading.moves != "by" and not growing["what"].endswith((" vào", " cho")):
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
        ("bình quân", "chỉ số", "kinh phí", "chi ", "đóng góp")
    ):
        reading.full = f"{rate_word(reading.text)} {small(reading.full)}"


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


def say_how(reading: Reading) -> None:
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
        verb = verb_of(reading)
        if (reading.mention.unit_base or "").endswith("/năm") and not SHARE_NAME.match(reading.full):
            mean = "trung bình" if any("trung bình" in cue for cue in reading.mention.cues) else "bình quân"
            reading.full = f"Tốc độ {verb} {mean} hằng năm của {small(reading.full)}"
            return
        over = _OF_PLAN.match(right) if verb == "vượt" else None
        if over is not None:
            reading.full = f"Mức vượt {over[1].removeprefix('so ').removeprefix('với ')} của {small(reading.full)}"
            return
        what = "Tốc độ" if verb == "tăng" and _PRODUCT.match(reading.full) else "Mức"
        reading.full = f"{what} {verb} {small(reading.full)}" + (f" {against[1]}" if against else "")
        return
    if (
        kind in ("money", "count", "level")
        and reading.moves == "by"
        and reading.full
        and not _GROWTH.match(reading.full)
    ):
        # «GRDP bình quân đầu người đạt 65,3 triệu đồng, tăng 6,2 triệu đồng so với năm 2024».
        reading.full = f"Mức {verb_of(reading)} {small(reading.full)}" + (f" {against[1]}" if against else "")
        return
    if kind == "points" and against is not None and "so với" not in reading.full:
        # «Giảm tỷ lệ hộ nghèo 0,9 điểm phần trăm so với cuối năm 2025».
        reading.full += f" {against[1]}"
        return
    if kind == "ratio":
        than = against[1].removeprefix("so với ") if against else year[1] if (year := _THAN_YEAR.match(right)) else ""
        reading.full += f" so với {than}" if than else ""
        return
    if kind == "money":
        capital = _CURRENCY_NAME.match(right)
        reading.full += f" ({capital[1]})" if capital else ""
        return
    if kind == "level" and reading.mention.unit_base == "ha" and _PLANTED.match(reading.full):
        reading.full = f"Diện tích {reading.full[0].lower()}{reading.full[1:]}"
        return
    if kind != "percent":
        return
    plan = _OF_PLAN.match(right)
    if plan:
        reading.full += " " + (plan[1] if plan[1].startswith("so ") else f"so với {plan[1]}")
        return
    total = _OF_TOTAL.match(right)
    if total and total[1].startswith(("GDP", "GRDP")):
        reading.full += f" so với {total[1].strip(EDGE)}"
        return
    if total is None and SHARE_NAME.match(reading.full) and goes_on(reading):
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


def small(name: str) -> str:
    """The name inside a longer one: «Tổng giá trị» → «tổng giá trị»; GRDP and Việt Nam keep their capitals."""
    return name[0].lower() + name[1:] if len(name) > 1 and name[1].islower() and borders().heads.match(name) else name
