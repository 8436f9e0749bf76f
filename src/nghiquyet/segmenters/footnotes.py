"""Footnotes: bodies at page ends or at the end of the text, and the marks that call them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.segmenters.lines import Line
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_BODY = re.compile(rf"([{_SUPERSCRIPTS}]+)\s*(?=\S)|\[(\d{{1,2}})\]\s*(?=\S)")
_BRACKET = re.compile(r"\[(\d{1,2})\]")
_PLAIN_BODY = re.compile(r"(\d{1,2})(?:\s+(?=[A-ZĐÀ-Ỵ“\"(])|$)")
MOST_BODY_LINES = 14


@dataclass(frozen=True, slots=True)
class FootnoteBody:
    """A footnote as lines: ``content_start`` is the clean offset behind the mark."""

    marker: str
    lines: tuple[Line, ...]
    content_start: int
    call: tuple[int, int] | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Body:
    printed: str
    marker: str
    lines: tuple[Line, ...]
    content_start: int
    rule: str


def find_footnotes(text: str, lines: Sequence[Line], furniture: frozenset[int]) -> tuple[FootnoteBody, ...]:
    """The footnotes whose body opens a line with its mark, each bound to the call that it explains.

    A bracketed or plain number is a footnote only where a call is found.
    """
    bodies = [*_marked_bodies(lines, furniture), *_plain_bodies(text, lines, furniture)]
    bodies.sort(key=lambda body: body.lines[0].start)
    calls = _calls(text, bodies)
    seen = dict.fromkeys(calls, 0)
    open_calls: dict[str, list[int]] = {printed: [] for printed in calls}
    found: list[FootnoteBody] = []
    taken: set[int] = set()
    position = -1
    for place, body in enumerate(bodies):
        start = body.lines[0].start
        known, before = calls[body.printed], open_calls[body.printed]
        while seen[body.printed] < len(known) and known[seen[body.printed]] < start:
            before.append(known[seen[body.printed]])
            seen[body.printed] += 1
        call: int | None = None
        if _in_a_list(bodies, place):
            # Bodies one below the other at the end of the text follow the order of their calls.
            behind = bisect_right(known, position)
            while behind < len(known) and known[behind] in taken:
                behind += 1
            if behind < len(known) and known[behind] < start:
                call = known[behind]
        else:
            while before and before[-1] in taken:
                before.pop()
            call = before[-1] if before else None
        if call is None and body.rule != "footnotes.superscript_body":
            continue
        if call is not None:
            taken.add(call)
            position = call
        length = len(body.printed)
        found.append(
            FootnoteBody(
                body.marker,
                body.lines,
                body.content_start,
                (call, call + length) if call is not None else None,
                body.rule,
            )
        )
    return tuple(found)


def _marked_bodies(lines: Sequence[Line], furniture: frozenset[int]) -> list[_Body]:
    bodies: list[_Body] = []
    for place, line in enumerate(lines):
        first = line.text[0]
        match = _BODY.match(line.text) if first in _SUPERSCRIPTS or first == "[" else None
        if match is None or line.index in furniture or line.table is not None:
            continue
        body = [line]
        for behind in range(place + 1, len(lines)):
            following = lines[behind]
            # The body goes on over wrapped lines; a blank line or another mark ends it.
            if following.blank_before or following.index in furniture or _BODY.match(following.text):
                break
            if following.table is not None or (match[2] and len(body) >= MOST_BODY_LINES):
                break
            body.append(following)
        printed = match[1] or f"[{match[2]}]"
        marker = match[1].translate(_DIGITS) if match[1] else match[2]
        rule = "footnotes.superscript_body" if match[1] else "footnotes.bracketed_body"
        bodies.append(_Body(printed, marker, tuple(body), line.start + match.end(), rule))
    return bodies


def _plain_bodies(text: str, lines: Sequence[Line], furniture: frozenset[int]) -> list[_Body]:
    """Numbers without a superscript, as PDF text has them: «1 Năm 2024, …» or «1» above its text, at a page end."""
    if "\f" not in text:
        return []
    bodies: list[_Body] = []
    wanted = 1
    for place, line in enumerate(lines):
        match = _PLAIN_BODY.match(line.text) if line.text[0].isdigit() and line.table is None else None
        if match is None or int(match[1]) != wanted or line.index in furniture:
            continue
        body = [line]
        closed = False
        for following in lines[place + 1 : place + 1 + MOST_BODY_LINES]:
            if following.new_page:
                closed = True
                break
            if following.index in furniture:
                continue
            again = _PLAIN_BODY.match(following.text)
            if again is not None and int(again[1]) == wanted + 1:
                closed = True
                break
            body.append(following)
        if not closed or (match.end() == len(line.text) and len(body) < 2):
            continue
        if _glued(match[1]).search(text, max(0, line.start - 6000), line.start) is None:
            continue
        content = line.start + match.end() if match.end() < len(line.text) else body[1].start
        bodies.append(_Body(match[1], match[1], tuple(body), content, "footnotes.plain_body"))
        wanted += 1
    return bodies


def _glued(number: str) -> re.Pattern[str]:
    """A number glued to a word or a figure: «hiện đại1», «dưới 3%30.»."""
    return re.compile(rf"(?<=[{LOWER}%”\")]){number}(?=[\s.,;:)])")


def _calls(text: str, bodies: Sequence[_Body]) -> dict[str, list[int]]:
    """The places of the calls of each mark: behind a word, not at the start of a line."""
    calls: dict[str, list[int]] = {}
    for printed in {body.printed for body in bodies}:
        found: list[int] = []
        if printed.isdecimal():
            found = [match.start() for match in _glued(printed).finditer(text)]
        else:
            position = text.find(printed)
            while position >= 0:
                end = position + len(printed)
                glued = position > 0 and text[position - 1] not in "\n\r\f" and text[position - 1] not in _SUPERSCRIPTS
                if glued and text[end : end + 1] not in tuple(_SUPERSCRIPTS):
                    found.append(position)
                position = text.find(printed, end)
        calls[printed] = found
    return calls


def _in_a_list(bodies: Sequence[_Body], place: int) -> bool:
    """Whether the body stands in a run of bodies, one directly below the other."""
    around = bodies[max(place - 1, 0) : place + 2]
    return len(bodies) > 2 and any(
        second.lines[0].index == first.lines[-1].index + 1 for first, second in pairwise(around)
    )
