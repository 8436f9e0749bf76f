"""One form for each character: composed letters, plain blanks, no characters that print nothing."""

import unicodedata
from collections.abc import Iterator

from nghiquyet.records import SourceText, TextEdit
from nghiquyet.text import patterns as re

_MARKS = "\u0300-\u036f"
# NBSP and its kin: as many blanks, so that aligned columns stay aligned. Tabs are left to the line splitter.
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Soft hyphen, zero-width characters, a mark of byte order inside the text.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
# One class and no group: a scan over it costs a fifth of an alternation. «Ð» is typed for «Đ»: «Ðiều 4», «QÐ-».
_ODD = re.compile(f"[{_MARKS}]+|[{_BLANKS}]|[{_INVISIBLE}]+|Ð")
_ANY = re.compile(f"[{_MARKS}{_BLANKS}{_INVISIBLE}Ð]")
_MARK, _BLANK = re.compile(f"[{_MARKS}]"), re.compile(f"[{_BLANKS}]")


def character_forms(source: SourceText) -> Iterator[TextEdit]:
    """«e» + combining marks → «ệ» (NFC); wide blanks → a blank; «Ð» (U+00D0) → «Đ»; zero-width characters go."""
    text = source.text
    first = _ANY.search(text)
    if first is None:
        return
    for match in _ODD.finditer(text, first.start()):
        start, end = match.span()
        printed = match.group()
        if _MARK.match(printed):
            start = max(start - 1, 0)
            composed = unicodedata.normalize("NFC", text[start:end])
            if composed != text[start:end]:
                yield TextEdit(start, end, composed, "unicode_forms.composed_letters")
        elif _BLANK.match(printed):
            yield TextEdit(start, end, " ", "unicode_forms.plain_blanks")
        elif printed == "Ð":
            yield TextEdit(start, end, "Đ", "unicode_forms.vietnamese_d")
        else:
            yield TextEdit(start, end, "", "unicode_forms.invisible_characters")
