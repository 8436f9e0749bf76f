"""Numbers with units: «trên 18.000 tỷ đồng», «14%-15%», «10/10 huyện», «từ 3-4%», «đứng thứ 12».

A figure counts only with a unit of the table behind it, so that numbers of laws, dates, labels and names are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nghiquyet.extractors.mentions.cues import Cue, cues_before
from nghiquyet.lexicons import Row, Table
from nghiquyet.model import Comparator
from nghiquyet.records import QuantityMention
from nghiquyet.text.tries import trie_pattern

UNITS = Table("units")
DENOMINATORS = Table("unit_denominators")
NUMBERED = Table("numbered_nouns")

_SCALES = {
    "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12, "nghìn tỉ": 12,
    "ngàn tỷ": 12, "ngàn tỉ": 12, "triệu tỷ": 15, "triệu tỉ": 15, "chục": 1, "trăm triệu": 8, "trăm nghìn": 5,
    "trăm tỷ": 11,
}  # fmt: skip
SCALE_WORDS = frozenset(word for phrase in _SCALES for word in phrase.split())
"""Words of magnitude: nghìn, triệu, tỷ …"""
_SCALE = trie_pattern(_SCALES)
_MORE_DIGITS = r"(?:[0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9])|[0-9]*(?:,[0-9]+|\.[0-9]{1,2}(?![0-9.]))?)"
# «18.000», «13,85», «15.5», «14%-15%», «từ 3-4», «2 triệu đến 3», «17/99»; a digit comes first, so that the scan skips words.
_NUMBER = re.compile(
    rf"(?P<first>[0-9](?<![\w.,/+:][0-9]){_MORE_DIGITS})"
    rf"(?:\s?(?P<scale>%|{_SCALE})?(?:\s?\\?[-–—]\s?|\s+(?:đến|tới)\s+)(?:trên\s+|"
    rf"dưới\s+)?(?P<second>[0-9]{_MORE_DIGITS})(?![0-9/]))?"
    rf"(?:(?P<shared>\s?%)?\s?/\s?(?P<denominator>[0-9]{_MORE_DIGITS})(?=\s+[^\W\d_]|%))?"
)
# «gấp đôi», «tăng gấp ba lần».
_FOLD_WORDS = {"đôi": 2, "hai lần": 2, "ba lần": 3, "ba": 3, "bốn lần": 4, "năm lần": 5, "mười lần": 10}
_FOLD = re.compile(rf"gấp\s+(?P<fold>{trie_pattern(_FOLD_WORDS)})(?!\w)")
# «đứng thứ 12», «xếp vị trí thứ 4», «thứ hạng 20»; not «lần thứ 20», «kỳ họp thứ 5».
_RANKED = re.compile(
    r"(?:(?:(?:đứng|xếp|xếp hạng|giữ|đạt|ở|vươn lên|lên|về|duy trì)\s+)(?:vị trí\s+)?(?:thứ hạng|thứ bậc|thứ|"
    r"hạng)|vị trí\s+thứ|thứ hạng|vị trí)\s+$"
)
# «nằm trong nhóm 12 tỉnh», «thuộc top 20».
_GROUPED = re.compile(r"(?:(?:nằm|đứng|thuộc|lọt|vào|xếp)\s+)?(?:trong\s+|vào\s+)?(?:nhóm|top|Top|TOP|tốp|Tốp)\s+$")
_GROUP_UNIT = re.compile(
    r"\s*(?P<unit>tỉnh, thành phố|tỉnh, thành|tỉnh|địa phương|thành phố|quốc gia|nước|nền kinh tế)(?!\w)|"
    r"(?=\s+(?:dẫn đầu|đứng đầu|cao nhất|toàn quốc|cả nước))"
)
# «nằm trong 30 tỉnh, thành phố đứng đầu».
_INSIDE = re.compile(r"(?:nằm|đứng|lọt|xếp)\s+trong\s+$")
_LEADING = re.compile(
    r"\s+(?P<unit>tỉnh, thành phố|tỉnh, thành|tỉnh|địa phương|quốc gia|nước)(?=\s+(?:dẫn đầu|đứng đầu|hàng đầu|"
    r"cao nhất|tốt nhất|có))"
)
_RANK_WORDS = frozenset({"thứ", "trong", "hạng", "bậc", "trí", "nhóm", "top", "Top", "TOP", "tốp", "Tốp"})
_OF_PLAN = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:so (?:với\s+)?)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|định mức|năm|cùng kỳ)"
)
_AFTER = re.compile(r"\s+trở (?:lên|xuống)(?!\w)")
_DAY = re.compile(r"(?:ngày|Ngày|tháng|Quyết định số|số|Số)\s+$")
_ONE = Decimal(1)
_BOUNDS: dict[str, Comparator] = {"gt": "gt", "ge": "ge", "lt": "lt", "le": "le", "approx": "approx", "from": "ge"}


@dataclass(frozen=True, slots=True)
class _Unit:
    base: str
    code: str
    kind: str
    needs: tuple[str, ...]
    """The unit is one only behind such words, a measuring verb, or a decimal comma: «tuổi thọ … 75 tuổi», not «3 tuổi»."""


@dataclass(frozen=True, slots=True)
class _Machine:
    tail: re.Pattern[str]
    units: dict[str, _Unit]
    denominators: dict[str, tuple[str, str]]


@cache
def _machine() -> _Machine:
    denominators = {w: (r.text("base"), r.text("code")) for r in DENOMINATORS.rows for w in r.words}
    units = {word: _unit(row) for row in UNITS.rows for word in row.words}
    barred = {word: _words(row, "not_before") for row in UNITS.rows for word in row.words if "not_before" in row.cells}
    plain = trie_pattern(word for word in units if word not in barred)
    # «trường hợp» is no school, «đồng chí» no money: the word behind decides.
    guarded = "".join(
        rf"|{re.escape(word)}(?!\w)(?!\s+(?:{trie_pattern(bars)})(?!\w))" for word, bars in sorted(barred.items())
    )
    per = trie_pattern(denominators)
    return _Machine(
        re.compile(
            rf"\s*(?P<scale>{_SCALE}(?=\s))?\s*(?P<unit>(?:{plain}(?!\w)){guarded})"
            rf"(?P<per>(?:\s?/\s?(?:{per})(?!\w))+|\s+trên\s+(?:1|một)\s+vạn\s+dân)?"
        ),
        units,
        denominators,
    )


def _unit(row: Row) -> _Unit:
    return _Unit(row.text("base"), row.text("code"), row.text("kind"), _words(row, "needs"))


def _words(row: Row, column: str) -> tuple[str, ...]:
    cell = row.cells.get(column)
    return tuple(cell) if isinstance(cell, list) else ()


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every figure with a unit, in text order; mentions never overlap. Values are unscaled Decimals."""
    found: list[QuantityMention] = []
    machine = _machine()
    for match in _NUMBER.finditer(text):
        start = match.start()
        word = text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start - 1] if start > 1 else ""
        rank = _rank(text, match, word) if word in _RANK_WORDS else None
        if rank is not None:
            found.append(rank)
            continue
        tail = machine.tail.match(text, match.end())
        if tail is not None:
            found += _figures(text, match, tail, machine)
        elif "," in match["first"] and (index := _index_value(text, match)) is not None:
            found.append(index)
    if "gấp" in text:
        found += [_fold(text, match) for match in _FOLD.finditer(text)]
        found.sort(key=lambda mention: mention.start)
    return tuple(_apart(_joined(text, found))) if len(found) > 1 else tuple(found)


