"""Where a citation may begin: the words for kinds of documents, the words for their parts, the series of standards.

Every pattern begins with a literal or a small class of characters, so that the engine leaps from hit to hit; what
stands before a hit is looked at afterwards. One alternation of everything costs ten times more.
"""

from collections.abc import Iterator
from functools import cache

from nghiquyet.lexicons import Table
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern

DOCUMENT_TYPES = Table("document_types")
LAW_ABBREVIATIONS = Table("law_abbreviations")
PARTY_RULES = Table("party_rules")

Anchor = tuple[int, int, str, str]
"""``(start, end, sort, document type)``; sort is type, part, standard, rule of the Party, or number where no kind stands before it."""
_BLANK_OR_MARK = frozenset(" (“\"'\0")
_BLANK = frozenset(("", " ", "\n", "\0"))

_STANDARD = re.compile(r"(?:QC(?:VN|ĐP)|TC(?:VN|XDVN|XD|CS|N)|ISO(?:/IEC)?|IEC|Sửa đổi \d{1,2}:\d{4}) ?(?=[\dIQT])")
_SERIES = ("QCVN", "QCĐP", "TCVN", "TCXDVN", "TCXD", "TCCS", "TCN", "ISO", "ISO/IEC", "IEC", "Sửa đổi")
STANDARD = "standard"
# Words for parts, without the first letters that differ: what the pattern finds, and what may stand there in full.
_PARTS = (
    (re.compile(r"iều (?=\d|này)"), ("Điều", "điều")),
    (re.compile(r"hoản (?=\d|này)"), ("Khoản", "khoản")),
    (re.compile(r"iểm (?=[a-zđ]\d?(?!\w)|\d|này)"), ("Điểm", "điểm")),
    (
        re.compile(
            r"iết (?=(?:[a-zđ]|[ivx]{1,4}|\d{1,2})(?:\.\d{1,2}){0,3},? (?:[Đđ]iểm|[Kk]hoản|[Mm]ục|[Pp]hụ lục) )"
        ),
        ("Tiết", "tiết"),
    ),
    (
        re.compile(r"oạn (?=(?:thứ )?(?:\d{1,2}|nhất|hai|ba|tư|năm),? (?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục) )"),
        ("Đoạn", "đoạn"),
    ),
    (
        re.compile(r"ục (?=[IVXLC\d]|số \d|này|[A-Z](?!\w)|(?:\(|được |ban hành )?(?:ban hành )?kèm theo )"),
        ("Tiểu mục", "tiểu mục", "Phụ lục", "phụ lục", "Mục", "mục"),
    ),
    (re.compile(r"hương (?=[IVXLC\d]|này)"), ("Chương", "chương")),
    (re.compile(r"hần (?=[IVXL]+(?!\w)|thứ )"), ("Phần", "phần")),
)

# «tại thời điểm này», «danh mục này», «tài khoản này», «các điều khoản này»: the second syllable of another word.
_COMPOUNDS = {name: () for _, names in _PARTS for name in names} | {
    "điểm": tuple(
        f"{first} " for first in ("thời", "địa", "quan", "đặc", "ưu", "nhược", "khuyết", "trọng", "cao", "luận", "thí")
    ),
    "khoản": ("tài ", "Tài ", "điều ", "Điều ", "ngân ", "bồi "),
    "mục": ("danh ", "Danh ", "hạng ", "Hạng ", "chuyên ", "đề ", "thư "),
    "phần": ("thành ", "Thành ", "cổ ", "Cổ ", "học "),
}

# A number has a slash, or it is of the old form 84-CP; a kind in small letters or an abbreviation is looked for before it.
_SLASH = re.compile(r"/ ?(?:[A-ZĐÐ]|(?:19|20)\d\d ?/)")
_OLD = tuple(re.compile(rf"{dash}(?:CP|TTg|HĐBT|CT|LCT|TW|HĐNN)(?!\w)") for dash in "-–")
_HEAD = re.compile(
    r"(?:(?:[Ss]ố|SỐ|so|sô) ?:? ?){0,2}[\dIlO]{1,5}(?:\.\d{1,2})?[A-ZĐa-zđ]{0,4}(?: ?[-‐‑‒–—−] ?[A-ZĐÐƯ][\w.]{0,8}| [A-Z]{1,5})? ?$"
)
_BEFORE = 26
_LONGEST = 22
"""Characters of the longest kind in small letters."""
# «nghị quyết Đại hội XIII», «nghị quyết Trung ương 4» are names in small letters too.
_MEETINGS = (
    re.compile(r"ghị quyết (?=[Đđ]ại hội|[Hh]ội nghị|Trung ương)"),
    re.compile(r"ết luận (?=Hội nghị|Trung ương)"),
)
# «luật Đất đai», «luật đất đai năm 2024»; «kỷ luật», «pháp luật» end in the same syllable.
_SMALL_LAW = re.compile(r"uật (?=[A-ZĐ][^\W\d_]|[^.;:,()\n\0]{3,70} (?:số|năm|ngày|19|20))")
_NO_LAW = ("pháp l", "kỷ l", "quy l", "định l", "âm l", "quân l", "giới l", "sư l", "thi l", "bộ l")
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
            kinds.setdefault(word.title(), name)
            lower = word[0].lower() + word[1:]
            kinds.setdefault(lower, name)
            small.add(lower)
        slips = row.cells.get("before_number")
        for word in slips if isinstance(slips, list) else ():
            kinds.setdefault(word, name)
            small.add(word)
    kinds.update((word, "Bộ luật") for row in LAW_ABBREVIATIONS.rows for word in row.words)
    kinds.update(dict.fromkeys(_SERIES, STANDARD))
    large = trie_pattern(word for word in kinds if word not in small).replace(r"\s+", " ")
    weak = rf"(?:^|(?<=[^\w/-]))(?:{'|'.join(sorted(small, key=len, reverse=True))}) ?$"
    return kinds, re.compile(large), re.compile(weak)


