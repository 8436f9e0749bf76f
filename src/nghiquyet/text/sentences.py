"""Sentence ends in one paragraph of official prose."""

import re

# A stop, or three dots, before a blank and a capital. «đất,... nâng cao» goes on; «nhà nước... Nâng cao» does not, nor
# does «chợ biên giới....Hoàn thiện». The first mark stands in front, so that a scan looks for nothing else.
_END = re.compile(
    r"[.!?…](?:(?<=\.)(?<!\.\.)\.{2,}+(?=[A-ZĐ][a-zà-ỹ])|(?<![.!?…]{2})[.!?…]*+[\"”’)\]*]*+(?=\s+[“\"‘(*]*[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]))"
)
# «TP. Hà Nội», «GS. TS. Nguyễn», «KT. CHỦ TỊCH», «Q. Trưởng ban», initials.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"/.])(?:TP|Tp|TX|Tx|TT|Tr|tr|Q|P|H|X|ThS|TS|GS|PGS|CN|KS|BS|Ths|KT|TM|TL|TUQ|đ/c|Đ/c|St|Mr|No|[A-ZĐ])\.$"
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """``(start, end)`` of each sentence; together they cover everything but the blanks between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(
            text, max(start, match.start() - 6), match.start() + 1
        ):
            continue
        spans.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)
