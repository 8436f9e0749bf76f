"""Where the name of an indicator begins and ends, before a figure or behind it."""

from nghiquyet.extractors.measures.borders import EDGE, borders
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.text import patterns as re

# «…, trong đó các xã đặc biệt khó khăn còn 7%».
SCOPE_LEAD = re.compile(r"[\s,;(*]*(?:trong đó|riêng|gồm|bao gồm)(?:\s+có)?\s*:?\s*")
# «- (11) Phấn đấu toàn tỉnh có …»: the number of an entry.
_LABEL = re.compile(r"\W*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{2,4})(?:\\?[.)]\s+|(?<=\.\d)\s[-–]\s)")
_KEEPING = re.compile(r"(?:[Dd]uy trì|[Gg]iữ(?: vững)?|[Ổổ]n định)(?!\w)")
# «… phấn đấu |từ 7,5%», «… duy trì |đạt 98,4%», «… là |10%».
_TAIL = re.compile(
    r",?(?<!\s)\s++(?:là|và|phấn đấu|duy trì|đến|được|sẽ|vào|đạt|mới đạt|chỉ đạt|mới chỉ|(?<!chứng )(?<!địa )chỉ|\d{1,2} năm(?: đạt)?)$"
)
# «tỷ lệ chi bộ hằng năm |đạt hoàn thành tốt nhiệm vụ», a time inside the name.
_TIME_INSIDE = re.compile(
    r"(?<!\s)\s++(?:(?:hằng|hàng|mỗi) năm|bình quân (?:hằng|hàng|mỗi) năm)\s++(?:(?:đạt|được|có)\s++)?(?:\S++\s++){2,}\S+$"
)
_PART = re.compile(r"(?:^|[\s,;:(*])(?:[Tt]rong đó|[Rr]iêng)(?!\w)")
_LEADS_TO = re.compile(r"(?:bảo đảm|đảm bảo|phấn đấu|đưa|nâng|duy trì|nâng cao|(?<!so )với)\s+$")
# «mục tiêu tăng trưởng GDP đạt từ 8% trở lên».
_GROWTH_OF = re.compile(r"(?:[Tt]ốc độ\s+)?[Tt]ăng trưởng\s+$")
_BEHIND = re.compile(r"\s*\((?:theo\s+)?(?:giá|chuẩn|không kể|chưa kể|bao gồm)[^()]*\)")
# «Cơ cấu kinh tế chuyển dịch tích cực, tổng giá trị …»: the clause before the comma has said its own.
_TOLD = re.compile(r"\s(?:có sự|được|tăng|giảm|đạt|chuyển dịch|phát triển|tiếp tục|duy trì|phục hồi|khởi sắc)(?!\w)")
# «560 tỷ đồng [1], bằng 81%»: the call of a note.
_NOTE = re.compile(r"\[\d{1,3}\]")


def is_part(left: str) -> bool:
    """Whether the words before a figure make it a part of the one before: «…, trong đó kết nạp …»."""
    found = _PART.search(left)
    return found is not None and ";" not in left[found.end() :]


def starts_with_head(name: str) -> bool:
    """Whether a name begins as names of indicators do: Tỷ lệ, Tốc độ, GRDP, Tổng …"""
    return borders().heads.match(name) is not None


def goes_on(reading: Reading) -> bool:
    """Whether a noun of its own stands behind the figure."""
    right = reading.right_text.lstrip(" *")
    return bool(right) and right[0].isalpha() and right[0].islower() and borders().complement.match(right) is None


