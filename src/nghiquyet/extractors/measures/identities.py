"""Indicators of the table: which one a measure is about.

A name is one of the table's when it begins with a printed variant and what follows only says where, when or compared
with what. Names are compared without «các», «được», «của» …, and without the nouns that only say how it is counted.
"""

from dataclasses import dataclass
from functools import cache

from nghiquyet.lexicons import Row, Table
from nghiquyet.model import ValueKind
from nghiquyet.records import QuantityMention
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern
from nghiquyet.text.vietnamese import fold

INDICATORS = Table("indicators")
SYNONYMS = Table("indicator_synonyms")

_EMPTY = frozenset(
    ["các", "những", "được", "của", "và", "về", "có", "đạt", "việc", "tại", "từ", "ở", "là", "sẽ", "đã", "phấn", "đấu"]
)
_WORD = re.compile(r"\w+(?:[./]\w+)*")
_BRACKET = re.compile(r"\([^()]*\)?")
# «Tỷ lệ», «Số», «Tổng»: how a thing is counted is said by the unit.
_COUNTED = re.compile(r"(?:thứ hạng|chỉ tiêu|tỷ lệ|tỷ trọng|tỷ suất|số lượng|tổng số|tổng|số|lượng|mức)\s+")
_MOVED = re.compile(
    r"(?:mức (?:tăng trưởng|tăng thêm|tăng|cắt giảm|kéo giảm|giảm|vượt|tiết kiệm|rút ngắn)|tốc độ tăng trưởng|tốc độ tăng|"
    r"tăng trưởng|nhịp độ tăng|tốc độ giảm|cắt giảm|giảm|tăng)\s+(?:(?:bình quân|trung bình)\s+(?:hằng năm\s+)?)?"
)
# What may follow a name without making it another one: place, time, comparison, price basis.
_TAIL = re.compile(
    r"(?:bình quân(?: chung)?(?: hằng| hàng| mỗi| giai| năm|$)|hằng|hàng|mỗi năm|trên địa bàn|địa bàn|toàn (?:tỉnh|quốc|"
    r"thành phố|huyện|xã|ngành|quốc)|(?:trong )?(?:cả nước|toàn quốc)|trong (?:năm|kỳ|tháng|tỉnh|cả nước)|năm \d|\d{1,2} tháng|"
    r"giai đoạn|nhiệm kỳ|đến|so với|so cùng kỳ|theo|cùng kỳ|tỉnh|thành phố|địa phương|Việt Nam|không kể|không bao gồm|"
    r"chưa kể|bao gồm|hàng năm|trở lên$|hiện hành|giá|(?:trên|trong|so với) (?:tổng|gdp|grdp|dân)|tăng thêm$|thêm$|thu hút$|xây dựng$|xây mới$|hoàn thành$|kết nạp$|thành lập$)(?:\s|$)|$"
)
_SHARES = frozenset({"tỷ lệ", "tỷ trọng", "tỷ suất"})
_MOVING: frozenset[ValueKind] = frozenset({"growth", "change", "ratio"})


@dataclass(slots=True)
class _Branch:
    """Names that go on alike, by their next word."""

    words: dict[str, "_Branch"]
    rows: tuple[Row, ...]
    """Rows that print the name that ends here; the unit says which one is meant."""


@dataclass(frozen=True, slots=True)
class _Names:
    known: "_Branch"
    growth: dict[str, str]
    """The indicator that is the growth of another: grdp_value → grdp_growth."""
    synonyms: re.Pattern[str]
    reads: dict[str, str]


@cache
def _names() -> _Names:
    reads = {fold(word): fold(row.text("reads")) for row in SYNONYMS.rows for word in row.words}
    synonyms = re.compile(rf"(?<!\w){trie_pattern(reads)}(?!\w)")
    known: dict[str, list[Row]] = {}
    for row in INDICATORS.rows:
        for word in row.words:
            key, _ = _uncounted(" ".join(_words(fold(word), synonyms, reads)))
            rows = known.setdefault(key, [])
            if row not in rows:
                rows.append(row)
    growth = {of: row.text("id") for row in INDICATORS.rows if (of := row.optional("growth_of"))}
    root = _Branch({}, ())
    for key, found in known.items():
        branch = root
        for word in key.split():
            branch = branch.words.setdefault(word, _Branch({}, ()))
        branch.rows = tuple(found)
    return _Names(root, growth, synonyms, reads)


def _uncounted(name: str) -> tuple[str, str]:
    """``name`` without the nouns that say how it is counted, and the last of them."""
    noun = ""
    while (counted := _COUNTED.match(name)) is not None:
        noun, name = counted.group().rstrip(), name[counted.end() :]
    return name, noun


def _words(folded: str, synonyms: re.Pattern[str], reads: dict[str, str]) -> list[str]:
    plain = synonyms.sub(lambda match: reads[match.group()], folded.replace("/", " trên "))
    return [word for word in _WORD.findall(plain) if word not in _EMPTY]


def identify(full: str, mention: QuantityMention, kind: ValueKind) -> str | None:
    """The id of the indicator that ``full`` names, or None when unsure."""
    if not full:
        return None
    names = _names()
    folded = fold(full)
    for text in (folded, _BRACKET.sub(" ", folded)) if "(" in folded else (folded,):
        name = " ".join(_words(text, names.synonyms, names.reads))
        moved = _MOVED.match(name + " ")
        forms = [(name, False)] if moved is None else [(name, False), (name[moved.end() :], True)]
        for form, grows in forms:
            row = _row(form, mention, kind, names)
            if row is None:
                continue
            identifier = row.text("id")
            if grows or kind == "growth":
                return names.growth.get(identifier, identifier)
            return identifier
    return None


def _row(name: str, mention: QuantityMention, kind: ValueKind, names: _Names) -> Row | None:
    plain, noun = _uncounted(name)
    words = plain.split()
    branch, known, count = names.known, None, 0
    for index, word in enumerate(words, start=1):
        following = branch.words.get(word)
        if following is None:
            break
        branch = following
        if branch.rows:
            known, count = branch, index
    if known is None or _TAIL.match(" ".join(words[count:])) is None:
        return None
    fitting = [row for row in known.rows if _fits(row, mention, kind)]
    if len({row.text("dimension") for row in fitting}) > 1:
        # «tỷ lệ hộ nghèo», «số hộ nghèo»: the noun tells a share from a number of things.
        fitting = [row for row in fitting if (row.text("dimension") == "percent") == (noun in _SHARES)]
    if len(fitting) > 1:
        # «dịch vụ tăng 8,35%», «dịch vụ chiếm 35%».
        fitting = [row for row in fitting if row.text("value_kind") == kind]
    return fitting[0] if len(fitting) == 1 else None


def _fits(row: Row, mention: QuantityMention, kind: ValueKind) -> bool:
    """Whether a figure of this kind and unit can be one of the indicator."""
    dimension, printed = row.text("dimension"), mention.kind
    if row.cells.get("strict") and row.text("value_kind") != kind:
        return False
    if dimension == "index":
        return printed in ("percent", "level", "rank", "points", "ratio")
    if printed == "rank":
        return True
    if printed in ("percent", "points"):
        return dimension == "percent" or kind in _MOVING
    if printed == "ratio":
        return True
    if dimension == "level":
        unit, base = row.text("unit", ""), mention.unit_base or ""
        return printed in ("level", "count") and (
            not unit or not set(_WORD.findall(unit)).isdisjoint(_WORD.findall(base))
        )
    if dimension == "count":
        return printed == "count" or (printed == "level" and "/" in (mention.unit_base or ""))
    return dimension == printed
