"""Strings made comparable: gold and texts differ in Unicode form, blanks, marks of emphasis and case."""

import re
import unicodedata

_EMPHASIS = re.compile(r"\\?[*_#]+|\\(?=[-.()])")
_WORD = re.compile(r"\w+")


def plain(text: object) -> str:
    """NFC, one blank, no emphasis marks, lower case; the empty string for null."""
    if text is None:
        return ""
    return " ".join(_EMPHASIS.sub("", unicodedata.normalize("NFC", str(text))).split()).lower()


def token_f1(wanted: object, found: object) -> float:
    """F1 over the words of two names, as bags."""
    first, second = _WORD.findall(plain(wanted)), _WORD.findall(plain(found))
    if not first or not second:
        return float(first == second)
    common = 0
    rest = list(second)
    for word in first:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / (len(first) + len(second))
