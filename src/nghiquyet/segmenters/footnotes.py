"""Footnotes: bodies at page ends, and the marks in the text that call them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.segmenters.lines import Line

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_BODY = re.compile(rf"([{_SUPERSCRIPTS}]+)\s*(?=\S)|\[(\d{{1,2}})\]\s*(?=[A-ZĐÀ-Ỵ])")


@dataclass(frozen=True, slots=True)
class FootnoteBody:
    """A footnote as lines: ``content_start`` is the clean offset behind the mark."""

    marker: str
    lines: tuple[Line, ...]
    content_start: int
    call: tuple[int, int] | None
    rule: str


def find_footnotes(text: str, lines: Sequence[Line], furniture: frozenset[int]) -> tuple[FootnoteBody, ...]:
    """The footnotes whose body opens a line with its mark; each is bound to the nearest call before it."""
    bodies: list[FootnoteBody] = []
    taken: set[int] = set()
    for position, line in enumerate(lines):
        match = _BODY.match(line.text) if line.text[0] in _SUPERSCRIPTS or line.text[0] == "[" else None
        if match is None or line.index in furniture:
            continue
        printed = match[1] or f"[{match[2]}]"
        marker = match[1].translate(_DIGITS) if match[1] else match[2]
        call = _call_before(text, printed, line.start, taken)
        if match[2] and call is None:
            continue
        if call is not None:
            taken.add(call)
        body = [line]
        for following in lines[position + 1 :]:
            # The body goes on over wrapped lines; a blank line or another mark ends it.
            if following.blank_before or following.index in furniture or _BODY.match(following.text):
                break
            body.append(following)
        bodies.append(
            FootnoteBody(
                marker,
                tuple(body),
                line.start + match.end(),
                (call, call + len(printed)) if call is not None else None,
                "footnotes.superscript_body" if match[1] else "footnotes.bracketed_body",
            )
        )
    return tuple(bodies)


def _call_before(text: str, printed: str, before: int, taken: set[int]) -> int | None:
    """The nearest mark before the body that follows a word and is not called already."""
    position = text.rfind(printed, 0, before)
    while position > 0:
        glued = text[position - 1] not in "\n\r\f" and text[position - 1] not in _SUPERSCRIPTS
        alone = text[position + len(printed) : position + len(printed) + 1] not in _SUPERSCRIPTS or (
            position + len(printed) >= len(text)
        )
        if glued and alone and position not in taken:
            return position
        position = text.rfind(printed, 0, position)
    return None
