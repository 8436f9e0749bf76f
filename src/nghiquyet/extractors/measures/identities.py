"""Indicators of the table: which one a measure is about.

A name is one of the table's when it holds all the words of a printed variant, in any order, and nothing else that could
make it another indicator: only words that say where, when, by which rule or compared with what. Names are compared
without «các», «được», «của» …, and without the nouns that only say how a thing is counted.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nghiquyet.extractors.measures.identity_units import fits
from nghiquyet.lexicons import Row, Table
from nghiquyet.model import ValueKind
from nghiquyet.records import QuantityMention
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import word_pattern
from nghiquyet.text.vietnamese import fold

INDICATORS = Table("indicators")
SYNONYMS = Table("indicator_synonyms")

# fmt: off
_EMPTY = frozenset((
    "các", "những", "được", "của", "và", "về", "có", "đạt", "việc", "tại", "từ", "ở", "là", "sẽ", "đã", "phấn", "đấu",
    "ngành", "cho", "để", "do", "vào", "trong", "trên", "với", "hoặc",
))
"""Words that hold a name together and tell no two names apart."""
_FREE = frozenset((
    "theo", "quy", "định", "chuẩn", "tiêu", "chí", "đáp", "ứng", "bảo", "đảm", "toàn", "tỉnh", "địa", "bàn", "chung", "khu",
    "vực", "tối", "thiểu", "ít", "nhất", "mỗi", "hằng", "hàng", "năm", "cấp", "này", "loại", "nói", "thực", "hiện", "tổng",
    "số", "lượng", "mức", "tỷ", "lệ", "trọng", "vùng",
))
"""Words that may stand beside those of a variant: place, rule, how it is counted."""
# fmt: on
_WORD = re.compile(r"\w+(?:[./]\w+)*")
_BRACKET = re.compile(r"\([^()]*\)?")
# «Tỷ lệ», «Số», «Tổng»: how a thing is counted is said by the unit.
_COUNTED = re.compile(r"(?:thứ hạng|chỉ tiêu|tỷ lệ|tỷ trọng|tỷ suất|số lượng|tổng số|tổng|số|lượng|mức)\s+")
_MOVED = re.compile(
    r"(?:mức vượt (?:dự toán|kế hoạch|chỉ tiêu)(?: \w+){0,4}? của|mức (?:tăng trưởng|tăng thêm|tăng|cắt giảm|kéo giảm|giảm|vượt|tiết kiệm|rút ngắn)|tốc độ tăng trưởng|tốc độ tăng|"
    r"tăng trưởng|nhịp độ tăng|tốc độ giảm|tỷ lệ (?:giảm|tăng)|cắt giảm|giảm|tăng)\s+"
    r"(?:(?:bình quân|trung bình)\s+(?:hằng năm\s+)?)?"
)
# Where and when: «trên địa bàn tỉnh», «cả nước», «năm 2025», «giai đoạn 2021-2025», «đến hết năm 2025», «6 tháng đầu năm».
_WHERE_WHEN = re.compile(
    r"\b(?:(?:trên|trong|của|ở|tại) (?:địa bàn|cả nước|toàn quốc|toàn (?:tỉnh|thành phố|huyện|xã|ngành|vùng)|việt nam|"
    r"tỉnh|vùng|địa phương|huyện|thị xã|thành phố|xã|phường)(?: (?:tỉnh|thành phố|xã|phường|huyện))?(?!\w)|"
    r"(?:địa bàn|cả nước|toàn quốc|toàn (?:tỉnh|thành phố|huyện|xã|ngành|vùng)|việt nam)(?: (?:tỉnh|thành phố|xã|phường|huyện))?(?!\w)|"
    r"(?:(?:tính )?đến )?(?:hết |cuối |trong |ước )*năm \d{4}|(?:giai đoạn|nhiệm kỳ|thời kỳ)(?: \d{4}(?:\s?[-–]\s?\d{4})?)?|"
    r"\d{1,2} (?:tháng|năm)(?: (?:đầu|cuối) năm)?(?!\w)|(?:hằng|hàng|mỗi|trong|cả) năm(?!\w)|"
    r"bình quân (?:chung|hằng năm|hàng năm|mỗi năm|năm)(?!\w)|bình quân(?= so với)|đang hoạt động|đầy đủ|kịp thời|(?:dự kiến|ước|khoảng)(?!\w))"
)
# «tỉnh Bắc Giang», «Thành phố Hồ Chí Minh»: a name of a place behind what kind of place it is.
_PLACE = re.compile(
    r"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Xx]ã|[Pp]hường|[Vv]ùng)(?:\s+[A-ZĐ][a-zà-ỹ]*){1,4}(?!\w)"
)
# «Số lượt khách thu hút», «Số căn hộ nhà ở xã hội xây dựng»: what is done to the things counted.
_DEED = re.compile(r"\s(?:thu hút|xây dựng|xây mới|hoàn thành|kết nạp|thành lập|tăng thêm|thêm|đón|đầu tư|được|có)$")
# What is said behind a name and makes no other of it: comparison, whole, price basis, proviso.
_SAID = re.compile(
    r"\s(?:so với|so (?:cùng kỳ|năm|kế hoạch)|(?:trên|trong) tổng|theo (?:giá|chuẩn|kế hoạch|tiêu chí|cấp|phương pháp|quyết định|nghị quyết|luật|bộ tiêu chí|hướng dẫn|phương thức)|cùng kỳ|không kể|không bao gồm|không tính|"
    r"chưa kể|bao gồm|trở lên$|tăng thêm$|thêm$|giá (?:hiện hành|so sánh)|(?:trên|trong) (?:gdp|grdp|dân))"
)
_MEAN = frozenset({"bình", "quân"})
_BETWEEN = " | "
_SHARES = frozenset({"tỷ lệ", "tỷ trọng", "tỷ suất"})


@dataclass(frozen=True, slots=True)
class _Variant:
    """A printed name of a row as the words that it must hold."""

    words: frozenset[str]
    row: Row
    may: frozenset[str]
    """Words of its own that may stand beside."""


@dataclass(frozen=True, slots=True)
class _Names:
    by_rarest: dict[str, list[_Variant]]
    """Variants by the word that the fewest of them hold."""
    growth: dict[str, str]
    """The indicator that is the growth of another: grdp_value → grdp_growth."""
    synonyms: re.Pattern[str]
    reads: dict[str, str]


@cache
def _names() -> _Names:
    reads = {fold(word): fold(row.text("reads")) for row in SYNONYMS.rows for word in row.words}
    synonyms = re.compile(word_pattern(reads))
    # All names in one text: four patterns are run once, not three thousand times.
    printed = [(row, word) for row in INDICATORS.rows for word in row.words]
    plain = _plain(fold(_BETWEEN.join(word for _, word in printed)), synonyms, reads).split(_BETWEEN)
    own: dict[str, frozenset[str]] = {}
    variants: dict[tuple[str, frozenset[str]], _Variant] = {}
    for (row, _), name in zip(printed, plain, strict=True):
        identifier = row.text("id")
        may = own.get(identifier)
        if may is None:
            extra = row.cells.get("may")
            may = _FREE.union(*(fold(word).split() for word in extra)) if isinstance(extra, list) else _FREE
            own[identifier] = may
        words = _words(_uncounted(name.removesuffix(" bình quân"))[0])
        variants.setdefault((identifier, words), _Variant(words, row, may))
    often = Counter(word for variant in variants.values() for word in variant.words)
    by_rarest: dict[str, list[_Variant]] = {}
    for variant in variants.values():
        by_rarest.setdefault(min(sorted(variant.words), key=lambda word: often[word]), []).append(variant)
    growth = {of: row.text("id") for row in INDICATORS.rows if (of := row.optional("growth_of"))}
    return _Names(by_rarest, growth, synonyms, reads)


def _uncounted(name: str) -> tuple[str, str]:
    """``name`` without the nouns that say how it is counted, and the last of them."""
    noun = ""
    while (counted := _COUNTED.match(name)) is not None:
        noun, name = counted.group().rstrip(), name[counted.end() :]
    return name, noun


def _plain(folded: str, synonyms: re.Pattern[str], reads: dict[str, str]) -> str:
    """Abbreviations and synonyms read, place and time left out."""
    read = synonyms.sub(lambda match: reads[match.group()], folded.replace("/", " trên "))
    return " ".join(_WHERE_WHEN.sub(" ", read).split()).removesuffix(" bình quân")


def _words(plain: str) -> frozenset[str]:
    """The words of a name. The «thôn» of «nông thôn» is no village: the two are one word."""
    joined = plain.replace("nông thôn", "nông_thôn") if "nông thôn" in plain else plain
    return frozenset(_WORD.findall(joined)) - _EMPTY


def identify(full: str, mention: QuantityMention, kind: ValueKind, scope: str | None = None) -> str | None:
    """The id of the indicator that ``full`` names, for ``scope`` where that has one of its own, or None when unsure."""
    whole = _identify(full, mention, kind) if full else None
    if whole is None or not scope:
        return whole
    who = _words(fold(scope))
    if who and who <= _words(fold(full)) and not full.endswith(scope):
        # «Tỷ lệ … sử dụng nước sạch, nước hợp vệ sinh đạt 99% (nước sạch đạt 90%)»: one of the two that are named.
        return None
    # «Tỷ lệ lao động qua đào tạo», «có bằng, chứng chỉ»: a row of its own.
    own = _identify(f"{full} {scope}", mention, kind)
    if own is None and mention.kind == "money" and len(who) > 1:
        # «Tổng chi ngân sách địa phương …, trong đó: chi dự phòng ngân sách …».
        own = _identify(scope, mention, kind)
    return own or whole


def _identify(full: str, mention: QuantityMention, kind: ValueKind) -> str | None:
    names = _names()
    folded = fold(_PLACE.sub(" ", full) if full[1:] != full[1:].lower() else full)
    for text in (folded, _BRACKET.sub(" ", folded)) if "(" in folded else (folded,):
        plain = _plain(text, names.synonyms, names.reads)
        for name, grows in _forms(plain):
            row = _row(name, mention, kind, names, grows)
            if row is not None:
                identifier = row.text("id")
                return names.growth.get(identifier, identifier) if grows or kind == "growth" else identifier
    return None


def _forms(plain: str) -> Iterator[tuple[str, bool]]:
    """The name; the name that is said to move; both without what is said behind them."""
    moved = _MOVED.match(plain + " ")
    forms = [(plain, False)] if moved is None else [(plain, False), (plain[moved.end() :], True)]
    yield from forms
    for name, grows in forms:
        said = _SAID.search(name)
        head = name[: said.start()] if said is not None else name
        deed = _DEED.search(head)
        if said is not None:
            yield head, grows
        if deed is not None:
            yield head[: deed.start()], grows


def _row(name: str, mention: QuantityMention, kind: ValueKind, names: _Names, grows: bool) -> Row | None:
    plain, noun = _uncounted(name)
    words = _words(plain)
    found: list[_Variant] = []
    size = 1
    for word in words:
        for variant in names.by_rarest.get(word, ()):
            if (
                variant.words <= words
                and len(variant.words) >= size
                and _adds_nothing(words - variant.words, variant, grows)
            ):
                if len(variant.words) > size:
                    found.clear()
                    size = len(variant.words)
                found.append(variant)
    fitting = [row for row in _rows(found) if fits(row, mention, kind)]
    if len({row.text("dimension") for row in fitting}) > 1:
        # «tỷ lệ hộ nghèo», «số hộ nghèo»: the noun tells a share from a number of things.
        fitting = [row for row in fitting if (row.text("dimension") == "percent") == (noun in _SHARES)]
    if len(fitting) > 1:
        # «dịch vụ tăng 8,35%», «dịch vụ chiếm 35%».
        fitting = [row for row in fitting if row.text("value_kind") == kind]
    return fitting[0] if len(fitting) == 1 else None


def _adds_nothing(rest: frozenset[str], variant: _Variant, grows: bool) -> bool:
    """Whether the words beside those of a variant leave it the same indicator."""
    return rest <= variant.may or (grows and rest <= variant.may | _MEAN)


def _rows(found: list[_Variant]) -> list[Row]:
    rows: list[Row] = []
    for variant in found:
        if variant.row not in rows:
            rows.append(variant.row)
    return rows
