"""Where a citation may begin: the words for kinds of documents, the words for their parts, the series of standards.

Every pattern begins with a literal or a small class of characters, so that the engine leaps from hit to hit; what
stands before a hit is looked at afterwards. One alternation of everything costs ten times more.
"""

from functools import cache
from itertools import chain

from nghiquyet.lexicons import Table
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern

DOCUMENT_TYPES = Table("document_types")

Anchor = tuple[int, int, str, str]
"""``(start, end, sort, document type)``; sort is type, part or standard."""

_STANDARD = re.compile(r"(?:QC(?:VN|ĐP)|TC(?:VN|XDVN|XD|CS|N)|ISO(?:/IEC)?|IEC|Sửa đổi \d{1,2}:\d{4}) ?(?=[\dIQT])")
_ARTICLE = re.compile(r"iều (?=\d|này)")
_CLAUSE = re.compile(r"hoản (?=\d|này)")
_POINT = re.compile(r"iểm (?=[a-zđ]\d?(?!\w)|\d|này)")
_ITEM = re.compile(r"ục (?=[IVXLC\d]|số \d|này|[A-Z](?!\w)|(?:\(|được |ban hành )?(?:ban hành )?kèm theo )")
_CHAPTER = re.compile(r"hương (?=[IVXLC\d]|này)")
_PART = re.compile(r"hần (?=[IVXL]+(?!\w)|thứ )")
# The pattern, what it finds, and the letters that may stand before a tail.
_PLAIN = (
    (_STANDARD, "standard", ""),
    (_ARTICLE, "part", "Đđ"),
    (_CLAUSE, "part", "Kk"),
    (_POINT, "part", "Đđ"),
)
_BY_TAIL = (
    (_ITEM, ("Tiểu mục", "tiểu mục", "Phụ lục", "phụ lục", "PHỤ LỤC", "Mục", "mục")),
    (_CHAPTER, ("Chương", "chương")),
    (_PART, ("Phần", "phần")),
)


# A number with its sign, behind which a kind in small letters or an abbreviation is looked for.
_NUMBER = re.compile(r"[0-9][a-zđ]?(?: ?[-‐‑‒–—−/] ?[A-ZĐÐ]| ?/ ?(?:19|20)\d\d ?/)")
_HEAD = re.compile(r"(?:(?:[Ss]ố|SỐ) ?:? ?)?[\dIlO]{0,4}(?:\.\d{1,2})?$")
_LONGEST = 22
"""Characters of the longest kind in small letters."""
# «nghị quyết Đại hội XIII», «nghị quyết Trung ương 4» are names in small letters too.
_MEETINGS = (
    re.compile(r"ghị quyết (?=[Đđ]ại hội|[Hh]ội nghị|Trung ương)"),
    re.compile(r"ết luận (?=Hội nghị|Trung ương)"),
)
_SHORT_NUMBER = re.compile(r"N[QĐ] ?(?=\d)")


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Each printed word's kind; the words that stand for themselves; those that count only before a number."""
    kinds: dict[str, str] = {}
    small: set[str] = set()
    for row in DOCUMENT_TYPES.rows:
        name = row.text("name")
        longer = row.cells.get("cited_as")
        for word in (*row.words, *(longer if isinstance(longer, list) else ())):
            kinds.setdefault(word, name)
            if row.cells.get("abbreviation"):
                small.add(word)
                continue
            kinds.setdefault(word.upper(), name)
            lower = word[0].lower() + word[1:]
            kinds.setdefault(lower, name)
            small.add(lower)
    large = trie_pattern(word for word in kinds if word not in small)
    weak = rf"(?:^|(?<=[^\w/-]))(?:{'|'.join(sorted(small, key=len, reverse=True))}) ?$"
    return kinds, re.compile(f"{large}(?!\\w)".replace(r"\s+", " ")), re.compile(weak)


def find_anchors(text: str) -> list[Anchor]:
    """Every place in ``text`` where a citation may begin, in text order."""
    kinds, large, weak = _words()
    found: list[Anchor] = []
    for hit in large.finditer(text):
        start = hit.start()
        if not start or not (text[start - 1].isalnum() or text[start - 1] in "-_/"):
            found.append((start, hit.end(), "type", kinds[hit.group()]))
    known = {end for _, end, _, _ in found}
    for hit in _NUMBER.finditer(text):
        start = hit.start()
        window = text[max(0, start - 8) : start]
        head = start - len(window) + _head(window)
        if head == 0 or head - 1 in known or head in known:
            continue
        first = max(0, head - _LONGEST)
        word = weak.search(text[first:head])
        if word is not None:
            printed = word.group().rstrip()
            found.append((first + word.start(), first + word.start() + len(printed), "type", kinds[printed]))
    for hit in chain.from_iterable(meeting.finditer(text) for meeting in _MEETINGS):
        start = hit.start() - 1
        if start >= 0 and text[start] in "nk" and not (start and text[start - 1].isalnum()):
            found.append((start, hit.end() - 1, "type", kinds[text[start : hit.end() - 1]]))
    for hit in _SHORT_NUMBER.finditer(text):
        start = hit.start()
        if not (start and (text[start - 1].isalnum() or text[start - 1] in "-/")):
            found.append((start, start + 2, "type", kinds[text[start : start + 2]]))
    for pattern, sort, capitals in _PLAIN:
        for hit in pattern.finditer(text):
            start = hit.start()
            if capitals:
                start -= 1
                if start < 0 or text[start] not in capitals:
                    continue
            if not start or not text[start - 1].isalnum():
                found.append((start, hit.end(), sort, ""))
    for pattern, names in _BY_TAIL:
        for hit in pattern.finditer(text):
            for name in names:
                start = hit.end() - 1 - len(name)
                if start >= 0 and text.startswith(name, start) and not (start and text[start - 1].isalnum()):
                    found.append((start, hit.end(), "part", ""))
                    break
    if len(found) > 1:
        found.sort()
    return found


def _head(window: str) -> int:
    """Where «số» and the digits begin at the end of ``window``."""
    hit = _HEAD.search(window)
    return hit.start() if hit is not None else len(window)


def type_at(text: str, position: int) -> tuple[int, str] | None:
    """``(end, document type)`` of the word for a kind of document that stands at ``position``."""
    kinds, large, _ = _words()
    hit = large.match(text, position)
    if hit is not None:
        return hit.end(), kinds[hit.group()]
    small = _SMALL_AT.match(text, position)
    if small is None or small.group() not in kinds:
        return None
    return small.end(), kinds[small.group()]


_SMALL_AT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}?(?= (?:(?:[Ss]ố|SỐ) ?:? ?)?\d)")
