"""Where the name of an indicator begins and ends, before a figure or behind it."""

from nghiquyet.extractors.measures.borders import EDGE, borders, is_verb, verb_at_end
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.mentions.units import SCALE_WORDS
from nghiquyet.text import patterns as re

# «…, trong đó các xã đặc biệt khó khăn còn 7%».
SCOPE_LEAD = re.compile(r"[\s,;(*]*(?:trong đó|riêng|gồm|bao gồm)(?:\s+có)?\s*:?\s*")
# «- (11) Phấn đấu toàn tỉnh có …»: the number of an entry.
_LABEL = re.compile(r"\W*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{2,4})(?:\\?[.)]\s+|(?<=\.\d)\s[-–]\s)")
_ADVERB = re.compile(r"(?:[Tt]hêm|[Cc]ó|[Tt]ối thiểu có|[Íí]t nhất có)$")
_EACH_UNIT = re.compile(r"^\s*(?:phấn đấu\s+)?[Mm]ỗi\s+(?P<what>trạm y tế|xã|huyện|hộ|người|lớp)\s+có$")
_LIGHT_VERBS = frozenset(
    {"có", "phấn đấu", "đưa", "duy trì", "bảo đảm", "đảm bảo", "bố trí", "dành", "thực hiện", "đoạt", "giành"}
)
_RATE = re.compile(r"[Tt][ỷỉ] (?:lệ|trọng|suất)|[Tt]ốc độ|[Cc]hỉ số")
_KEEPING = re.compile(r"(?:[Dd]uy trì|[Gg]iữ(?: vững)?|[Ổổ]n định)(?!\w)")
_CLASS = re.compile(r"(?:loại|hạng)\s+[IVX]+$")
# «… phấn đấu |từ 7,5%», «… duy trì |đạt 98,4%», «… là |10%».
_TAIL = re.compile(r",?\s+(?:là|và|phấn đấu|duy trì|đến|được|sẽ|vào|đạt|mới đạt|chỉ đạt|\d{1,2} năm(?: đạt)?)$")
# «tỷ lệ chi bộ hằng năm |đạt hoàn thành tốt nhiệm vụ», a time inside the name.
_TIME_INSIDE = re.compile(
    r"\s+(?:(?:hằng|hàng|mỗi) năm|bình quân (?:hằng|hàng|mỗi) năm)\s+(?:(?:đạt|được|có)\s+)?(?:\S+\s+){2,}\S+$"
)
_PART = re.compile(r"(?:^|[\s,;:(*])(?:[Tt]rong đó|[Rr]iêng)(?!\w)")
_LEADS_TO = re.compile(r"(?:bảo đảm|đảm bảo|phấn đấu|đưa|nâng|duy trì|nâng cao|(?<!so )với)\s+$")
# «mục tiêu tăng trưởng GDP đạt từ 8% trở lên».
_GROWTH_OF = re.compile(r"(?:[Tt]ốc độ\s+)?[Tt]ăng trưởng\s+$")
_JOBS = re.compile(r"(?:^|\s)((?:giải quyết|tạo) việc làm(?: mới)?)(?: cho)?$")
# What a plan is for goes without saying: «… có đủ điều kiện về đất đai trên địa bàn tỉnh».
_PLACE_BEHIND = re.compile(r"\s+trên địa bàn(?:\s+(?:tỉnh|thành phố)(?:\s+[A-ZĐ]\w+){0,4})?$")
_UPWARDS = " trở lên"
_BEHIND = re.compile(r"\s*\((?:theo\s+)?(?:giá|chuẩn|không kể|chưa kể|bao gồm)[^()]*\)")
# «Cơ cấu kinh tế chuyển dịch tích cực, tổng giá trị …»: the clause before the comma has said its own.
_TOLD = re.compile(r"\s(?:có sự|được|tăng|giảm|đạt|chuyển dịch|phát triển|tiếp tục|duy trì|phục hồi|khởi sắc)(?!\w)")
# «560 tỷ đồng [1], bằng 81%»: the call of a note.
_NOTE = re.compile(r"\[\d{1,3}\]")
_LONGEST_NAME, _LONGEST_FULL = 160, 260
_ARTICLE = re.compile(r"(?:các|những)\s+")


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


