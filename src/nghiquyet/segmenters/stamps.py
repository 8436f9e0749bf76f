"""Stamps of electronic signatures: «Ký bởi: …», «Cơ quan: …», «Thời gian ký: 28.01.2026 16:00:00 +07:00».

A stamp is known by its time, which has seconds: no sentence of a resolution tells time so. The lines around it belong
to it where they carry its keys, or where nothing but the time and names stand in one paragraph.
"""

from collections.abc import Sequence

from nghiquyet.segmenters.lines import Line
from nghiquyet.text import patterns as re

LONGEST = 140
MOST_LINES = 8
"""Above or below the time."""
LONGEST_NAME = 60
MOST_NAMES = 3

_TIME = re.compile(
    r"(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}[-./]\d{2}[-./]\d{2})[,T\s]\s*\d{1,2}:\d{2}:\d{2}"
    r"(?:\s?(?:AM|PM|SA|CH))?(?:\s*(?:GMT|UTC)?\s?[+-]\d{2}[:']?\d{2}'?)?"
)
_KEY = re.compile(
    r"(?:Ký (?:số )?(?:bởi|ngày)|Được ký (?:số )?bởi|Người ký|Cơ quan|Đơn vị|Tổ chức|Chức vụ|E-?mail|(?:Thời gian|Ngày|Giờ) ký"
    r"|Digitally signed(?: by)?|Signed by|Signature (?:Not Verified|valid)|DN|Date|Reason|Location)\s*:?\s"
    r"|Signature Not Verified|S[Aa][Oo] [YyLl][A-ZĐa-zà-ỹ ]*;"
)


def find_stamps(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines of stamps."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        if len(line.text) > LONGEST or line.text.count(":") < 2 or line.table is not None:
            continue
        match = _TIME.search(line.text)
        if match is None:
            continue
        bare = match.group() == line.text
        if bare:
            found.update(_names_above(lines, place))
        elif not _KEY.match(line.text):
            continue
        found.add(place)
        for step in (-1, 1):
            found.update(_keyed(lines, place, step))
    return sorted(found)


def _names_above(lines: Sequence[Line], place: int) -> list[int]:
    """The lines of the paragraph that ends with a bare time: a few names and no more."""
    first = place
    while first > 0 and not lines[first].blank_before:
        first -= 1
    above = list(range(first, place))
    short = all(len(lines[index].text) <= LONGEST_NAME for index in above)
    return above if short and len(above) <= MOST_NAMES else []


def _keyed(lines: Sequence[Line], place: int, step: int) -> list[int]:
    """The lines with keys that follow one another from ``place``; one without between two of them goes on the first."""
    taken: list[int] = []
    waiting: list[int] = []
    index = place + step
    while 0 <= index < len(lines) and abs(index - place) <= MOST_LINES and lines[index].table is None:
        line = lines[index]
        if len(line.text) > LONGEST:
            break
        if _KEY.match(line.text + " "):
            taken += [*waiting, index]
            waiting = []
        elif waiting or len(line.text) > LONGEST_NAME:
            break
        else:
            waiting.append(index)
        index += step
    return taken
