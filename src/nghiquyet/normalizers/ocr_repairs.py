"""What recognisers misread, read right where two witnesses speak: the shape of the letters and the words around them.

Only in a text that shows a recogniser's hand. A word is put right when what stands there is never written beside its
neighbours in 120 million characters of official Vietnamese, and one word of the same shape often is. Everything else
stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nghiquyet.lexicons.cue_pairs import SYLLABLE_PAIRS
from nghiquyet.records import SourceText, TextEdit
from nghiquyet.text.vietnamese import bare_word, fold

RECOGNISERS = frozenset({"tesseract", "hocr", "alto"})
# Words that no typist writes and every recogniser does: a cheap look at a text that may be a scan.
_TRACES = ("\f", "ẳng bộ", "ẳng viên", "ẳng ủy", "ẲNG ", "VQHI", "VQHl", "=== TRANG", "#rong", "frong")
LEAST_DAMAGED = 3
MOST_APART = 2500
"""Characters from one damaged word to the next: a typist slips less often."""

_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\W\d_]+")
# What is read → what was printed: beside all marks of the same letter these shapes.
_SHAPES: dict[str, str] = {
    "f": "t", "ƒ": "t", "j": "i", "w": "v", "z": "r", "b": "h", "h": "b", "c": "e", "e": "c", "l": "i", "q": "g",
    "m": "n", "n": "m", "r": "t", "g": "q", "đ": "d", "d": "đ", "ï": "i", "î": "i", "ñ": "n", "ö": "ô", "ü": "u",
    "ä": "ă", "ë": "ê", "ç": "c",
}  # fmt: skip
FREQUENT = 40
"""Counts of a pair that the language has."""
SHARE = 0.4
"""Of what stands beside the only neighbour that can speak; the other is a comma, a number, a page end."""
CLEAR = 8
"""How many times better the best reading is than the next."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    before: str
    """The folded word directly before it, empty at a border."""
    after: str
    named: bool
    """Part of a name: a capital begins it, and a capital the word before or behind."""


def ocr_repairs(source: SourceText) -> Iterator[TextEdit]:
    """Edits that put recognised words right; none in a text without damage."""
    text = source.text
    if source.info.reader not in RECOGNISERS and not any(trace in text for trace in _TRACES):
        return
    edits = list(_words(text))
    dense = len(edits) * MOST_APART >= len(text) or source.info.reader in RECOGNISERS
    if len(edits) < LEAST_DAMAGED or not dense:
        return
    yield from edits
    for rule in _FORMS:
        yield from rule(text)


def _words(text: str) -> Iterator[TextEdit]:
    for token in _tokens(text):
        read = _reading(token)
        if read is not None:
            yield TextEdit(token.start, token.end, _cased(read, token.text), f"ocr_repairs.{_rule(token.text)}")


def _rule(word: str) -> str:
    return "syllable_pair" if fold(word) in _syllables() else "no_syllable"


def _tokens(text: str) -> Iterator[_Token]:
    """The words that may be wrong, with their neighbours: not names, not abbreviations."""
    words = list(_WORD.finditer(text))
    folded = [fold(word.group()) for word in words]
    for place, word in enumerate(words):
        before = folded[place - 1] if place and _joined(text, words[place - 1].end(), word.start()) else ""
        after = (
            folded[place + 1] if place + 1 < len(words) and _joined(text, word.end(), words[place + 1].start()) else ""
        )
        if not (before or after) or len(word.group()) > 8:
            continue
        if SYLLABLE_PAIRS.count(before, folded[place]) or SYLLABLE_PAIRS.count(folded[place], after):
            continue
        if text[word.end() : word.end() + 1] in _MARKS or text[word.start() - 1 : word.start()] in _MARKS:
            continue
        capital = word.group().istitle()
        beside = words[place - 1 : place] * bool(before) + words[place + 1 : place + 2] * bool(after)
        named = capital and (not after or any(other.group()[0].isupper() for other in beside))
        yield _Token(word.start(), word.end(), word.group(), before, after, named)


def _joined(text: str, end: int, start: int) -> bool:
    """Whether only a blank or the end of a line stands between two words."""
    between = text[end:start]
    return between == " " or (
        len(between) < 4 and between.isspace() and between.count("\n") < 2 and "\f" not in between
    )


def _reading(token: _Token) -> str | None:
    """The one word of the same shape that stands beside these neighbours; None where there is none, or two."""
    word = fold(token.text)
    if token.text.isupper() and (token.text.isascii() or len(token.text) < 3):
        return None  # an abbreviation
    if token.named:
        return None
    scores: list[tuple[int, str]] = []
    for candidate in _candidates(word):
        if _is_attested(token, word, candidate):
            left = SYLLABLE_PAIRS.count(token.before, candidate)
            scores.append((left + SYLLABLE_PAIRS.count(candidate, token.after), candidate))
    scores.sort(reverse=True)
    if not scores or (len(scores) > 1 and scores[1][0] * CLEAR > scores[0][0]):
        return None
    return scores[0][1]


