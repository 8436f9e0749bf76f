"""Texts that were cut into words by a tool: «Hội_đồng_nhân_dân tỉnh , thành_phố ;»."""

import re
from collections.abc import Iterator

from nghiquyet.records import SourceText, TextEdit

_JOINED = re.compile(r"(?<=[^\W\d_])_(?=[^\W_])")
_BEFORE_MARK = re.compile(r"(?<=[^\s]) +(?=[,;.:!?)\]%”/](?:\s|$)|[,;.:)])|(?<=[(\[“/]) +(?=\S)|(?<=\d) +(?=/\s?\S)")
MOST_UNJOINED = 40
"""One joined word in so many characters shows that a line was cut into words."""
# Names of files, fields and addresses keep their underscores.
_NAME = re.compile(r"[<>=@{}]|://|\.[a-z]{2,4}\b")
_LINE = re.compile(r"[^\n\f]*_[^\n\f]*")


def joined_words(source: SourceText) -> Iterator[TextEdit]:
    """«Uỷ_ban_nhân_dân» → «Uỷ ban nhân dân», «tỉnh , thành» → «tỉnh, thành», where a whole line is like that."""
    text = source.text
    if "_" not in text:
        return
    for line in _LINE.finditer(text):
        start, end = line.span()
        joints = [match.start() for match in _JOINED.finditer(text, start, end)]
        if not joints or len(joints) * MOST_UNJOINED < end - start or _NAME.search(text, start, end):
            continue
        for joint in joints:
            yield TextEdit(joint, joint + 1, " ", "tokens.joined_words")
        for match in _BEFORE_MARK.finditer(text, start, end):
            yield TextEdit(match.start(), match.end(), "", "tokens.blanks_before_marks")
