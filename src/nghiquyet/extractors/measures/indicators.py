"""Indicators: the name of what a figure measures, as printed and completed."""

import re
from functools import cache

from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.lexicons import Table
from nghiquyet.text.tries import trie_pattern

HEADS = Table("indicator_heads")

_EDGE = ' ,;:.()*“”"–-•+'
# Words that lead to an indicator and are not part of its name.
_LEAD = re.compile(
    r"(?:(?:và|đồng thời|trong đó|song|phấn đấu|[Pp]hần đầu|[Pp]hân đấu|bảo đảm|đảm bảo|duy trì|đưa|nâng|cho|với|để|là|có|riêng|gồm|cụ thể|"
    r"cùng với|góp phần|thực hiện|giữ|theo đó|đến nay|năm \d{4}|đến năm \d{4}|[Pp]hấn đấu|tiếp tục)(?=[\s,:])[\s,:]*)+"
)
_SCOPE_LEAD = re.compile(r"^[\s,;(*]*(?:trong đó|riêng|gồm|bao gồm)\s*:?\s*")
_PREDICATE = re.compile(
    r",?\s+(?:tiếp tục được|được mở rộng|tiếp tục|được cải thiện|tuy dẫn đầu|được duy trì|trên địa bàn tỉnh phấn đấu|phấn đấu)(?:\s|$).*$"
)
_ELLIPTICAL = re.compile(r"(?P<word>mức độ|cấp độ|cấp|loại|hạng|nhóm|mức)\s+(?P<value>\d+|[IVX]+)$")
_NOUN_END = re.compile(
    r"[;.()*]|\s(?:đạt|được|còn|cho|so với|vào năm|năm \d{4}|trong năm|trên địa bàn|để|nhằm|theo|gắn với|là|tại|và\s+\d|vào|từ)(?=\s|$)"
    r"|,\s(?:trong đó|đồng thời|phấn đấu|và|bảo đảm|góp phần|nâng|đến|riêng|tiếp tục|từng bước|[A-ZĐ\d])|,(?=\d|\s*$)"
)
_LONGEST_NAME = 160
_VERB_END = re.compile(
    r"(?:^|\s)(?:xóa|xoá|kết nạp|có|hỗ trợ|xây dựng|thu hút|đón|tạo|giải quyết|hoàn thành|thành lập|phát triển|trồng|đào tạo|"
    r"cắt giảm|đơn giản hóa|bãi bỏ|xử lý|đầu tư|triển khai|công nhận|giảm|tăng|thêm|mới|đoạt|giành|khởi công|bảo đảm|rà soát)$"
)


@cache
def _heads() -> re.Pattern[str]:
    words = [word for row in HEADS.rows for word in row.words]
    return re.compile(rf"(?<!\w){trie_pattern([*words, *(word[0].upper() + word[1:] for word in words)])}(?!\w)")


def name_indicator(reading: Reading) -> None:
    """Fills indicator, full, scope and ``of`` of ``reading`` from the words around it and the figures before it."""
    before = reading.before
    left = reading.left_text
    structure = _structure_member(reading, left, before)
    if structure:
        return
    if before is not None and reading.bracketed and not _opens_new_bracket_sentence(left):
        _bracketed(reading, left, before)
        return
    start, end = _name_bounds(reading)
    text = reading.place.passage.text
    name = text[start:end]
    head = _heads().match(name)
    if before is not None and name and head is None and _is_scope(reading, left, name):
        _breakdown(reading, before, name)
        return
    if before is not None and not name.strip(_EDGE) and (reading.mention.cues or not _goes_on(reading)):
        _same_indicator(reading, before)
        _say_how(reading)
        return
    if before is not None and _SCOPE_LEAD.match(left):
        reading.of = before
    if _figure_comes_first(reading, name, head is not None):
        _named_behind(reading, name)
        return
    _set(reading, start, end)
    _complete(reading, before)
    _say_how(reading)


def _say_how(reading: Reading) -> None:
    """What a reader would add to the name: «Thứ hạng …», «Mức tăng …», «… so với bình quân chung cả nước»."""
    right = reading.right_text
    kind = reading.mention.kind
    if kind == "rank":
        where = re.match(r"\s*(?:trong\s+|của\s+|dẫn đầu\s+)?(cả nước|toàn quốc|khu vực|vùng)", right)
        reading.full = f"Thứ hạng {reading.full}" + (f" trong {where[1]}" if where else "")
        return
    against = re.match(r"\s*((?:so với|bình quân)\s[^,;.()*]{3,60})", right)
    cue = reading.mention.cues[0].lower() if reading.mention.cues else ""
    if (
        kind == "percent"
        and cue.startswith(("tăng", "giảm", "cắt giảm"))
        and reading.full
        and not _heads_growth(reading.full)
    ):
        verb = "tăng" if cue.startswith("tăng") else "cắt giảm" if cue.startswith("cắt") else "giảm"
        if not cue.startswith(("giảm còn", "giảm xuống")):
            reading.full = f"Mức {verb} {reading.full}" + (f" {against[1]}" if against else "")
    elif kind == "ratio" and against:
        reading.full = f"{reading.full} so với {against[1].removeprefix('so với ')}"