def find_anchors(text: str) -> list[Anchor]:
    """Every place in ``text`` where a citation may begin, in text order."""
    found = [*_types(text)]
    found += _types_before_numbers(text, {end for _, end, _, _ in found})
    found += _small_types(text)
    found += _parts(text)
    found += _party_rules(text)
    found.sort()
    return found


def _is_apart(text: str, start: int) -> bool:
    """A word of its own begins at ``start``; a dash of a list may be glued to it: «-Thông tư số 10/2025/TT-BKHCN»."""
    before = text[start - 1] if start else " "
    if before == " ":
        return True
    if before == "-":
        return text[start - 2 : start - 1] in _BLANK
    return not (before.isalnum() or before in "_/")


def _types(text: str) -> Iterator[Anchor]:
    """Kinds of documents with a capital or in capitals, and the series of standards."""
    kinds, large, _ = _words()
    for hit in large.finditer(text):
        start, end = hit.span()
        if text[end : end + 1].isalnum():
            continue
        if not _is_apart(text, start):
            continue
        kind = kinds[hit.group()]
        if kind is not STANDARD:
            yield start, end, "type", kind
        elif _STANDARD.match(text, start):
            yield start, end, "standard", ""


def _types_before_numbers(text: str, known: set[int]) -> Iterator[Anchor]:
    """«nghị quyết số 12/NQ-CP», «NQ 35-NQ/TU»: words that count only because a number follows."""
    kinds, _, weak = _words()
    for pattern in (_SLASH, *_OLD):
        for hit in pattern.finditer(text):
            start = hit.start()
            window = text[max(0, start - _BEFORE) : start]
            head = _HEAD.search(window)
            if head is None:
                continue
            stop = start - len(window) + head.start()
            if stop in known or stop - 1 in known:
                continue
            first = max(0, stop - _LONGEST)
            word = weak.search(text[first:stop])
            if word is not None:
                printed = word.group().rstrip()
                yield first + word.start(), first + word.start() + len(printed), "type", kinds[printed]
            elif _is_apart(text, stop):
                yield stop, stop, "number", ""


def _small_types(text: str) -> Iterator[Anchor]:
    kinds, _, _ = _words()
    for pattern in _MEETINGS:
        for hit in pattern.finditer(text):
            start, end = hit.start() - 1, hit.end() - 1
            if start >= 0 and text[start] in "nk" and not (start and text[start - 1].isalnum()):
                yield start, end, "type", kinds[text[start:end]]
    for hit in _SMALL_LAW.finditer(text):
        start = hit.start() - 1
        apart = start == 0 or (start > 0 and text[start - 1] in _BLANK_OR_MARK)
        if apart and text[start] == "l" and not text.endswith(_NO_LAW, 0, start + 1):
            yield start, hit.end() - 1, "type", "Luật"
    for hit in _SHORT_NUMBER.finditer(text):
        start = hit.start()
        if not (start and (text[start - 1].isalnum() or text[start - 1] in "-/")):
            yield start, start + 2, "type", kinds[text[start : start + 2]]


def _parts(text: str) -> Iterator[Anchor]:
    for pattern, names in _PARTS:
        for hit in pattern.finditer(text):
            end = hit.end()
            for name in names:
                start = end - 1 - len(name)
                if start >= 0 and text.startswith(name, start):
                    if not (start and text[start - 1].isalnum()) and not text.endswith(_COMPOUNDS[name], 0, start):
                        yield start, end, "part", ""
                    break


def _party_rules(text: str) -> Iterator[Anchor]:
    """What the words of a row end in is looked for as it stands: they are rare, and a pattern stops at every word."""
    for ending, words, kind in _rule_endings():
        stop = text.find(ending)
        while stop >= 0:
            end = stop + len(ending)
            word = next((word for word in words if text.endswith(word, 0, end)), None)
            if word is not None and not text[end : end + 1].isalnum() and _is_apart(text, end - len(word)):
                yield end - len(word), end, "rule", kind
            stop = text.find(ending, end)


@cache
def _rule_endings() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """``(ending, words that have it, kind)``: the ending that all words of a row share, or each word by itself."""
    found: list[tuple[str, tuple[str, ...], str]] = []
    for row in PARTY_RULES.rows:
        words = tuple(sorted(row.words, key=len, reverse=True))
        shortest = words[-1]
        shared = next(
            (
                shortest[-size:]
                for size in range(len(shortest), 3, -1)
                if all(w.endswith(shortest[-size:]) for w in words)
            ),
            None,
        )
        found += (
            [(shared, words, row.text("kind"))] if shared else [(word, (word,), row.text("kind")) for word in words]
        )
    return tuple(found)


def type_at(text: str, position: int) -> tuple[int, str] | None:
    """``(end, document type)`` of the word for a kind of document that stands at ``position``."""
    kinds, large, _ = _words()
    hit = large.match(text, position)
    if hit is not None and not text[hit.end() : hit.end() + 1].isalnum():
        kind = kinds[hit.group()]
        return (hit.end(), kind) if kind is not STANDARD else None
    small = _SMALL_AT.match(text, position)
    if small is None or small.group() not in kinds:
        return None
    return small.end(), kinds[small.group()]


_SMALL_AT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}?(?= (?:(?:[Ss]ố|SỐ) ?:? ?)?\d)")
