"""Numbers with units: «trên 18.000 tỷ đồng», «14%-15%», «10/10 huyện», «từ 3-4%», «đứng thứ 12».

A figure counts only with a unit of the table behind it, so that numbers of laws, dates, labels and names are passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nghiquyet.extractors.mentions.cues import Cue, cues_before
from nghiquyet.extractors.mentions.number_words import find_number_words
from nghiquyet.extractors.mentions.ranks import RANK_WORDS, rank_mention
from nghiquyet.extractors.mentions.units import (
    ONE,
    SCALE,
    UnitPatterns,
    denominators,
    ratio_of,
    scale_of,
    unit_patterns,
)
from nghiquyet.lexicons import Table
from nghiquyet.model import Comparator
from nghiquyet.records import QuantityMention
from nghiquyet.text import patterns as re
from nghiquyet.text.numerals import read_decimal
from nghiquyet.text.tries import trie_pattern

NUMBERED = Table("numbered_nouns")

_MORE_DIGITS = r"(?:[0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9])|[0-9]*(?:,[0-9]+|\.[0-9]{1,2}(?![0-9.]))?)"
# «18.000», «13,85», «15.5», «14%-15%», «từ 3-4», «2 triệu đến 3», «17/99»; a digit comes first, so that the scan skips words.
_NUMBER = re.compile(
    rf"(?P<first>[0-9](?<![\w.,/+:][0-9]){_MORE_DIGITS})"
    rf"(?:\s?(?P<scale>%|{SCALE})?(?:\s?\\?[-–—]\s?|\s+(?:đến|tới)\s+)(?:trên\s+|"
    rf"dưới\s+)?(?P<second>[0-9]{_MORE_DIGITS})(?![0-9/]))?"
    rf"(?:(?P<shared>\s?%)?\s?/\s?(?P<denominator>[0-9]{_MORE_DIGITS})(?=\s+[^\W\d_]|%))?"
)
# «gấp đôi», «tăng gấp ba lần».
_FOLD_WORDS = {"đôi": 2, "hai lần": 2, "ba lần": 3, "ba": 3, "bốn lần": 4, "năm lần": 5, "mười lần": 10}
_FOLD = re.compile(rf"gấp\s+(?P<fold>{trie_pattern(_FOLD_WORDS)})(?!\w)")
_OF_PLAN = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:so (?:với\s+)?)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|định mức|năm|cùng kỳ)"
)
_AFTER = re.compile(r"\s+trở (?:lên|xuống)(?!\w)")
# «tăng bình quân 5 năm 11,6%», «5 năm 2026-2030»: a stretch of time before the figure.
_TIME_AHEAD = re.compile(r"\s+(?:(?:đạt|từ|trên|khoảng|ước)\s+)*\d")
_DAY = re.compile(r"(?:ngày|Ngày|tháng|Quyết định số|số|Số)\s+$")
_BOUNDS: dict[str, Comparator] = {"gt": "gt", "ge": "ge", "lt": "lt", "le": "le", "approx": "approx", "from": "ge"}


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every figure with a unit, in text order; mentions never overlap. Values are unscaled Decimals."""
    found: list[QuantityMention] = []
    patterns = unit_patterns()
    for match in _NUMBER.finditer(text):
        start = match.start()
        word = text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start - 1] if start > 1 else ""
        rank = rank_mention(text, match, word) if word in RANK_WORDS else None
        if rank is not None:
            found.append(rank)
            continue
        tail = patterns.tail.match(text, match.end())
        if tail is not None:
            found += _figures(text, match, tail, patterns)
        elif "," in match["first"] and (index := _index_value(text, match)) is not None:
            found.append(index)
    written = [*(_fold(text, match) for match in _FOLD.finditer(text))] if "gấp" in text else []
    written += _in_words(text, patterns)
    if written:
        found = sorted([*found, *written], key=lambda mention: mention.start)
    return tuple(_apart(_joined(text, found))) if len(found) > 1 else tuple(found)


