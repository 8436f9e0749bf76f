"""The name of a figure that stands behind it: «46,3% lực lượng lao động …», «20 cụm công nghiệp được đầu tư …»."""

from nghiquyet.extractors.measures.borders import EDGE, borders, is_verb, verb_at_end
from nghiquyet.extractors.measures.names import rate_word
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.mentions.units import SCALE_WORDS
from nghiquyet.text import patterns as re

_EACH_UNIT = re.compile(r"^\s*(?:phấn đấu\s+)?[Mm]ỗi\s+(?P<what>trạm y tế|xã|huyện|hộ|người|lớp)\s+có$")
_LIGHT_VERBS = frozenset(
    {"có", "phấn đấu", "đưa", "duy trì", "bảo đảm", "đảm bảo", "bố trí", "dành", "thực hiện", "đoạt", "giành"}
)
_RATE = re.compile(r"[Tt][ỷỉ] (?:lệ|trọng|suất)|[Tt]ốc độ|[Cc]hỉ số")
_CLASS = re.compile(r"(?:loại|hạng)\s+[IVX]+$")
_JOBS = re.compile(r"(?:^|\s)((?:giải quyết|tạo) việc làm(?: mới)?)(?: cho)?$")
# What a plan is for goes without saying: «… có đủ điều kiện về đất đai trên địa bàn tỉnh».
_PLACE_BEHIND = re.compile(r"\s+trên địa bàn(?:\s+(?:tỉnh|thành phố)(?:\s+[A-ZĐ]\w+){0,4})?$")
_UP_TO_STANDARD = re.compile(r"\sđạt (?:quy|tiêu) chuẩn\s*(?:[.;,]|$)")
_UPWARDS = " trở lên"
_LONGEST_NAME, _LONGEST_FULL = 160, 260
_ARTICLE = re.compile(r"(?:các|những)\s+")
# «Đến hết năm, toàn tỉnh có 84 xã …».
_TIME_LEAD = re.compile(r"(?:[Đđ]ến|[Tt]ính đến|[Hh]ết|[Tt]rong|[Nn]ăm)\s[^,]{1,30},\s+")


def name_behind(reading: Reading, name: str) -> None:
    """Names a figure by the noun behind it: «46,3% lực lượng lao động …», «20 cụm công nghiệp được đầu tư …»."""
    reading.named_behind = True
    text, mention = reading.text, reading.mention
    per = "/" in (mention.unit or "") or (mention.unit_base or "").endswith("dân")
    counted = mention.kind == "count" or (mention.kind == "level" and per and (not name or is_verb(name.strip(EDGE))))
    start, limit = mention.end, reading.right[1]
    border = (borders().count_end if counted else borders().noun_end).search(text, start, limit)
    full_border = borders().full_end.search(text, start, limit)
    end = min(border.start() if border else limit, start + _LONGEST_NAME)
    full_end = max(end, min(full_border.start() if full_border else limit, start + _LONGEST_FULL))
    while start < end and text[start] in EDGE:
        start += 1
    if border is not None and not counted and _UP_TO_STANDARD.match(text, border.start()) is not None:
        # «100% khu công nghiệp … có hệ thống xử lý nước thải tập trung đạt quy chuẩn.»
        end = full_end
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
        subject = _TIME_LEAD.sub("", name[: -len("có")].strip(EDGE))
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
        # «khách quốc tế 120 nghìn lượt khách»: the noun is not said twice.
        name = name.removeprefix(noun.rpartition(" ")[2]).strip() or name
        reading.full += f" {name[0].lower()}{name[1:].removesuffix(' của')}"


def _told_before(name: str, before: str) -> str:
    """«Tỷ lệ xã đạt chuẩn nông thôn mới đạt 62%, lũy kế có 78 xã đạt chuẩn»: what is left out stands in the name before."""
    at = before.find(f"{name} ") if len(name.split()) > 1 else -1
    return before[at:] if at >= 0 else name


def _trimmed(text: str) -> str:
    text = _PLACE_BEHIND.sub("", text.strip(EDGE))
    while text.endswith((" và", " có", " hoặc")):
        text = text.rsplit(" ", 1)[0].rstrip(EDGE)
    return "" if text in ("và", "có", "hoặc") else text
