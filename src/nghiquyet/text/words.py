"""Words of Vietnamese, several syllables long («phát triển», «kinh tế»): the only door to underthesea.

underthesea is imported on the first call: it takes a quarter of a second and 90 MB, and no parser needs it. Its first
call from several threads at once crashes, so one lock guards one warm-up; it sets up the root logger, which is put back.
"""

import logging
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, one_spelling

_WARM_UP = "Đẩy mạnh phát triển kinh tế."
_SYLLABLE = re.compile(r"\w+(?:[./-]\w+)*|[^\w\s]")
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, or a mark between words, with its place."""

    text: str
    start: int
    end: int
    key: str
    """What spelling variants share; empty for punctuation."""


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order, by underthesea; offsets count in ``text``, which should be NFC.

    Text that is not NFC, and text whose words cannot be found again in it, is cut at blanks and marks instead.
    """
    if not text.strip():
        return ()
    if not unicodedata.is_normalized("NFC", text):
        return syllables(text)
    # Spelt in one way, or «cụ thể hóa» would be one word and «cụ thể hoá» two.
    plain = one_spelling(text)
    found = _located(text, plain, _tokenizer()(plain))
    return syllables(text) if found is None else found


def syllables(text: str) -> tuple[Word, ...]:
    """The syllables, numbers and marks of ``text``, without a model of the language."""
    return tuple(_word(match.group(), match.start(), match.end()) for match in _SYLLABLE.finditer(text))


@cache
def _tokenizer() -> Callable[[str], list[str]]:
    with _lock:
        root = logging.getLogger()
        handlers, level = root.handlers[:], root.level
        try:
            from underthesea import word_tokenize

            def tokenize(text: str) -> list[str]:
                # The default rewrites hoá to hóa, so that nothing is found again in the text.
                return [str(token) for token in word_tokenize(text, use_token_normalize=False)]

            tokenize(_WARM_UP)
        finally:
            root.handlers[:] = handlers
            root.setLevel(level)
    return tokenize


def _located(text: str, plain: str, tokens: list[str]) -> tuple[Word, ...] | None:
    """The tokens of ``plain`` at their places in ``text``, blanks passed over; None when one is not found where it must be."""
    found: list[Word] = []
    position, length = 0, len(text)
    for token in tokens:
        while position < length and text[position].isspace():
            position += 1
        start = position
        for character in token:
            if character.isspace():
                while position < length and text[position].isspace():
                    position += 1
            elif position < length and plain[position] == character:
                position += 1
            else:
                return None
        if position > start:
            found.append(_word(text[start:position], start, position))
    return None if text[position:].strip() else tuple(found)


def _word(text: str, start: int, end: int) -> Word:
    return Word(text, start, end, fold(text) if any(map(str.isalnum, text)) else "")