def _is_attested(token: _Token, word: str, candidate: str) -> bool:
    """Whether both neighbours want the candidate; or the one that can speak, where hardly anything else follows it.

    «ẳ» for «ả» is what recognisers do most, and a word that is no syllable is wrong for certain: less is asked there.
    """
    left, right = SYLLABLE_PAIRS.count(token.before, candidate), SYLLABLE_PAIRS.count(candidate, token.after)
    usual = word.replace("ẳ", "ả") == candidate
    if token.before and token.after:
        if left and right and left + right >= FREQUENT and (usual or _is_bound(token, candidate, left, right)):
            return True
        return (usual or word not in _syllables()) and max(left, right) >= FREQUENT
    if usual and max(left, right) >= FREQUENT:
        return True
    if left:
        return left >= FREQUENT and left >= SHARE * _totals()[0].get(token.before, 0)
    return right >= FREQUENT and right >= SHARE * _totals()[1].get(token.after, 0)


def _is_bound(token: _Token, candidate: str, left: int, right: int) -> bool:
    """Whether the candidate belongs to a neighbour as words of one term do, more than by chance: «tại», «có» never do."""
    before, behind = _totals()
    by_chance_left = before.get(token.before, 0) * behind.get(candidate, 0) / _ALL
    by_chance_right = before.get(candidate, 0) * behind.get(token.after, 0) / _ALL
    return (
        left >= LIFT * by_chance_left
        and right >= LIFT * by_chance_right
        and max(left / max(by_chance_left, 1), right / max(by_chance_right, 1)) >= STRONG_LIFT
    )


_ALL = 20_000_000
"""Pairs counted in all, about."""
LIFT, STRONG_LIFT = 1.0, 8.0


@cache
def _totals() -> tuple[dict[str, int], dict[str, int]]:
    """How often each syllable stands before another, and behind another."""
    before: dict[str, int] = {}
    behind: dict[str, int] = {}
    for (first, second), count in SYLLABLE_PAIRS.items():
        before[first] = before.get(first, 0) + count
        behind[second] = behind.get(second, 0) + count
    return before, behind


@cache
def _syllables() -> frozenset[str]:
    """Every syllable that running text has in a pair."""
    return frozenset(syllable for pair, _ in SYLLABLE_PAIRS.items() for syllable in pair)


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    """Bare letters → the syllables that are spelled with them."""
    found: dict[str, list[str]] = {}
    for syllable in sorted(_syllables()):
        found.setdefault(bare_word(syllable), []).append(syllable)
    return {letters: tuple(syllables) for letters, syllables in found.items()}


def _candidates(word: str) -> Iterator[str]:
    """Syllables with the same letters and other marks; with one letter of another shape where the word is none."""
    letters = bare_word(word)
    for candidate in _by_letters().get(letters, ()):
        if candidate != word:
            yield candidate
    if word in _syllables():
        return
    seen = {letters}
    if letters[:1] == "w":
        # «wyết»: a wide letter in italics was two.
        yield from _by_letters().get("qu" + letters[1:], ())
    for place, letter in enumerate(letters):
        for shape in (_SHAPES.get(letter, ""), _SHAPES.get(word[place : place + 1], "")):
            other = letters[:place] + shape + letters[place + 1 :]
            if shape and other not in seen:
                seen.add(other)
                yield from _by_letters().get(other, ())