def _heads_growth(name: str) -> bool:
    return re.match(r"(?:[Tt]ốc độ|[Tt]ăng trưởng|[Mm]ức)\s", name) is not None


def _structure_member(reading: Reading, left: str, before: Reading | None) -> bool:
    """«Cơ cấu kinh tế: Công nghiệp - xây dựng 69%; Dịch vụ 20,2%»: one name, a scope for each share."""
    match = re.search(r"([Cc]ơ cấu[^:;.]*?)(?:\s+trong GRDP)?\s*:\s*([^:;]*)$", left)
    offset = reading.left[0]
    if match:
        reading.indicator = match[1].strip(_EDGE)
        reading.indicator_span = (offset + match.start(1), offset + match.start(1) + len(match[1]))
        reading.full = reading.indicator
        reading.scope = match[2].strip(_EDGE)
        return True
    if before is not None and before.scope is not None and re.match(r"[Cc]ơ cấu", before.indicator):
        member = left.strip(_EDGE)
        if member and len(member) < 60 and not _heads().match(member) and reading.mention.kind == "percent":
            reading.indicator, reading.indicator_span = before.indicator, before.indicator_span
            reading.full, reading.scope = before.full, member
            return True
    return False


def _opens_new_bracket_sentence(left: str) -> bool:
    return ")" in left and left.rfind("(") < left.rfind(")")


def _bracketed(reading: Reading, left: str, before: Reading) -> None:
    """«đạt 87% (thành thị 97,8%, nông thôn 80,9%)», «(phấn đấu đạt 14%-15%)», «(tương đương khoảng 8,6 tỷ USD)»."""
    whole = before.of if before.of is not None and before.bracketed and before.scope else before
    _same_indicator(reading, whole)
    name = _SCOPE_LEAD.sub("", left).strip(_EDGE)
    name = re.sub(r"^(?:phấn đấu|phần đấu|tương đương(?:\s+với)?|bằng)\s*", "", name).strip(_EDGE)
    if not name or name.endswith(("cả nước", "toàn quốc")):
        return
    if len(name) <= 80 and not _heads().match(name):
        reading.scope = name
        reading.of = whole


def _same_indicator(reading: Reading, other: Reading) -> None:
    reading.indicator, reading.indicator_span, reading.full = other.indicator, other.indicator_span, other.full
    if other.scope and not reading.bracketed:
        reading.scope = other.scope


def _is_scope(reading: Reading, left: str, name: str) -> bool:
    """«trong đó các xã đặc biệt khó khăn còn 7%», «…; nông thôn đạt 58%»: no name of its own, the same unit."""
    before = reading.before
    if before is None or before.mention.kind != reading.mention.kind:
        return False
    if _VERB_END.search(name):
        return False
    return _SCOPE_LEAD.match(left) is not None or bool(
        re.match(r"(?:[Tt]hành thị|[Nn]ông thôn|khu vực|[Kk]hu vực|vùng|[Nn]am|[Nn]ữ|đô thị|miền)(?!\w)", name)
    )


def _breakdown(reading: Reading, before: Reading, name: str) -> None:
    whole = before.of if before.of is not None and before.scope else before
    reading.indicator, reading.indicator_span, reading.full = whole.indicator, whole.indicator_span, whole.full
    reading.scope = name
    reading.of = whole


