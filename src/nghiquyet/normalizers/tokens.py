"""Texts that were cut into words by a tool: «Hội_đồng_nhân_dân tỉnh , thành_phố ;»."""

from collections.abc import Iterator

from nghiquyet.records import SourceText, TextEdit
from nghiquyet.text import patterns as re

_JOINED = re.compile(r"(?<=[^\W\d_])_(?=[^\W_])")
_BEFORE_MARK = re.compile(r"(?<=[^\s]) +(?=[,;.:!?)\]%”/](?:\s|$)|[,;.:)])|(?<=[(\[“/]) +(?=\S)|(?<=\d) +(?=/\s?\S)")
MOST_UNJOINED = 40
"""One joined word in so many characters shows that a line was cut into words."""
# Names of files, fields and addresses keep their underscores.
_NAME = re.compile(r"[<>=@{}]|://|\.[a-z]{2,4}\b")
_LINE_END = re.compile(r"[\n\f]")


def joined_words(source: SourceText) -> Iterator[TextEdit]:
    """«Uỷ_ban_nhân_dân» → «Uỷ ban nhân dân», «tỉnh , thành» → «tỉnh, thành», where a whole line is like that."""
    text = source.text
    for start, end in _lines_with_underscores(text):
        joints = [match.start() for match in _JOINED.finditer(text, start, end)]
        if not joints or len(joints) * MOST_UNJOINED < end - start or _NAME.search(text, start, end):
            continue
        for joint in joints:
            yield TextEdit(joint, joint + 1, " ", "tokens.joined_words")
        for match in _BEFORE_MARK.finditer(text, start, end):
            yield TextEdit(match.start(), match.end(), "", "tokens.blanks_before_marks")


def _lines_with_underscores(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold an underscore, each looked for from the end of the one before."""
    reached = 0
    position = text.find("_")
    while position >= 0:
        start = max(text.rfind("\n", reached, position), text.rfind("\f", reached, position), reached - 1) + 1
        stop = _LINE_END.search(text, position)
        end = stop.start() if stop else len(text)
        yield start, end
        reached, position = end, text.find("_", end)
