"""Vietnamese spelling: forms that are equal to a reader."""

import unicodedata
from collections.abc import Sequence

from nghiquyet.text import patterns as re

LOWER = "a-zđăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
"""Small letters, for use inside a character class: a range «à-ỹ» would take capitals in too."""
UPPER = "A-Z" + LOWER[3:].upper()
"""Capital letters, for use inside a character class."""

HYPHENS = "-‐‑‒–—−"

# QĐ 1989 Điều 8 puts the tone on the main vowel (hoà, thuỷ), common use on the first (hòa, thủy); never after q.
_NEW_STYLE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# The patterns begin with one character, so that the engine leaps from hit to hit.
_TONE_AT_END = re.compile(r"[ou](?<![qQ][ou])(?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?![^\W\d_])")
# QĐ 1989 Điều 9 writes hi vọng, tỉ lệ, lí luận; official texts write tỷ, kỷ, lý.
_I_SYLLABLES = ("tỉ", "kỉ", "kĩ", "lí", "mĩ", "sĩ", "quí")
_Y_OF_I = {"ỉ": "ỷ", "ĩ": "ỹ", "í": "ý"}
_OTHER_FORMS = (*_NEW_STYLE, *_I_SYLLABLES)
"""One of these stands in every text that has a word to be spelt anew: looking for them costs a tenth of the patterns."""
_SYLLABLE_IN_I = re.compile(r"[ỉĩí](?!\w)(?:" + "|".join(rf"(?<=(?<!\w){word})" for word in _I_SYLLABLES) + ")")


def fold(text: str) -> str:
    """A key under which spelling variants of one phrase are equal: lower case, NFC, one blank, old tone place, y forms.

    «Uỷ ban  Nhân dân», «ủy ban nhân dân» → «ủy ban nhân dân»; «tỉ lệ» → «tỷ lệ».
    The length may change: use it to compare, never to find offsets.
    """
    return one_spelling(unicodedata.normalize("NFC", " ".join(text.split())).lower().replace("ð", "đ"))


def one_spelling(text: str) -> str:
    """``text`` with «hoá», «tỉ lệ» spelt «hóa», «tỷ lệ», character by character: offsets stay. Capitals stay as they are."""
    if not any(map(text.__contains__, _OTHER_FORMS)):
        return text
    moved = _TONE_AT_END.sub(lambda match: _NEW_STYLE[match.group()], text)
    return _SYLLABLE_IN_I.sub(lambda match: _Y_OF_I[match.group()], moved)


def _decomposed(text: str) -> str:
    """Letters without their marks, by taking every letter apart."""
    plain = text.replace("Đ", "D").replace("đ", "d").replace("Ð", "D").replace("ð", "d")
    decomposed = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c))).lower()


# ASCII stands in the table too: a character that is not there costs five times as much.
_BARE = str.maketrans(
    {letter: _decomposed(letter) for letter in [*LOWER[3:], *UPPER[3:], *"ðÐ", *map(chr, range(128))]}
)


def without_marks(text: str) -> str:
    """Lower-case ASCII letters only where marks are dropped: «Đảng bộ tỉnh» → «dang bo tinh».

    By one table, eight times as fast, where every letter is Vietnamese and composed.
    """
    plain = text.translate(_BARE)
    return plain if plain.isascii() else _decomposed(plain)


def bare_words(words: Sequence[str]) -> list[str]:
    """``without_marks`` of each word, none of which holds a blank: the table is gone through once for all of them."""
    plain = " ".join(words).translate(_BARE).split(" ") if words else ()
    return [word if word.isascii() else without_marks(word) for word in plain]


_SLUG_WORDS = re.compile(r"[a-z0-9]+")


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, for identities: «233-NQ/TU» → «233-nq-tu»."""
    return "-".join(_SLUG_WORDS.findall(without_marks(text)))


def normal_case(text: str) -> str:
    """A line printed in capitals as a sentence: first letter capital, the rest lower. Other lines stay.

    Proper names inside lose their capitals: restore them from a table of names where one is at hand.
    """
    return text[:1] + text[1:].lower() if text.isupper() else text
