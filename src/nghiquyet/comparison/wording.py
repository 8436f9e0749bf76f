"""What changed in the wording: a diff of words, and words that are the same but for slips of reading."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from nghiquyet.comparison.changes import Piece
from nghiquyet.text.vietnamese import without_marks
from nghiquyet.text.words import Word

_Text = Sequence[Word]


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
    differ do so by marks or by one letter («phân đấu», «phấn đấu»)."""
    if len(before) != len(after):
        return False
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    if len(pairs) > max(1, len(before) // 12):
        return False
    return all(_is_slip(one, other) for one, other in pairs)


def _is_slip(one: str, other: str) -> bool:
    if any(map(str.isdigit, one + other)):
        return False
    first, second = without_marks(one), without_marks(other)
    if first == second:
        return True
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
