"""Words and marks at which the name of an indicator begins or ends, compiled from the table of such words."""

import re
from dataclasses import dataclass
from functools import cache

from nghiquyet.lexicons import Table
from nghiquyet.text.tries import trie_pattern, word_pattern

HEADS = Table("indicator_heads")
NAME_WORDS = Table("name_words")

EDGE = ' ,;:.()*“”"–-•+\\'
"""Marks that stand beside a name and are no part of it."""
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
# «đến hết năm 2025», «giai đoạn 2021-2025», «6 tháng đầu năm», «Về thu ngân sách, …».
_TIME = (
    rf"(?:(?:[Tt]ính )?[Đđ]ến |[Hh]ết |[Tt]rong |[Cc]uối |[Ưư]ớc )*(?:hết |cuối )?(?:[Nn]ăm|[Gg]iai đoạn|[Nn]hiệm kỳ) {_YEARS}|"
    rf"\d{{1,2}} tháng(?: (?:đầu |cuối )?năm(?: {_YEARS})?)?|[Qq]uý [IVX]+(?:/\d{{4}})?"
)
# «tỉnh đã thu hút vốn …».
_SUBJECT = r"(?:[Tt]oàn |[Cc]ả )?(?:[Tt]ỉnh|[Tt]hành phố|nước|[Hh]uyện|[Đđ]ịa phương) (?:đã|đang|sẽ|tiếp tục|phấn đấu)"
_STOP = r"[;:()*]|\.(?!\d)"
_NEXT = r",(?=\d|\s*$)"


@dataclass(frozen=True, slots=True)
class Borders:
    """The patterns of one table of words."""

    lead: re.Pattern[str]
    """Words before a name that are no part of it: «phấn đấu», «đến năm 2030», «bảo đảm»."""
    predicate: re.Pattern[str]
    """What stands between the name and the figure's own words: «… tiếp tục được mở rộng, …»."""
    clause: re.Pattern[str]
    """A clause begins: «…, bảo đảm tỷ lệ giải ngân», «Năm 2030, Lào Cai»."""
    noun_end: re.Pattern[str]
    """Where the noun behind a share ends, as its short name."""
    count_end: re.Pattern[str]
    """Where the noun behind a number of things ends, as its short name."""
    full_end: re.Pattern[str]
    """Where either ends with all that qualifies it."""
    complement: re.Pattern[str]
    """Not a noun of its own behind a figure: «đạt 30% GDP», «100% so với kế hoạch», «3-4% tổng số đảng viên»."""
    verbs: frozenset[str]
    """What is done to the thing counted: «kết nạp 200 đảng viên»."""
    estimates: frozenset[str]
    """«ước», «dự kiến»: the figure is an estimate."""
    heads: re.Pattern[str]
    """Nouns with which the name of an indicator begins."""
    comma_heads: re.Pattern[str]
    """Heads that begin a name where a comma stands before them: «…, diện tích rừng ngập mặn đạt 1.700 ha»."""
    strong_heads: re.Pattern[str]
    """Heads that begin a name wherever they stand: «… bảo đảm tỷ lệ giải ngân»; «thu», «đầu tư», «số» do not."""


def _part(name: str) -> list[str]:
    return [word for row in NAME_WORDS.rows if name in _parts(row.cells.get("parts")) for word in row.words]


def _parts(cell: object) -> list[str]:
    return cell if isinstance(cell, list) else []


def _capitalised(words: list[str]) -> list[str]:
    return [*words, *(word[0].upper() + word[1:] for word in words)]


@cache
def borders() -> Borders:
    """The patterns, compiled on first use."""
    after_comma = trie_pattern(_part("after_comma"))
    heads = [word for row in HEADS.rows for word in row.words]
    strong = [word for row in HEADS.rows if row.cells.get("strong") for word in row.words]
    after = [word for row in HEADS.rows if row.cells.get("after_comma") for word in row.words]
    strong_words = trie_pattern(strong)
    ends = {
        part: re.compile(
            rf"{_STOP}|\s(?:{trie_pattern(_part(part))}|năm \d{{4}})(?=[\s:]|$)|\svà\s+(?=\d)|,\s(?:{after_comma}(?!\w)|{strong_words}(?!\w)|[A-ZĐ](?![A-ZĐ])|\d)|\svới\s(?=tổng\s|vốn\s)|{_NEXT}"
        )
        for part in ("noun_end", "count_end", "full_end")
    }
    strong_heads = word_pattern(_capitalised(strong))
    # «Về thu ngân sách, …», «Về tăng trưởng, cơ cấu và quy mô kinh tế, GRDP …».
    about = rf"[Vv]ề (?:[^;:.]{{2,90}}(?=,\s+{strong_heads})|[^,;:.]{{2,60}}(?=,))"
    return Borders(
        lead=re.compile(
            rf"(?:(?:{trie_pattern(_capitalised(_part('lead')))}|{_TIME}|{_SUBJECT}|{about})(?=[\s,:]|$)[\s,:]*)+"
        ),
        predicate=re.compile(
            rf",?(?<!\s)\s++(?:{trie_pattern(_part('predicate'))}|{_TIME}|(?:tính )?đến (?:nay|ngày|tháng|hết|cuối))(?:[\s,(]|$).*$"
        ),
        clause=re.compile(rf",\s+(?=[A-ZĐ][a-zà-ỹ]*\s)|,\s+(?=(?:{trie_pattern(_part('clause'))})\s)"),
        noun_end=ends["noun_end"],
        count_end=ends["count_end"],
        full_end=ends["full_end"],
        complement=re.compile(rf"(?:{trie_pattern(_part('complement'))})(?!\w)"),
        verbs=frozenset(_part("verb")),
        estimates=frozenset(_part("estimate")),
        heads=re.compile(word_pattern(_capitalised(heads))),
        comma_heads=re.compile(rf"(?<=,\s){trie_pattern(after)}(?!\w)"),
        strong_heads=re.compile(strong_heads),
    )


def is_verb(name: str) -> bool:
    """Whether ``name`` says only what is done: «Kết nạp», «thu hút thêm»."""
    words = name[:1].lower() + name[1:]
    verbs = borders().verbs
    first, _, second = words.partition(" và ")
    if first in verbs and second in verbs:
        # «Thu gom và xử lý 100% chất thải y tế».
        return True
    return words in verbs or words.removesuffix(" thêm").removesuffix(" mới") in verbs


def verb_at_end(name: str) -> str:
    """The verbs that end ``name``: «… thu hút thêm» → thêm, «cắt giảm, đơn giản hóa»; not the noun of «Công nghiệp - xây dựng»."""
    verbs = borders().verbs
    found = ""
    start = len(name)
    for _ in range(3):
        start = name.rfind(" ", 0, start)
        word = name[start + 1 :]
        if word in verbs or (start < 0 and word[:1].lower() + word[1:] in verbs):
            found = word
        if start < 0:
            break
    before = name[: len(name) - len(found)]
    if found == "cấp" and before.endswith("trợ "):
        return ""
    if not found or (found == "xây dựng" and before.endswith(("- ", "– ", ", ", "và "))):
        return ""
    first = verb_at_end(before[:-2]) if before.endswith(", ") else ""
    return f"{first[0].lower()}{first[1:]}, {found}" if first else found
