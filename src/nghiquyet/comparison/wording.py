"""What changed in the wording: a diff of words, and words that are the same but for slips of reading."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from nghiquyet.comparison.changes import Piece
from nghiquyet.lexicons.cue_pairs import SYLLABLE_PAIRS
from nghiquyet.text.vietnamese import without_marks
from nghiquyet.text.words import Word

_Text = Sequence[Word]
_TELLING = 20
"""How often running text must have a pair of syllables to speak against another that it never has."""


def differences(before: Sequence[_Text], after: Sequence[_Text]) -> tuple[Piece, ...]:
    """The texts of one side turned into those of the other: words kept, removed, added; spelling variants are kept."""
    one = [word for text in before for word in text]
    other = [word for text in after for word in text]
    matcher = SequenceMatcher(None, [_key(word) for word in one], [_key(word) for word in other], autojunk=False)
    pieces: list[Piece] = []
    for operation, start, end, from_, to in matcher.get_opcodes():
        if operation == "equal":
            pieces.append(_piece("same", other, from_, to))
            continue
        if end > start:
            pieces.append(_piece("removed", one, start, end))
        if to > from_:
            pieces.append(_piece("added", other, from_, to))
    return tuple(pieces)


def is_misread(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether two lists of syllables are one text read twice: as long, no number changed, and the few syllables that
    differ do so by marks or by one letter, one of them as running text never spells it («phân đấu», «phấn đấu»)."""
    if len(before) != len(after):
        return False
    places = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    if len(places) > max(1, len(before) // 12):
        return False
    return all(_is_slip(before, after, place) for place in places)


def _is_slip(before: Sequence[str], after: Sequence[str], place: int) -> bool:
    """Running text decides where it knows one spelling beside a neighbour and not the other: «phấn đấu», never «phân
    đấu»; but «công nghiệp» and «nông nghiệp» are two words. Where it knows neither, only marks may differ."""
    one, other = before[place], after[place]
    if any(map(str.isdigit, one + other)):
        return False
    first, second = without_marks(one), without_marks(other)
    if first != second and not _one_letter_apart(first, second):
        return False
    verdicts = set()
    for at in (slice(place, place + 2), slice(max(place - 1, 0), place + 1)):
        pairs = before[at], after[at]
        counts = [SYLLABLE_PAIRS.count(*pair) if len(pair) == 2 else 0 for pair in pairs]
        if min(counts) == 0 and max(counts) >= _TELLING:
            verdicts.add(counts[0] > counts[1])
        elif min(counts) > 0:
            verdicts |= {True, False} if first != second else set()
    return len(verdicts) == 1 or (not verdicts and first == second)


def _one_letter_apart(first: str, second: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return min(len(first), len(second)) > 2 and Levenshtein.distance(first, second, score_cutoff=1) <= 1


def _key(word: Word) -> str:
    return word.key or word.text


def _piece(kind: Literal["same", "removed", "added"], words: _Text, start: int, end: int) -> Piece:
    """The words with one blank wherever blanks stood before them, or another sentence."""
    text = ""
    for place in range(start, end):
        apart = place > 0 and words[place].start != words[place - 1].end
        text += f" {words[place].text}" if apart else words[place].text
    return Piece(kind=kind, text=text)