def name_behind(reading: Reading, name: str) -> None:
    """Names a figure by the noun behind it: «46,3% lực lượng lao động …», «20 cụm công nghiệp được đầu tư …»."""
    reading.named_behind = True
    text, mention = reading.text, reading.mention
    counted = mention.kind == "count" or (mention.kind == "level" and not name and "/" in (mention.unit or ""))
    start, limit = mention.end, reading.right[1]
    border = (borders().count_end if counted else borders().noun_end).search(text, start, limit)
    full_border = borders().full_end.search(text, start, limit)
    end = min(border.start() if border else limit, start + _LONGEST_NAME)
    full_end = max(end, min(full_border.start() if full_border else limit, start + _LONGEST_FULL))
    while start < end and text[start] in EDGE:
        start += 1
    if (
        reading.next is not None
        and reading.next.kind != mention.kind
        and (own := _of_next(text, start, reading.next.start)) is not None
    ):
        # «1.600 doanh nghiệp đăng ký mới, vốn đăng ký 9.700 tỷ đồng»: behind the comma stands the next figure's name.
        end, full_end = min(end, own), min(full_end, own)
    behind, full = _trimmed(text[start:end]), _trimmed(text[start:full_end])
    action = verb_at_end(name.strip(EDGE))
    if " và " in name and is_verb(name.strip(EDGE)):
        # «Thu gom và xử lý 100% chất thải y tế».
        action = name.strip(EDGE)
    action = action[:1].lower() + action[1:]
    if counted:
        _counted(reading, name.strip(EDGE), action, behind, full, start)
        return
    if behind.startswith(("đối với ", "cho ", "của ")):
        behind, full = (
            behind.split(" ", 2 if behind.startswith("đối") else 1)[-1],
            full.split(" ", 2 if full.startswith("đối") else 1)[-1],
        )
        start = text.find(behind, start)
    reading.indicator = behind or name.strip(EDGE)
    reading.indicator_span = (start, start + len(behind)) if behind else None
    full = _ARTICLE.sub("", full, count=1) if _ARTICLE.match(full) else full
    if mention.kind == "percent":
        if reading.moves == "by":
            reading.full = f"Mức {_first_cue(reading)} {full}"
            subject = name.strip(EDGE)
            if subject and not action and len(subject.split()) <= 6:
                reading.full += f" {subject[0].lower()}{subject[1:]}" if subject[1:2].islower() else f" {subject}"
        else:
            whole = mention.direction == "complete"
            action = action if action not in _LIGHT_VERBS else ""
            action = _first_cue(reading) if whole else action
            full = full if reading.right_text.startswith(" đối với") else full.removeprefix("số ")
            kind_of = () if _RATE.match(full) else (rate_word(text),)
            reading.deed = action
            reading.full = " ".join(part for part in (*kind_of, action, full) if part)
    else:
        put = "" if name.strip(EDGE).startswith(("vào ", "thông xe")) else name.strip(EDGE)
        reading.full = f"{put} {full}".strip()


def _of_next(text: str, start: int, next_start: int) -> int | None:
    """Where the name of the next figure begins behind a comma; None when the words before it are not its name."""
    comma = text.rfind(", ", start, next_start)
    own = text[comma + 2 : next_start].strip() if comma >= 0 else ""
    if not own or own.endswith((",", "và", ":", "(")) or "(" in own or not own[0].islower() or len(own.split()) > 6:
        return None
    return comma


def rate_word(text: str) -> str:
    """«Tỉ lệ» where the text spells it so."""
    return "Tỉ lệ" if "ỉ lệ" in text or "ỉ trọng" in text else "Tỷ lệ"