def name_bounds(reading: Reading) -> tuple[int, int]:
    """Where the name stands in the words before the figure: behind the last clause border, led-in words left out."""
    text = reading.text
    start, end = reading.left
    before = reading.before
    if before is not None and (behind := _BEHIND.match(text, start, end)) is not None:
        # «… đạt 45.000 tỷ đồng (giá so sánh năm 2010), tăng 12%»: the bracket is the first figure's.
        start = behind.end()
    colon = text.rfind(":", start, end)
    if colon >= 0 and not text[colon:end].strip(EDGE) and text[start:colon].strip(EDGE):
        # «Tỷ lệ đô thị hóa: 33,5%».
        end = colon
    cut = max(text.rfind(mark, start, end) for mark in (";", ": ", ". "))
    if cut >= 0:
        start = cut + 1
    elif before is not None and start < end and text[start] == " " and text[start + 1 : start + 2].isalpha():
        # «đạt 5% tổng chi ngân sách và chi cho …»: what comes first completes the figure before.
        start = _behind_complement(text, start, end, before.named_behind)
    for match in borders().clause.finditer(text, start, end):
        if (
            text.rfind("(", start, match.start()) <= text.rfind(")", start, match.start())
            or ")" not in text[match.end() : end]
        ):
            # «trường công lập (Mầm non, Tiểu học) đạt chuẩn»: what stands in brackets borders nothing.
            start = match.end()
    opened = text.rfind("(", start, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        start = opened + 1
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    while start < end and (text[start] in EDGE or (note := _NOTE.match(text, start, end)) is not None):
        start = start + 1 if text[start] in EDGE else note.end() if note else start
    lead = borders().lead.match(text, start, end)
    if lead:
        start = lead.end()
        if _KEEPING.search(lead.group()) and reading.direction in (None, "reach"):
            reading.direction = "maintain"
    # Verbs before the noun that names the indicator: «Đẩy nhanh …, bảo đảm tỷ lệ giải ngân».
    head = _head_of(text, start, end)
    if head is not None:
        if _KEEPING.fullmatch(text, start, head - 1) and reading.direction in (None, "reach"):
            reading.direction = "maintain"
        start = head
    elif (
        before is None
        and end - start > 80
        and not starts_with_head(text[start:end])
        and (comma := text.rfind(", ", start, end - 12)) > start
        and not text.startswith(("loại ", "hạng ", "mức độ ", "cấp "), comma + 2)
    ):
        start = comma + 2
    while end > start and text[end - 1] in ' ,;:*“"\\':
        end -= 1
    while (tail := _TAIL.search(text, start, end)) is not None:
        end = tail.start()
        if _KEEPING.search(tail.group()) and reading.direction in (None, "reach"):
            reading.direction = "maintain"
    if reading.mention.kind == "money" and text[start:end].endswith(" thực hiện"):
        # «Giá trị sản xuất thực hiện 8.318 tỷ đồng».
        end -= len(" thực hiện")
    predicate = borders().predicate.search(text, start, end)
    if (
        predicate
        and predicate.start() > start
        and not ((inside := _TIME_INSIDE.search(text, start, end)) is not None and inside.start() == predicate.start())
        and not text.endswith((" vào", " cho"), start, predicate.start())
    ):
        end = predicate.start()
        while (tail := _TAIL.search(text, start, end)) is not None:
            end = tail.start()
        reading.grows = predicate.group().endswith("tăng trưởng")
        reading.estimated = reading.estimated or predicate.group().strip(" ,").startswith(("ước", "dự"))
    return start, max(start, end)


def _head_of(text: str, start: int, end: int) -> int | None:
    """Where the noun that begins the name stands, behind verbs: the first, or a later one that a verb leads to."""
    found: int | None = None
    for head in borders().strong_heads.finditer(text, start, end):
        first = head.start()
        if text.startswith("/", first - 1) or (
            text.endswith(("tốc độ", "Tốc độ"), first, head.end()) and text.endswith(" với ", start, first)
        ):
            # «chi cho nghiên cứu và phát triển/GRDP», «băng rộng cố định với tốc độ 1 Gb/s».
            continue
        growth = _GROWTH_OF.search(text, max(start, first - 20), first)
        if found is None and growth is not None and text.endswith(" vào ", start, growth.start()):
            # «Đóng góp của TFP vào tăng trưởng GRDP».
            continue
        if found is None and growth is not None:
            found = growth.start()
        elif (
            found is None
            and text.startswith(", ", first - 2)
            and (not starts_with_head(text[start:first]) or _TOLD.search(text, start, first) is not None)
        ):
            # «thương mại, dịch vụ tương đối tích cực, tổng mức bán lẻ hàng hóa …».
            found = first
        elif (found is None and (first == start or not _is_inside_name(text, start, first))) or _LEADS_TO.search(
            text, max(start, first - 12), first
        ):
            found = first
    for head in borders().comma_heads.finditer(text, start, end) if found is None else ():
        if not starts_with_head(text[start : head.start()]) or _TOLD.search(text, start, head.start()) is not None:
            found = head.start()
    return found


def _behind_complement(text: str, start: int, end: int, is_name: bool) -> int:
    """Where the words that belong to the figure before have ended, and its own may begin."""
    if text[start:end].rstrip().endswith((",", " và")):
        return end
    border = borders().full_end.search(text, start, end) if is_name else None
    if border is not None:
        return border.end()
    comma = text.rfind(", ", start, end)
    joint = text.rfind(" và ", start, end) if not is_name or comma < 0 else -1
    return max(comma + 2, joint + 4) if max(comma, joint) >= 0 else end


def _is_inside_name(text: str, start: int, head: int) -> bool:
    """«lao động trong tổng …», «Giảm tỷ lệ hộ nghèo»: the noun is not the beginning of the name."""
    between = text[start:head].rstrip()
    if starts_with_head(text[start : head + 1]):
        # «Tổng chi ngân sách»: the noun before it has begun the name.
        return True
    if between.endswith(" vào") and text.startswith(("GRDP", "GDP"), head):
        # «Đóng góp của kinh tế số vào GRDP».
        return True
    return between.endswith(
        (
            " trong",
            " của",
            " trên",
            " về",
            " và",
            "%",
            " theo",
            " các",
            " cho",
            "(",
            " so với",
            ",",
            " tăng trưởng",
            " thuế",
            "Thuế",
        )
    ) or between.lower() in ("giảm", "tăng", "nâng", "hạ", "kéo giảm", "cắt giảm", "nâng cao")


def rate_word(text: str) -> str:
    """«Tỉ lệ» where the text spells it so."""
    return "Tỉ lệ" if "ỉ lệ" in text or "ỉ trọng" in text else "Tỷ lệ"
