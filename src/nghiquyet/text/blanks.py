"""Blanks: runs of them made one, with the way back."""

from nghiquyet.text import patterns as re
from nghiquyet.text.offsets import OffsetMap

_ODD = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_RUN = re.compile(r"\s{2,}")


_COMMON = "\n\t\r\xa0"


def plain_blanks(text: str) -> str:
    """``text`` with every blank as a space, offsets unchanged."""
    if text.isprintable():
        return text
    for blank in _COMMON:
        if blank in text:
            text = text.replace(blank, " ")
    return _ODD.sub(" ", text) if _ODD.search(text) is not None else text


def squeeze(text: str) -> tuple[str, OffsetMap | None]:
    """``text`` with every run of blanks as one blank, and the map back; no map where no offset moved."""
    text = plain_blanks(text)
    if "  " not in text:
        return text, None
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = position = 0
    for run in _RUN.finditer(text):
        # The first blank of the run is kept.
        stop = run.start() + 1
        parts.append(text[position:stop])
        runs.append((length, position, stop - position))
        length += stop - position
        position = run.end()
    parts.append(text[position:])
    runs.append((length, position, len(text) - position))
    return "".join(parts), OffsetMap(runs)
