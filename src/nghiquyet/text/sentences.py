"""Sentence ends in one paragraph of official prose."""

from nghiquyet.text import patterns as re

# A stop, or three dots, before a blank and a capital. «đất,... nâng cao» goes on; «nhà nước... Nâng cao» does not, nor
# does «chợ biên giới....Hoàn thiện». The first mark stands in front, so that a scan looks for nothing else.
_END = r"(?:(?<=\.)(?<!\.\.)\.{2,}+(?=[A-ZĐ][a-zà-ỹ])|(?<![.!?…]{2})[.!?…]*+[\"”’)\]*]*+(?=\s+[“\"‘(*]*[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]))"
_STOP_ENDS, _MARK_ENDS = re.compile(rf"\.{_END}"), re.compile(rf"[.!?…]{_END}")
# «TP. Hà Nội», «GS. TS. Nguyễn», «KT. CHỦ TỊCH», «Q. Trưởng ban», initials.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"/.])(?:TP|Tp|TX|Tx|TT|Tr|tr|Q|P|H|X|ThS|TS|GS|PGS|CN|KS|BS|Ths|KT|TM|TL|TUQ|đ/c|Đ/c|St|Mr|No|[A-ZĐ])\.$"
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """``(start, end)`` of each sentence; together they cover everything but the blanks between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    length = len(text)
    # Most passages hold no other mark than the stop, and the engine leaps from stop to stop.
    ends = _MARK_ENDS if "?" in text or "!" in text or "…" in text else _STOP_ENDS
    for match in ends.finditer(text):
        first, end = match.span()
        if text[first] == "." and _ABBREVIATION.search(text, max(start, first - 6), first + 1):
            continue
        spans.append((start, end))
        start = end
        while start < length and text[start].isspace():
            start += 1
    if start < length:
        spans.append((start, length))
    return tuple(spans)