def _in_words(text: str, patterns: UnitPatterns) -> Iterator[QuantityMention]:
    """«ba triệu lượt khách», «ít nhất hai dự án»; not the words that repeat a figure: «215 tỷ đồng (hai trăm …)»."""
    for number in find_number_words(text):
        tail = patterns.tail.match(text, number.end)
        start = number.start
        if tail is None or tail.end() < number.scale_end or text[max(0, start - 3) : start].rstrip(" *").endswith("("):
            continue
        unit = patterns.units[" ".join(tail["unit"].split())]
        cues, span_start = cues_before(text, start)
        verb = next((cue for cue in reversed(cues) if cue.part == "verb"), None)
        if unit.needs or (verb is None and _is_number_of(text, start)):
            continue
        yield _Common(
            cues, verb, unit.kind, text[number.end : tail.end()].strip(), scale_of(tail["scale"]), unit.base, unit.code
        ).mention(span_start, tail.end(), start, _comparator(cues, False), number.value)


def _apart(found: list[QuantityMention]) -> Iterator[QuantityMention]:
    end = 0
    for mention in found:
        if mention.start >= end:
            yield mention
            end = mention.end


def _figures(text: str, match: re.Match[str], tail: re.Match[str], patterns: UnitPatterns) -> Iterator[QuantityMention]:
    unit = patterns.units[" ".join(tail["unit"].split())]
    start = match.start()
    cues, span_start = cues_before(text, start)
    verb = next((cue for cue in reversed(cues) if cue.part == "verb"), None)
    if unit.needs and verb is None and "," not in match["first"] and not _has_any(text, start, unit.needs):
        return
    if match["denominator"] is None and _is_year(text, match):
        return
    if unit.base == "năm" and (text.endswith("bình quân ", 0, start) or _TIME_AHEAD.match(text, tail.end())):
        return
    if unit.kind in ("count", "level") and verb is None and (_is_number_of(text, start) or _are_years(match)):
        return
    if text[max(0, start - 2) : start] == "+ " or (
        match["denominator"] and _DAY.search(text, max(0, start - 16), start)
    ):
        return
    first, second = read_decimal(match["first"]), match["second"]
    base, code = unit.base, unit.code
    for denominator in denominators(tail["per"]):
        base = f"{base}/{patterns.denominators[denominator][0]}"
        code = f"{code}/({patterns.denominators[denominator][1]})"
    scale = scale_of(tail["scale"])
    end = tail.end()
    if (
        verb is not None
        and verb.text in ("vượt", "Vượt")
        and not _OF_PLAN.match(text, end)
        and (unit.kind != "percent" or _has_any(text, start, ("tỷ lệ", "tỉ lệ", "tỷ trọng")))
    ):
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
        low, high = first * ratio_of(match["scale"], tail["scale"]), read_decimal(second)
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


def _are_years(match: re.Match[str]) -> bool:
    """«nhiệm kỳ 2020-2025 tỉnh Bắc Giang»."""
    first, second = match["first"], match["second"]
    return (
        bool(second) and len(first) == len(second) == 4 and first.startswith(("19", "20")) and second.startswith("20")
    )


def _is_year(text: str, match: re.Match[str]) -> bool:
    """«Hội nghị năm 2025 tổ chức ngày …»."""
    first = match["first"]
    return (
        len(first) == 4 and first.startswith(("19", "20")) and text[max(0, match.start() - 4) : match.start()] == "năm "
    )


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
        span_start, end, start, _comparator(cues, False), read_decimal(match["first"]), None, None, None, None, ONE,
        None, None, tuple(cue.text for cue in cues), "quantities.index_value", "level", verb.direction, verb.moves,
    )  # fmt: skip


def _fold(text: str, match: re.Match[str]) -> QuantityMention:
    cues, start = cues_before(text, match.start("fold"))
    value = Decimal(_FOLD_WORDS[" ".join(match["fold"].split())])
    return QuantityMention(
        start, match.end(), match.start("fold"), "eq", value, None, None, None, "lần", ONE, "lần", "{times}",
        tuple(cue.text for cue in cues), "quantities.fold_in_words", "ratio", "none", "ratio",
    )  # fmt: skip