def _name_bounds(reading: Reading) -> tuple[int, int]:
    """Where the name stands in the words before the figure: behind the last clause border, led-in words left out."""
    text = reading.place.passage.text
    start, end = reading.left
    left = text[start:end]
    cut = max(left.rfind(";"), left.rfind(": "), left.rfind(". "))
    if cut >= 0:
        start += cut + 1
    for match in re.finditer(
        r",\s+(?=[A-ZĐ][a-zà-ỹ]*\s)|,\s+(?=(?:bảo đảm|đảm bảo|phấn đấu|nâng|đưa|duy trì|trong đó|đồng thời)\s)",
        text[start:end],
    ):
        start, _ = start + match.end(), None
        break
    opened = text.rfind("(", start, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        start = opened + 1
    while start < end and text[start] in _EDGE:
        start += 1
    lead = _LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    heads = list(_heads().finditer(text, start, end))
    # Verbs before the noun that names the indicator: «Đẩy nhanh …, bảo đảm tỷ lệ giải ngân».
    if heads and heads[0].start() > start and not _is_inside_name(text, start, heads[0].start()):
        start = heads[0].start()
    while end > start and text[end - 1] in ' ,;:*“"':
        end -= 1
    predicate = _PREDICATE.search(text[start:end])
    if predicate and predicate.start() > 0:
        end = start + predicate.start()
    return start, end


def _is_inside_name(text: str, start: int, head: int) -> bool:
    """«thành lập mới 5 …», «lao động trong tổng …»: the noun is not the beginning of the name."""
    between = text[start:head].rstrip()
    return between.endswith((" trong", " của", " trên", " về", " và", "%", " theo", " các", " cho"))


def _figure_comes_first(reading: Reading, name: str, has_head: bool) -> bool:
    """«46,3% lực lượng lao động …», «xóa 100% nhà tạm», «kết nạp ít nhất 200 đảng viên»."""
    stripped = name.strip(_EDGE)
    if not stripped:
        return True
    stated = reading.mention.direction
    if stated == "complete":
        return _goes_on(reading)
    if stated is not None or has_head:
        return False
    if _VERB_END.search(stripped):
        return True
    return reading.mention.kind in ("percent", "count") and _goes_on(reading)


def _goes_on(reading: Reading) -> bool:
    right = reading.right_text.lstrip()
    return bool(right) and right[0].isalpha() and right[0].islower()


def _named_behind(reading: Reading, name: str) -> None:
    text = reading.place.passage.text
    start = reading.mention.end
    counted = reading.mention.kind == "count"
    limit = reading.right[1]
    border = _NOUN_END.search(text, start, limit)
    end = min(border.start() if border else limit, start + _LONGEST_NAME)
    while start < end and text[start] in _EDGE:
        start += 1
    behind = text[start:end].strip(_EDGE)
    if counted:
        unit = (reading.mention.unit or "").strip()
        reading.indicator = f"{unit} {behind}".strip()
        unit_start = text.find(unit, reading.mention.number_start, reading.mention.end)
        reading.indicator_span = (
            max(unit_start, reading.mention.number_start),
            start + len(behind) if behind else reading.mention.end,
        )
        reading.full = f"Số {reading.indicator}"
        name = name.strip(_EDGE)
        if _VERB_END.search(name) and len(name.split()) <= 4:
            reading.full = f"{reading.full} {name[0].lower()}{name[1:]}"
    else:
        reading.indicator = behind or name.strip(_EDGE)
        reading.indicator_span = (start, start + len(behind)) if behind else None
        if reading.mention.kind == "percent":
            verb = _VERB_END.search(name)
            action = f"{verb.group().strip()} " if verb else ""
            reading.full = f"Tỷ lệ {action}{reading.indicator}"
        else:
            reading.full = f"{name.strip(_EDGE)} {reading.indicator}".strip()


def _set(reading: Reading, start: int, end: int) -> None:
    """The printed name; a bracket at its end qualifies it and belongs to the full name only."""
    text = reading.place.passage.text
    full = text[start:end].replace("*", "").strip(" ,;:")
    bracket = re.search(r"\s*\([^()]*\)\s*$", text[start:end])
    if bracket and bracket.start() > 0 and not re.fullmatch(r"\s*\([A-ZĐ]{2,8}\)\s*", bracket.group()):
        end = start + bracket.start()
    reading.indicator = (
        text[start:end].strip(_EDGE) if not text[start:end].endswith(")") else text[start:end].lstrip(_EDGE)
    )
    reading.indicator_span = (start, end)
    reading.full = full or reading.indicator


def _complete(reading: Reading, before: Reading | None) -> None:
    """Names that lean on the one before: «mức độ 2 đạt 30,2%», «có bằng cấp, chứng chỉ đạt 27%»."""
    elliptical = _ELLIPTICAL.fullmatch(reading.indicator)
    if elliptical and before is not None:
        reading.full = (
            re.sub(rf"{elliptical['word']}\s+(?:\d+|[IVX]+)", reading.indicator, before.full, count=1)
            if elliptical["word"] in before.full
            else f"{before.full} {reading.indicator}"
        )
        return
    head = _heads().match(reading.indicator)
    if head is None and reading.mention.kind == "percent" and reading.indicator:
        if before is not None and re.match(r"(?:có|không|được|bị|qua)\s", reading.indicator):
            reading.full = f"{before.full} {reading.indicator}"
        elif not re.match(r"(?:bình quân|chỉ số)", reading.indicator, re.IGNORECASE):
            reading.full = f"Tỷ lệ {reading.full}"
