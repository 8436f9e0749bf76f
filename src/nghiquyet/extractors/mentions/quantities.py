"""Numbers with units: «trên 18.000 tỷ đồng», «14%-15%», «10/10 huyện», «từ 3-4%».

A figure counts only with a unit of the table behind it, so that numbers of laws, dates, labels and names are passed over.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nghiquyet.lexicons import Row, Table
from nghiquyet.records import QuantityMention
from nghiquyet.text.tries import PhraseIndex, trie_pattern
from nghiquyet.text.vietnamese import fold

UNITS = Table("units")
DENOMINATORS = Table("unit_denominators")
COMPARATORS = Table("comparators")

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+\.\d{1,2}(?![\d.])|\d+"
_DASH = r"\s?[-–—]\s?"
_SCALES = {
    "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12, "nghìn tỉ": 12,
    "ngàn tỷ": 12, "ngàn tỉ": 12, "triệu tỷ": 15, "chục": 1, "trăm triệu": 8, "trăm nghìn": 5, "trăm tỷ": 11,
}  # fmt: skip
_RANK = re.compile(
    r"(?:(?:đứng|xếp|xếp hạng|đạt|giữ|ở)\s+)?(?:vị trí\s+)?(?:thứ hạng|thứ|hạng)\s+(?P<rank>\d{1,3})(?![\w%./])"
    r"|(?:nằm\s+)?(?:trong\s+)?(?:nhóm|top|Top|TOP)\s+(?P<group>\d{1,2})\s*(?P<unit>tỉnh, thành phố|tỉnh|địa phương|thành phố|quốc gia|nước)?(?!\w)"
)
_AFTER = re.compile(r"\s+trở lên|\s+trở xuống")
_CUE_WINDOW = 60


@dataclass(frozen=True, slots=True)
class _Machine:
    figure: re.Pattern[str]
    units: PhraseIndex[Row]
    denominators: PhraseIndex[Row]
    cues: re.Pattern[str]
    cue_rows: PhraseIndex[Row]


@cache
def _machine() -> _Machine:
    units = [word for row in UNITS.rows for word in row.words]
    scale = trie_pattern(_SCALES)
    unit = trie_pattern(units)
    denominator = trie_pattern(word for row in DENOMINATORS.rows for word in row.words)
    figure = re.compile(
        rf"(?<![\w.,/+:]){'(?P<first>' + _NUMBER + ')'}"
        rf"(?:\s?(?P<firstunit>%|{scale})?(?:{_DASH}|\s+đến\s+)(?P<second>{_NUMBER})(?![\d/]))?"
        rf"(?:\s?/\s?(?P<denominator>{_NUMBER})(?=\s+[^\W\d_]))?"
        rf"(?P<tail>\s*(?P<scale>{scale})?(?:(?<=[^\W\d_])\s+|\s*)(?P<unit>{unit})(?!\w)"
        rf"(?P<per>(?:\s?/\s?(?:{denominator})(?![\w]))*|\s+trên\s+(?:1|một)\s+vạn\s+dân)?)"
    )
    cue_words = [word for row in COMPARATORS.rows for word in row.words]
    forms = [*cue_words, *(word[0].upper() + word[1:] for word in cue_words)]
    cue = trie_pattern(forms)
    return _Machine(
        figure,
        UNITS.index,
        DENOMINATORS.index,
        re.compile(rf"(?<!\w)(?:{cue})(?:\s+(?:{cue}))*\s+$"),
        PhraseIndex({form: COMPARATORS.index[form[0].lower() + form[1:]] for form in forms}),
    )


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every figure with a unit, in text order; mentions never overlap. Values are unscaled Decimals."""
    if not any(character.isdecimal() for character in text):
        return ()
    machine = _machine()
    found = [_quantity(text, match, machine) for match in machine.figure.finditer(text)]
    found += [_rank(text, match) for match in _RANK.finditer(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[QuantityMention] = []
    for mention in found:
        if not kept or mention.number_start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def read_decimal(printed: str) -> Decimal:
    """A number as Vietnamese texts print it: dots group thousands, the comma is decimal.

    A dot before one or two last digits (15.5) is a decimal point: thousands come in groups of three.
    """
    if re.fullmatch(r"\d+\.\d{1,2}", printed):
        return Decimal(printed)
    return Decimal(printed.replace(".", "").replace(",", "."))


def _quantity(text: str, match: re.Match[str], machine: _Machine) -> QuantityMention:
    first = read_decimal(match["first"])
    second = read_decimal(match["second"]) if match["second"] else None
    row = machine.units[match["unit"]]
    printed = text[match.start("tail") : match.end()].strip()
    base, code = row.text("base"), row.text("code")
    per = match["per"] or ""
    for _, _, denominator in machine.denominators.finditer(per):
        base = f"{base}/{denominator.text('base')}"
        code = f"{code}/({denominator.text('code')})"
    scale = Decimal(10) ** _SCALES.get(" ".join((match["scale"] or "").split()), 0)
    number_start = match.start("first")
    cues, start = _cues_before(text, number_start, machine)
    comparator = _comparator(cues, second is not None)
    end = match.end()
    after = _AFTER.match(text, end)
    if after:
        comparator = "ge" if "lên" in after.group() else "le"
    return QuantityMention(
        start=start,
        end=end,
        number_start=number_start,
        comparator=comparator,
        value=None if second is not None else first,
        low=first if second is not None else None,
        high=second,
        denominator=read_decimal(match["denominator"]) if match["denominator"] else None,
        unit=printed,
        scale=scale,
        unit_base=base,
        unit_code=code,
        cues=tuple(cue for cue, _ in cues),
        rule="quantities.figure_with_unit",
    )


def _cues_before(text: str, position: int, machine: _Machine) -> tuple[list[tuple[str, Row]], int]:
    window = max(0, position - _CUE_WINDOW)
    match = machine.cues.search(text[window:position])
    if match is None:
        return [], position
    cues = [(match.group()[start:end], row) for start, end, row in machine.cue_rows.finditer(match.group())]
    return cues, window + match.start()


def _comparator(cues: list[tuple[str, Row]], is_range: bool) -> str:
    bounds = [row.text("comparator") for _, row in cues if row.text("part") == "bound"]
    # «khoảng trên 500»: the bound that limits outweighs the one that only estimates.
    firm = [bound for bound in bounds if bound not in ("approx", "from")]
    if firm:
        return firm[-1]
    if is_range:
        return "between"
    if "approx" in bounds:
        return "approx"
    return "ge" if "from" in bounds else "eq"


def _rank(text: str, match: re.Match[str]) -> QuantityMention:
    printed = match["rank"] or match["group"]
    unit = "thứ" if match["rank"] else (match["unit"] or "nhóm")
    return QuantityMention(
        start=match.start(),
        end=match.end(),
        number_start=match.start("rank") if match["rank"] else match.start("group"),
        comparator="eq" if match["rank"] else "le",
        value=Decimal(printed),
        low=None,
        high=None,
        denominator=None,
        unit=unit,
        scale=Decimal(1),
        unit_base="hạng",
        unit_code="{rank}",
        cues=(),
        rule="quantities.rank" if match["rank"] else "quantities.leading_group",
    )


def verb_of(mention: QuantityMention) -> Row | None:
    """The row of the verb among the cues of a mention: «giảm còn», «tăng», «đạt»; the last one where there are more."""
    machine = _machine()
    rows = [machine.cue_rows[cue] for cue in mention.cues]
    verbs = [row for row in rows if row.text("part") == "verb"]
    return verbs[-1] if verbs else None


def unit_kind(mention: QuantityMention) -> str:
    """percent, points, ratio, money, level, count or rank: what a figure in this unit is by itself."""
    if mention.unit_base == "hạng":
        return "rank"
    for row in UNITS.rows:
        if mention.unit_base and fold(row.text("base")) == fold(mention.unit_base.split("/")[0]):
            return "level" if "/" in mention.unit_base and row.text("kind") == "count" else row.text("kind")
    return "level"