def _apart(found: list[QuantityMention]) -> Iterator[QuantityMention]:
    end = 0
    for mention in found:
        if mention.start >= end:
            yield mention
            end = mention.end


def read_decimal(printed: str) -> Decimal:
    """A number as Vietnamese texts print it: dots group thousands, the comma is decimal.

    A dot before one or two last digits (15.5) is a decimal point: thousands come in groups of three.
    """
    if printed.isdecimal():
        return Decimal(printed)
    head, dot, last = printed.rpartition(".")
    if dot and "," not in last and len(last) < 3 and head.isdecimal():
        return Decimal(printed)
    return Decimal(printed.replace(".", "").replace(",", "."))


def _figures(text: str, match: re.Match[str], tail: re.Match[str], machine: _Machine) -> Iterator[QuantityMention]:
    unit = machine.units[" ".join(tail["unit"].split())]
    start = match.start()
    cues, span_start = cues_before(text, start)
    verb = next((cue for cue in reversed(cues) if cue.part == "verb"), None)
    if unit.needs and verb is None and "," not in match["first"] and not _has_any(text, start, unit.needs):
        return
    if match["denominator"] is None and _is_year(text, match):
        return
    if unit.kind in ("count", "level") and verb is None and _is_number_of(text, start):
        return
    if text[max(0, start - 2) : start] == "+ " or (
        match["denominator"] and _DAY.search(text, max(0, start - 16), start)
    ):
        return
    first, second = read_decimal(match["first"]), match["second"]
    base, code = unit.base, unit.code
    for denominator in _denominators(tail["per"]):
        base = f"{base}/{machine.denominators[denominator][0]}"
        code = f"{code}/({machine.denominators[denominator][1]})"
    scale = _scale(tail["scale"])
    end = tail.end()
    if verb is not None and verb.text in ("vượt", "Vượt") and unit.kind != "percent" and not _OF_PLAN.match(text, end):
        # «thu ngân sách vượt 29.000 tỷ đồng»; «vượt 500 tỷ đồng so với dự toán» is by that much.
        over = Cue(verb.text, "verb", "reach", "gt")
        cues, verb = tuple(over if cue is verb else cue for cue in cues), over
    comparator = _comparator(cues, second is not None)
    after = _AFTER.match(text, end)
    if after:
        comparator = "ge" if after.group().endswith("lên") else "le"
        end = after.end()
    low = high = value = None
    if second is not None:
        low, high = first * _ratio(match["scale"], tail["scale"]), read_decimal(second)
    else:
        value = first
    whole = read_decimal(match["denominator"]) if match["denominator"] else None
    kind = unit.kind if "/" not in base or unit.kind != "count" else "level"
    if (
        kind == "ratio"
        and (verb is None or verb.moves == "to")
        and not _has_any(text, start, ("gấp", "bằng", "tăng", "cao hơn", "lớn hơn"))
    ):
        kind = "count"
    common = _Common(cues, verb, kind, text[match.end() : tail.end()].strip(), scale, base, code)
    paired = kind in ("money", "level") or match["shared"] is not None
    if whole is not None and whole > 0 and value is not None and (paired or value > whole):
        # «45.799/36.875 tỷ đồng», «83,2%/50% tổng số xã»: what was reached, and what was planned.
        reached = match.end("shared") if match["shared"] else match.end("first")
        yield common.mention(span_start, reached, start, comparator, value, part="achieved")
        yield common.mention(match.start("denominator"), end, match.start("denominator"), "eq", whole, part="planned")
        return
    yield common.mention(span_start, end, start, comparator, value, low, high, whole)