def _first_cue(reading: Reading) -> str:
    cue = reading.mention.cues[0].lower() if reading.mention.cues else ""
    return cue.removesuffix(" bình quân").removesuffix(" ít nhất")


def _counted(reading: Reading, name: str, action: str, behind: str, full: str, start: int) -> None:
    text, mention = reading.text, reading.mention
    unit = (mention.unit or "").strip()
    words = unit.split()
    while len(words) > 1 and words[0] in SCALE_WORDS:
        words = words[1:]
    noun = " ".join(words)
    first = text.find(noun, mention.number_start, mention.end)
    per = noun.partition("/")
    if "từ" in mention.cues and full.endswith(_UPWARDS):
        # «kết nạp từ 80 đảng viên mới trở lên».
        behind, full = behind.removesuffix(_UPWARDS), full.removesuffix(_UPWARDS)
    reading.indicator = f"{noun} {behind}".strip() if not full.startswith(",") else f"{noun}{behind}"
    reading.indicator_span = (first, start + len(behind) if behind else mention.end) if first >= 0 else None
    if reading.next is not None and reading.right_text.startswith(","):
        # «thu hồi 24 dự án, giám sát đặc biệt 29 dự án»: what follows is the next figure's.
        behind = full = ""
    of_class = _CLASS.match(behind)
    if of_class is not None:
        reading.scope = of_class.group()
    if not behind and reading.next is not None and not reading.right_text.strip() and reading.next.cues:
        # «40/99 xã, phường đạt tối thiểu 4-5 bác sỹ/trạm y tế»: the next figure says what is counted.
        behind = full = text[reading.next.start : reading.next.end]
        reading.indicator = f"{noun} {behind}"
        reading.indicator_span = (first, reading.next.end) if first >= 0 else None
    if behind and behind == full and reading.before is not None:
        behind_full = _told_before(f"{noun} {behind}", reading.before.full)
        full = behind_full.removeprefix(f"{noun} ")
    per_people = per[2].rstrip().endswith("dân")
    joint = "," if behind and reading.right_text.startswith(", ") else ""
    reading.full = f"Số {noun}{joint} {full}".strip() if not per[1] or per_people else f"Số {per[0]} mỗi {per[2]}"
    each = _EACH_UNIT.match(name)
    if each:
        reading.per = each["what"]
        reading.full += f" mỗi {each['what']}"
    elif action == "có":
        subject = name[: -len("có")].strip(EDGE)
        if subject and len(subject.split()) <= 6:
            reading.full += (
                f" {subject[0].lower()}{subject[1:]}" if subject.split()[0] in ("Toàn", "Mỗi") else f" {subject}"
            )
    elif (jobs := _JOBS.search(f"{name[:1].lower()}{name[1:]}")) is not None:
        reading.full += f" được {jobs[1]}"
    elif action and action not in ("mới", "thêm", "phấn đấu", "đưa", "duy trì"):
        reading.full += f" {action}" if action not in _LIGHT_VERBS else ""
    elif action:
        reading.full += f" {name[0].lower()}{name[1:]}" if len(name.split()) <= 4 else ""
    elif name and not behind:
        reading.full += f" {name[0].lower()}{name[1:].removesuffix(' của')}"


def _told_before(name: str, before: str) -> str:
    """«Tỷ lệ xã đạt chuẩn nông thôn mới đạt 62%, lũy kế có 78 xã đạt chuẩn»: what is left out stands in the name before."""
    at = before.find(f"{name} ") if len(name.split()) > 1 else -1
    return before[at:] if at >= 0 else name


def _trimmed(text: str) -> str:
    text = _PLACE_BEHIND.sub("", text.strip(EDGE))
    while text.endswith((" và", " có", " hoặc")):
        text = text.rsplit(" ", 1)[0].rstrip(EDGE)
    return text
