"""Texts that were cut into words by a tool: «Hội_đồng_nhân_dân tỉnh , thành_phố ;»."""

import re
from collections.abc import Iterator

from nghiquyet.records import SourceText, TextEdit

_JOINED = re.compile(r"(?<=[^\W\d_])_(?=[^\W_])")
_BEFORE_MARK = re.compile(r"(?<=[^\s]) +(?=[,;.:!?)\]%”/](?:\s|$)|[,;.:)])|(?<=[(\[“/]) +(?=\S)|(?<=\d) +(?=/\s?\S)")
MOST_UNJOINED = 40
"""One joined word in so many characters shows that the whole text was cut into words."""


def joined_words(source: SourceText) -> Iterator[TextEdit]:
    """«Uỷ_ban_nhân_dân» → «Uỷ ban nhân dân», «tỉnh , thành» → «tỉnh, thành», where a whole text is like that."""
    text = source.text
    if text.count("_") * MOST_UNJOINED < len(text) or "_" not in text:
        return
    joints = list(_JOINED.finditer(text))
    if len(joints) * MOST_UNJOINED < len(text):
        return
    for match in joints:
        yield TextEdit(match.start(), match.end(), " ", "tokens.joined_words")
    for match in _BEFORE_MARK.finditer(text):
        yield TextEdit(match.start(), match.end(), "", "tokens.blanks_before_marks")