@dataclass(frozen=True, slots=True)
class _Common:
    cues: tuple[Cue, ...]
    verb: Cue | None
    kind: str
    unit: str
    scale: Decimal
    base: str
    code: str

    def mention(
        self,
        start: int,
        end: int,
        number_start: int,
        comparator: Comparator,
        value: Decimal | None,
        low: Decimal | None = None,
        high: Decimal | None = None,
        denominator: Decimal | None = None,
        part: str = "",
    ) -> QuantityMention:
        verb = self.verb
        return QuantityMention(
            start,
            end,
            number_start,
            comparator,
            value,
            low,
            high,
            denominator,
            self.unit,
            self.scale,
            self.base,
            self.code,
            () if part == "planned" else tuple(cue.text for cue in self.cues),
            "quantities.figure_with_unit",
            self.kind,
            verb.direction if verb else None,
            verb.moves if verb else "",
            part,
        )


@cache
def _numbered() -> frozenset[str]:
    return frozenset(word for row in NUMBERED.rows for word in row.words)


def _is_number_of(text: str, start: int) -> bool:
    """«khóm 3 phường 3», «nhóm 2 xã»: the number names what stands before it."""
    words = text[max(0, start - 20) : start].split()
    if not words or text[start - 1 : start] != " ":
        return False
    return words[-1] in _numbered() or " ".join(words[-2:]) in _numbered()


def _is_year(text: str, match: re.Match[str]) -> bool:
    """«Hội nghị năm 2025 tổ chức ngày …»."""
    first = match["first"]
    return (
        len(first) == 4 and first.startswith(("19", "20")) and text[max(0, match.start() - 4) : match.start()] == "năm "
    )


def _denominators(per: str | None) -> list[str]:
    if not per:
        return []
    if "/" not in per:
        return ["vạn dân"]
    return [" ".join(part.split()) for part in per.split("/") if part.strip()]


def _scale(word: str | None) -> Decimal:
    return Decimal(10) ** _SCALES[" ".join(word.split())] if word else _ONE


def _ratio(first: str | None, last: str | None) -> Decimal:
    """«500 triệu đến 1 tỷ đồng»: the first figure in the magnitude of the last."""
    return _scale(first) / _scale(last) if first and first != "%" else _ONE


def _has_any(text: str, position: int, words: tuple[str, ...]) -> bool:
    before = text[max(0, position - 80) : position].lower()
    return any(word in before for word in words)


