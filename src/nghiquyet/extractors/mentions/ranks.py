"""Places in a ranking: «đứng thứ 12», «nằm trong nhóm 12 tỉnh», «đứng thứ 13/34 tỉnh, thành»."""

from decimal import Decimal

from nghiquyet.extractors.mentions.units import ONE
from nghiquyet.model import Comparator
from nghiquyet.records import QuantityMention
from nghiquyet.text import patterns as re
from nghiquyet.text.numerals import read_decimal

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
RANK_WORDS = frozenset({"thứ", "trong", "hạng", "bậc", "trí", "nhóm", "top", "Top", "TOP", "tốp", "Tốp"})


def rank_mention(text: str, match: re.Match[str], word: str) -> QuantityMention | None:
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
        start, end, number_start, comparator, value, None, None, whole, unit, ONE, "hạng", "{rank}", (), rule, "rank"
    )