def _cased(read: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return read.upper()
    return read.capitalize() if printed[:1].isupper() else read


# «UBTVQHI5», «UBTVQHI15», «QHl4»: the number of the Assembly, whose 1 is read as a stroke, or twice.
_ASSEMBLY = re.compile(r"(?<=QH)(?:[HIl|]{1,2}1?|1[Il|])(?=\d(?!\d))")
# «1191NQ- UBTVQH15», «1191ÑQ-»: the stroke before the type is lost.
_LOST_STROKE = re.compile(r"(?<=\d)\s?[NÑ](?=Q\s?-\s?(?:UBTVQH|CP|HĐND))")
# «khóa XIH», «lần thứ XHI».
_ROMAN = re.compile(r"\b(?:[Kk]hóa|[Kk]hoá|thứ|hội) ([XVI]*H[XVIH]*)(?!\w)")
# «(hông. tính», «Bắc Giang, đoạt 04. Huy chương»: specks behind a word read as a mark.
_SPECK = re.compile(r"(?<= 0\d)\.(?= [A-ZĐ][a-zà-ỹ])")
_BODIES = ("TỈNH ỦY", "TỈNH UỶ", "THÀNH ỦY", "HUYỆN ỦY", "ĐẢNG ỦY", "BAN THƯỜNG VỤ", "HỘI ĐỒNG NHÂN DÂN", "CHÍNH PHỦ",
           "BAN CHẤP HÀNH", "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "ỦY BAN NHÂN DÂN", "QUỐC HỘI", "THƯỜNG TRỰC")  # fmt: skip
_SIGNED_FOR = re.compile(r"(?<=T/M )[A-ZĐÀ-Ỵ]{2,}(?: [A-ZĐÀ-Ỵ]{2,}){1,4}")
_STARTED_WORD = re.compile(r"(?<=\s)[#/\\|]([a-zà-ỹ]{2,})(?= [a-zà-ỹ0-9])")


# «51.000 tỷ đông»: after a figure nothing else than money.
_MONEY = re.compile(r"(?<=\d )((?:nghìn |ngàn )?(?:tỷ|tỉ|triệu|nghìn) )(?:đông|dồng|đổng|đòng)(?![^\W\d_])")
# «sÁN ABÍ THƯ»: the seal runs into the post.
_GLUED_POST = re.compile(r"(?<=[A-ZĐÀ-Ỵ])(?=(?:BÍ THƯ|CHỦ TỊCH)[ \t]*$)", re.MULTILINE)


def _money(text: str) -> Iterator[TextEdit]:
    """«51.000 tỷ đông» → «51.000 tỷ đồng»."""
    for match in _MONEY.finditer(text):
        yield TextEdit(match.end(1), match.end(), "đồng", "ocr_repairs.money")


# «17/99⏎xã phường»: two kinds of one list, whose comma the scan lost and the text has elsewhere.
_UNPARTED = re.compile(r"(?<=\d)\s(xã)(?= phường(?![^\W\d_]))")


def _list_commas(text: str) -> Iterator[TextEdit]:
    """«17/99 xã phường» → «17/99 xã, phường», in a text that writes «xã, phường»."""
    if "xã, phường" in text:
        for match in _UNPARTED.finditer(text):
            yield TextEdit(match.end(), match.end(), ",", "ocr_repairs.list_comma")


def _glued_posts(text: str) -> Iterator[TextEdit]:
    """«ABÍ THƯ» → «A BÍ THƯ»."""
    for match in _GLUED_POST.finditer(text):
        yield TextEdit(match.start(), match.start(), " ", "ocr_repairs.glued_post")


def _assembly_numbers(text: str) -> Iterator[TextEdit]:
    """«UBTVQHI5» → «UBTVQH15»."""
    for match in _ASSEMBLY.finditer(text):
        yield TextEdit(match.start(), match.end(), "1", "ocr_repairs.assembly_number")


def _lost_strokes(text: str) -> Iterator[TextEdit]:
    """«1191ÑQ- UBTVQH15» → «1191/NQ- UBTVQH15»."""
    for match in _LOST_STROKE.finditer(text):
        yield TextEdit(match.start(), match.end(), "/N", "ocr_repairs.lost_stroke")


def _roman_numerals(text: str) -> Iterator[TextEdit]:
    """«khóa XIH» → «khóa XIII»: H is two strokes."""
    for match in _ROMAN.finditer(text):
        read = match[1].replace("H", "II")
        if re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", read):
            yield TextEdit(match.start(1), match.end(1), read, "ocr_repairs.roman_numeral")


def _signing_bodies(text: str) -> Iterator[TextEdit]:
    """«T/M TĨNH UY» → «T/M TỈNH ỦY»: a signature is for one of few bodies."""
    for match in _SIGNED_FOR.finditer(text):
        words = match.group()
        if any(words.startswith(body) for body in _BODIES):
            continue
        letters = bare_word(words)
        body = next((body for body in _BODIES if letters.startswith(bare_word(body))), None)
        if body is not None:
            yield TextEdit(match.start(), match.start() + len(body), body, "ocr_repairs.signing_body")


def _specks(text: str) -> Iterator[TextEdit]:
    """«đoạt 04. Huy chương» → «đoạt 04 Huy chương»."""
    for match in _SPECK.finditer(text):
        yield TextEdit(match.start(), match.end(), "", "ocr_repairs.speck")


def _damaged_first_letters(text: str) -> Iterator[TextEdit]:
    """«#rong tháng», «/rước ngày»: the first letter of a word in italics."""
    for match in _STARTED_WORD.finditer(text):
        after = _WORD.match(text, match.end() + 1)
        whole = "t" + fold(match[1])
        if whole in _syllables() and after is not None and SYLLABLE_PAIRS.count(whole, fold(after.group())) >= FREQUENT:
            yield TextEdit(match.start(), match.start() + 1, "t", "ocr_repairs.first_letter")


_FORMS = (
    _assembly_numbers,
    _money,
    _list_commas,
    _glued_posts,
    _lost_strokes,
    _roman_numerals,
    _signing_bodies,
    _specks,
    _damaged_first_letters,
)

__all__: Sequence[str] = ("RECOGNISERS", "ocr_repairs")
