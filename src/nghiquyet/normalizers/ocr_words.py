"""Words that recognisers misread, read right where two witnesses speak: the shape of the letters and the words around.

A word is put right when what stands there is never written beside its neighbours in 120 million characters of official
Vietnamese, and one word of the same shape often is. Where the evidence is weaker the other readings are suggested.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nghiquyet.lexicons.cue_pairs import SYLLABLE_PAIRS
from nghiquyet.records import Doubt, TextEdit
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, without_marks

_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
WORD = re.compile(r"[^\W\d_]+")
_STROKES = re.compile(r"(?=[Hl|]{0,3}[XVI])[XVIHl|]{1,6}")
# What is read → what was printed: beside all marks of the same letter these shapes.
_SHAPES: dict[str, str] = {
    "f": "t", "ƒ": "t", "j": "i", "w": "v", "z": "r", "b": "h", "h": "b", "c": "e", "e": "c", "l": "i", "q": "g",
    "m": "n", "n": "m", "r": "t", "g": "q", "đ": "d", "d": "đ", "ï": "i", "î": "i", "ñ": "n", "ö": "ô", "ü": "u",
    "ä": "ă", "ë": "ê", "ç": "c",
}  # fmt: skip
# A speck over a letter: «phong tràơ».
_ADDED_MARKS = {"ơ": "o", "â": "a", "ê": "e"}
FREQUENT = 40
"""Counts of a pair that the language has."""
MOST_SUGGESTED = 3
SHARE = 0.4
"""Of what stands beside the only neighbour that can speak; the other is a comma, a number, a page end."""
CERTAIN = 400
"""Counts of a pair that need no second neighbour, where the pair is a term."""
CLEAR = 8
"""How many times better the best reading is than the next."""


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    before: str
    """The folded word directly before it, empty at a border."""
    after: str


def damaged_words(text: str) -> Iterator[TextEdit]:
    for token in _tokens(text):
        read = _reading(token)
        if read is not None:
            yield TextEdit(token.start, token.end, _cased(read, token.text), f"ocr_repairs.{_rule(token.text)}")


def doubtful_words(text: str) -> Iterator[Doubt]:
    """Words that no neighbour knows, with the readings that the neighbours would know better."""
    for token in _tokens(text):
        ranked = [word for count, word in _ranked(token, fold(token.text)) if count >= FREQUENT]
        if ranked and _reading(token) is None:
            words = ", ".join(_cased(word, token.text) for word in ranked[:MOST_SUGGESTED])
            yield Doubt("text.suggestion", (("found", token.text), ("words", words)), token.start, token.end)


def is_syllable(word: str) -> bool:
    """Whether running text has the folded word in a pair."""
    return word in _syllables()


def _rule(word: str) -> str:
    return "syllable_pair" if fold(word) in _syllables() else "no_syllable"


def _tokens(text: str) -> Iterator[Token]:
    """The words that may be wrong, with their neighbours: not names, not abbreviations."""
    words = list(WORD.finditer(text))
    folded = [fold(word.group()) for word in words]
    for place, word in enumerate(words):
        before = folded[place - 1] if place and _joined(text, words[place - 1].end(), word.start()) else ""
        after = (
            folded[place + 1] if place + 1 < len(words) and _joined(text, word.end(), words[place + 1].start()) else ""
        )
        if not (before or after) or len(word.group()) > 8 or _is_no_word(word.group()):
            continue
        if SYLLABLE_PAIRS.count(before, folded[place]) or SYLLABLE_PAIRS.count(folded[place], after):
            continue
        if text[word.end() : word.end() + 1] in _MARKS or text[word.start() - 1 : word.start()] in _MARKS:
            continue
        before, after = _usual(before), _usual(after)
        capital = word.group().istitle()
        beside = words[place - 1 : place] * bool(before) + words[place + 1 : place + 2] * bool(after)
        # A capital begins a name where another stands beside it.
        if capital and (not after or any(other.group()[0].isupper() for other in beside)):
            continue
        yield Token(word.start(), word.end(), word.group(), before, after)


def _is_no_word(text: str) -> bool:
    """An abbreviation, or a Roman numeral with damaged strokes: «XIlI»."""
    return (text.isupper() and (text.isascii() or len(text) < 3)) or _STROKES.fullmatch(text) is not None


def _joined(text: str, end: int, start: int) -> bool:
    """Whether only a blank or the end of a line stands between two words."""
    between = text[end:start]
    return between == " " or (
        len(between) < 4 and between.isspace() and between.count("\n") < 2 and "\f" not in between
    )


def _reading(token: Token) -> str | None:
    """The one word of the same shape that stands beside these neighbours; None where there is none, or two."""
    word = fold(token.text)
    ranked = _ranked(token, word)
    if not ranked or (len(ranked) > 1 and ranked[1][0] * CLEAR > ranked[0][0]):
        return None
    if not _is_attested(token, word, ranked[0][1]) or (word in _syllables() and _is_neighbour_at_fault(token, word)):
        return None
    return ranked[0][1]


def _is_neighbour_at_fault(token: Token, word: str) -> bool:
    """Whether the word is right beside another reading of its neighbour: «tình hinh» is «tình hình», not «tinh hinh»."""
    left = token.before and not token.after
    beside = token.before if left else token.after
    counts = (
        SYLLABLE_PAIRS.count(other, word) if left else SYLLABLE_PAIRS.count(word, other)
        for other in _candidates(beside)
    )
    return not (token.before and token.after) and any(count >= CERTAIN for count in counts)


def _ranked(token: Token, word: str) -> list[tuple[int, str]]:
    """Every word of the same shape with its count beside the neighbours, the most frequent first. One letter of
    another shape and all marks as they are («frọng» for «trọng»), or «ẳ» for «ả», counts for more."""
    found = []
    for candidate in _candidates(word):
        count = SYLLABLE_PAIRS.count(token.before, candidate) + SYLLABLE_PAIRS.count(candidate, token.after)
        if count:
            found.append((count * (CLEAR if _is_one_letter_off(word, candidate) else 1), candidate))
    return sorted(found, reverse=True)


def _is_one_letter_off(word: str, candidate: str) -> bool:
    if word.replace("ẳ", "ả") == candidate:
        return True
    apart = [pair for pair in zip(word, candidate, strict=False) if pair[0] != pair[1]]
    if len(word) != len(candidate) or len(apart) != 1:
        return False
    return apart[0][1] in (_SHAPES.get(apart[0][0]), _ADDED_MARKS.get(apart[0][0]))


def _usual(word: str) -> str:
    """The word that a neighbour damaged in the commonest way was: «đẳm» is «đảm»."""
    return word if "ẳ" not in word or word in _syllables() else word.replace("ẳ", "ả")


def _is_attested(token: Token, word: str, candidate: str) -> bool:
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
    if max(left, right) >= CERTAIN and _is_term(token, word, candidate, left, right):
        return True
    if left:
        return left >= FREQUENT and left >= SHARE * _totals()[0].get(token.before, 0)
    return right >= FREQUENT and right >= SHARE * _totals()[1].get(token.after, 0)


def _is_bound(token: Token, candidate: str, left: int, right: int) -> bool:
    """Whether the candidate belongs to a neighbour as words of one term do, more than by chance: «tại», «có» never do."""
    before, behind = _totals()
    by_chance_left = before.get(token.before, 0) * behind.get(candidate, 0) / _ALL
    by_chance_right = before.get(candidate, 0) * behind.get(token.after, 0) / _ALL
    return (
        left >= LIFT * by_chance_left
        and right >= LIFT * by_chance_right
        and max(left / max(by_chance_left, 1), right / max(by_chance_right, 1)) >= STRONG_LIFT
    )


def _is_term(token: Token, word: str, candidate: str, left: int, right: int) -> bool:
    """Whether the candidate and the one neighbour that can speak are words of one term: «kinh tê» is «kinh tế». More is
    asked where what stands there is a word too: «bảo đảm tinh» is no «bảo đảm tính»."""
    before, behind = _totals()
    by_chance = (
        before.get(token.before, 0) * behind.get(candidate, 0)
        if left
        else before.get(candidate, 0) * behind.get(token.after, 0)
    )
    lift = FIRM_LIFT if word in _syllables() else STRONG_LIFT
    return (left or right) * _ALL >= lift * max(by_chance, 1)


_ALL = 20_000_000
"""Pairs counted in all, about."""
LIFT, STRONG_LIFT, FIRM_LIFT = 1.0, 8.0, 40.0


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
        found.setdefault(without_marks(syllable), []).append(syllable)
    return {letters: tuple(syllables) for letters, syllables in found.items()}


def _candidates(word: str) -> Iterator[str]:
    """Syllables with the same letters and other marks; with one letter of another shape where the word is none."""
    if _usual(word) in _syllables() and _usual(word) != word:
        yield _usual(word)
        return
    letters = without_marks(word)
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
    # «TlÊU»: a stroke of the capitals was read small.
    if len(printed) > 1 and printed.replace("l", "I").isupper():
        return read.upper()
    return read.capitalize() if printed[:1].isupper() else read
