"""Titled and run-in units: «2. Một số chỉ tiêu chủ yếu năm 2025» opens a section, «1. Căn cứ Nghị quyết này, …» is text."""

from nghiquyet.lexicons.profiles import Profile
from nghiquyet.segmenters.levels import can_hold
from nghiquyet.segmenters.units import Unit
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER, UPPER

_ENDED = re.compile(r"[.;:,…]$|[.…]/\.?$")
_MOST_WORDS = 60
# «Các đô thị phát triển mới (Mỹ Hiệp, Phương Trà, …)»: a list in brackets makes no title long.
_BRACKETED = re.compile(r"\([^()]*\)")
MOST_NAME_WORDS = 9
MOST_ABOUT_WORDS = 24
_ANNOUNCES = re.compile(
    r"(?:sau|gồm|là|đây|[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế|[Bb]ãi bỏ|quy định|[Gg]iao|[Đđ]ề nghị|có trách nhiệm|phải)\b"
)
# «1. Mục tiêu tổng quát: Nâng cao …»: a title of a few words, then the text behind a colon.
# A verb that governs what follows, or its subject, is no title: «Thông qua: (i) …», «Các Bộ: Quốc phòng, Công an …».
_GOVERNING = re.compile(
    r"(?:Giao|Thông qua|Phê duyệt|Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Các [Bb]ộ|Bộ trưởng các|Đề nghị|Yêu cầu|Thống nhất)\b"
)
_ANNOUNCED = re.compile(r"(?:như sau|sau đây|gồm|bao gồm|sau)\s?:$")
_RUN_IN = re.compile(r"([^\W\d_][^.;:!?%\d]{1,110}:)\s+(?=[A-ZĐÀ-Ỵ“\"(\-])")
# «… quốc phòng, an ninh. Chủ động theo dõi …»
_TWO_SENTENCES = re.compile(rf"[{LOWER}]{{2}}\. [{UPPER}][{LOWER}]+ [{LOWER}]")
_CITATION = re.compile(r"(?:Căn cứ|Trên cơ sở|Theo)\s|Thực hiện (?:Nghị|Kết luận|Chỉ thị|Luật|Quyết định|Quy định)")
_NEVER_TITLED = frozenset({"dash", "plus"})


def is_capitals(text: str) -> bool:
    """Whether a line is printed in capitals; «HIẾN PHÁP (sửa đổi)» is not."""
    return text.isupper()


def reads_like_title(text: str) -> bool:
    """No closing mark, not long, no citation."""
    return not (
        _ENDED.search(text[-4:])
        or (len(text.split()) > _MOST_WORDS and len(_BRACKETED.sub("", text).split()) > _MOST_WORDS)
        or _CITATION.match(text)
        or _TWO_SENTENCES.search(text) is not None
        or text[:1].islower()
    )


def _names_a_group(text: str, unit: Unit) -> bool:
    """«1. Bộ Xây dựng:» above a), b): a name and a colon; «… quy định như sau:» announces and is no title."""
    return (
        text.endswith(":")
        and text[0].isalpha()
        and len(unit.pieces) <= 2
        and len(text.split()) <= (MOST_ABOUT_WORDS if text.startswith("Về ") else MOST_NAME_WORDS)
        and reads_like_title(text.rstrip(": "))
        and _ANNOUNCES.search(text) is None
    )


def is_title(unit: Unit, following: Unit | None, profile: Profile) -> bool:
    """Whether the text behind a label is its title: it reads like one, and something stands below it.

    A line in capitals is a title whatever follows.
    """
    text = unit.text
    # A heading is printed in one piece.
    if not text or unit.broken or unit.label is None or unit.label.family in _NEVER_TITLED:
        return False
    if is_capitals(text) and len(text) < 600:
        return True
    if following is None or not (reads_like_title(text) or _names_a_group(text, unit)):
        return False
    return following.label is None or can_hold(unit.label, following.label, profile)


def run_in_title(text: str) -> int | None:
    """Length of the title of «Tiêu đề: nội dung», its colon included; None when the text has none."""
    match = _RUN_IN.match(text)
    if match is None or len(match[1].split()) > 16:
        return None
    if _GOVERNING.match(match[1]) or _ANNOUNCED.search(match[1]):
        return None
    return match.end(1)