def _comparator(cues: tuple[Cue, ...], is_range: bool) -> Comparator:
    bounds = [cue.bound for cue in cues if cue.bound]
    # «khoảng trên 500»: the bound that limits outweighs the one that only estimates.
    firm = [bound for bound in bounds if bound not in ("approx", "from")]
    if firm:
        return _BOUNDS[firm[-1]]
    if is_range:
        return "between"
    return _BOUNDS[bounds[-1]] if bounds else "eq"


def _joined(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """«từ 20 triệu đồng đến 25 triệu đồng»: one range where both sides print the unit."""
    joined: list[QuantityMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.value is not None
            and mention.value is not None
            and last.unit_base == mention.unit_base
            and last.denominator is None
            and not mention.cues
            and not mention.part
            and mention.number_start - last.end < 7
            and text[last.end : mention.number_start].strip() in ("đến", "-", "–", "tới")
            and last.value * last.scale < mention.value * mention.scale
        ):
            joined[-1] = QuantityMention(
                last.start, mention.end, last.number_start, "between" if last.comparator in ("eq", "ge") else last.comparator,
                None, last.value * last.scale / mention.scale, mention.value, None, mention.unit, mention.scale,
                mention.unit_base, mention.unit_code, last.cues, last.rule, last.kind, last.direction, last.moves,
            )  # fmt: skip
        else:
            joined.append(mention)
    return joined


def _index_value(text: str, match: re.Match[str]) -> QuantityMention | None:
    """«Chỉ số phát triển con người (HDI) đạt trên 0,8»: an index has no unit."""
    start, end = match.start(), match.end("first")
    if match["denominator"] or match["second"] or not _has_any(text, start, ("chỉ số", "hệ số")):
        return None
    cues, span_start = cues_before(text, start)
    verb = next((cue for cue in reversed(cues) if cue.part == "verb"), None)
    if verb is None:
        return None
    return QuantityMention(
        span_start, end, start, _comparator(cues, False), read_decimal(match["first"]), None, None, None, None, _ONE,
        None, None, tuple(cue.text for cue in cues), "quantities.index_value", "level", verb.direction, verb.moves,
    )  # fmt: skip


def _fold(text: str, match: re.Match[str]) -> QuantityMention:
    cues, start = cues_before(text, match.start("fold"))
    value = Decimal(_FOLD_WORDS[" ".join(match["fold"].split())])
    return QuantityMention(
        start, match.end(), match.start("fold"), "eq", value, None, None, None, "lần", _ONE, "lần", "{times}",
        tuple(cue.text for cue in cues), "quantities.fold_in_words", "ratio", "none", "ratio",
    )  # fmt: skip


def _rank(text: str, match: re.Match[str], word: str) -> QuantityMention | None:
    start, end = match.start(), match.end("first")
    whole = read_decimal(match["denominator"]) if match["denominator"] else None
    value = read_decimal(match["first"])
    before = max(0, start - 40)
    if word in ("thứ", "hạng", "bậc", "trí"):
        ranked = _RANKED.search(text, before, start)
        if ranked is None or match["second"]:
            return None
        if whole is not None:
            # «đứng thứ 13/34 tỉnh, thành».
            among = _GROUP_UNIT.match(text, match.end())
            end = among.end() if among else match.end()
        return _placed(ranked.start(), end, start, "eq", value, "thứ", "quantities.rank", whole)
    if whole is not None:
        return None
    if word == "trong":
        inside, leading = _INSIDE.search(text, before, start), _LEADING.match(text, end)
        if inside is None or leading is None:
            return None
        end = leading.end("unit")
        return _placed(inside.start(), end, start, "le", value, leading["unit"], "quantities.leading_group")
    grouped, unit = _GROUPED.search(text, before, start), _GROUP_UNIT.match(text, end)
    if grouped is None or (unit is None and word == "nhóm"):
        return None
    printed = unit["unit"] if unit and unit["unit"] else "nhóm"
    return _placed(
        grouped.start(), unit.end() if unit else end, start, "le", value, printed, "quantities.leading_group"
    )


def _placed(
    start: int,
    end: int,
    number_start: int,
    comparator: Comparator,
    value: Decimal,
    unit: str,
    rule: str,
    whole: Decimal | None = None,
) -> QuantityMention:
    return QuantityMention(
        start, end, number_start, comparator, value, None, None, whole, unit, _ONE, "hạng", "{rank}", (), rule, "rank"
    )
