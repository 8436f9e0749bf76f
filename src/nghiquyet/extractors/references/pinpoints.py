"""Pinpoints: «điểm a khoản 2 Điều 5», lists and ranges of them, in either order."""

import itertools
from dataclasses import dataclass

from nghiquyet.model import Pinpoint
from nghiquyet.text import patterns as re

_LEVELS = {
    "tiết": "item", "đoạn": "paragraph", "điểm": "point", "khoản": "clause", "điều": "article", "tiểu mục": "subsection",
    "mục": "section", "chương": "chapter", "phần": "part", "phụ lục": "appendix",
}  # fmt: skip
_FINENESS = {
    "paragraph": 0, "item": 1, "point": 2, "clause": 3, "article": 4, "subsection": 5, "section": 6, "chapter": 7,
    "part": 8, "appendix": 9,
}  # fmt: skip
_DIGITS = r"(?:\d{1,3}(?:\.\d{1,2}){0,2}[a-zđ]{0,2}|này)(?![\w%]|[.,]\d|/\d)"
_LETTERS = r"(?:[a-zđ]\d?|\d{1,2}(?:\.\d{1,2})*|này)(?![\w%]|[.,]\d|/\d)"
_ROMANS = r"(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|này)(?![\w%]|[.,]\d|/\d)"
_VALUES = {
    "item": rf"(?:[ivx]+|{_LETTERS})(?!\w)", "paragraph": r"(?:thứ \w+|\d{1,2}|nhất|hai|ba|tư)(?![\w%])", "point": _LETTERS,
    "clause": _DIGITS, "article": _DIGITS, "subsection": _DIGITS, "section": _ROMANS, "chapter": _ROMANS,
    "part": r"(?:thứ \w+|[IVXLC]+)(?!\w)", "appendix": r"(?:số )?(?:[IVXLC]+|\d{1,2}[a-z]?|[A-Z]|này)(?![\w%])",
}  # fmt: skip
_LEVEL = r"(?:[Tt]iết|[Đđ]oạn|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục)"
_WORD = re.compile(rf"(?:từ )?(?:các )?(?P<word>{_LEVEL}) ")
_GROUPS = {
    level: re.compile(
        rf"(?P<first>{value})(?:(?: đến (?:hết )?| ?[-–] ?(?=\d|{_LEVEL} ))(?:{_LEVEL} )?(?P<last>{value}))?"
    )
    for level, value in _VALUES.items()
}
# «Điều này và 01 xã», «khoản 2 và 15 ngày»: a number of things, not a further article.
_COUNTED = r"(?:xã|phường|huyện|quận|tỉnh|thị trấn|đặc khu|đơn vị|người|ngày|tháng|năm|giờ|tổ chức|cá nhân|trường hợp|đồng|triệu|tỷ|%)(?!\w)"
_MORE = {
    level: re.compile(rf"(?: ?, | và | ?, và | hoặc )(?={value}(?! {_COUNTED}))") for level, value in _VALUES.items()
}
_JOIN = re.compile(rf" ?(?:,|;|và|, ?và|; ?và|của|thuộc|tại|hoặc)? ?(?=(?:từ )?(?:các )?{_LEVEL} )")


_APPENDIX = re.compile(r"(?P<word>[Pp]hụ lục|PHỤ LỤC)(?= \(?(?:được )?(?:ban hành )?kèm theo )")

Bounds = tuple[str, str | None]
"""A value, and the other end of its range."""
Partial = dict[str, Bounds]
Step = tuple[str, list[Bounds], bool]
"""A level, its values, and whether it follows the level before it with nothing between."""


_NO_PLACE: dict[str, str | Pinpoint | None] = dict.fromkeys(Pinpoint.model_fields)


@dataclass(frozen=True, slots=True)
class PinpointRun:
    """A run of pinpoints: ``[start, end)`` and the flat cross product of what it names."""

    start: int
    end: int
    pinpoints: tuple[Pinpoint, ...]
    levels: frozenset[str]
    descending: bool
    """From coarse to fine: «Điều 5, khoản 1, điểm đ»."""
    this: bool
    """One of the values is «này»: it points into the document itself."""


def read_pinpoints(text: str, start: int) -> PinpointRun | None:
    """The longest run of pinpoints at ``start``; None when no level word with a value stands there.

    «khoản 2, khoản 3 Điều 4; điểm a khoản 1 Điều 5» names three places.
    """
    segments: list[list[Step]] = [[]]
    follows = False
    position = start
    end = start
    while (word := _WORD.match(text, position)) is not None:
        level = _LEVELS[word["word"].lower()]
        values, stop = _read_values(text, word.end(), level)
        if not values:
            break
        segments[-1].append((level, values, follows))
        end = stop
        join = _JOIN.match(text, stop)
        if join is None:
            break
        if values[-1][0] == "này" and join.group().strip():
            # «khoản 2 Điều này; Điều 5 Nghị quyết này»: what follows belongs to another document, or to none.
            break
        follows = not join.group().strip()
        if ";" in join.group() or "và" in join.group():
            segments.append([])
        position = join.end()
    if end == start:
        return _whole_appendix(text, start)
    # «Mục I Phần I Phụ lục kèm theo Quyết định …»
    appendix = _APPENDIX.match(text, end + 1) if text[end : end + 1] == " " else None
    if appendix is not None:
        segments[-1].append(("appendix", [(appendix["word"], None)], True))
        end = appendix.end("word")
    partials: list[Partial] = []
    for segment in segments:
        if len(segment) > 1 and _is_descending([level for level, _, _ in segment]):
            _coarse_to_fine(partials, segment)
        else:
            for step in segment:
                _govern(partials, *step)
    levels = [level for segment in segments for level, _, _ in segment]
    pinpoints = tuple(_pinpoint(partial) for partial in partials)
    this = "này" in text[start:end]
    return PinpointRun(start, end, pinpoints, frozenset(levels), _is_descending(levels), this)


def _whole_appendix(text: str, start: int) -> PinpointRun | None:
    """«Phụ lục kèm theo Nghị quyết này»: the only one, named by its kind."""
    match = _APPENDIX.match(text, start)
    if match is None:
        return None
    place = Pinpoint(appendix=match["word"])
    return PinpointRun(start, match.end("word"), (place,), frozenset({"appendix"}), True, False)


def _read_values(text: str, position: int, level: str) -> tuple[list[Bounds], int]:
    values: list[Bounds] = []
    end = position
    while (match := _GROUPS[level].match(text, position)) is not None:
        values.append((match["first"], match["last"]))
        end = match.end()
        more = _MORE[level].match(text, end)
        if more is None:
            break
        position = more.end()
    return values, end


def _is_descending(levels: list[str]) -> bool:
    """«Điều 5, khoản 1, điểm đ»: coarse to fine, as Party papers sometimes have it."""
    return all(_FINENESS[before] > _FINENESS[after] for before, after in itertools.pairwise(levels))


def _coarse_to_fine(partials: list[Partial], segment: list[Step]) -> None:
    """«Điều 5, khoản 1, điểm đ»: each level stands inside the one before it."""
    places: list[Partial] = [{}]
    for level, values, _ in segment:
        places = [{**place, level: value} for place in places for value in values]
    partials.extend(places)


def _govern(partials: list[Partial], level: str, values: list[Bounds], follows: bool) -> None:
    """«điểm a, điểm b khoản 2 Điều 5»: a coarser level holds all finer places right before it.

    So does a finer one that follows them at once: «khoản 2 mục II Điều 1», where an article has sections.
    """
    fineness = _FINENESS[level]
    last = partials[-1] if partials and follows else None
    waiting = 0
    for partial in reversed(partials):
        if level in partial:
            break
        if any(_FINENESS[other] > fineness for other in partial) and (last is None or partial.keys() != last.keys()):
            break
        waiting += 1
    if not waiting:
        partials.extend({level: value} for value in values)
        return
    governed = partials[len(partials) - waiting :]
    del partials[len(partials) - waiting :]
    partials.extend({**partial, level: value} for value in values for partial in governed)


def _pinpoint(partial: Partial) -> Pinpoint:
    first = {level: value for level, (value, _) in partial.items()}
    last = {level: upper for level, (_, upper) in partial.items() if upper is not None}
    there = Pinpoint.trusted(_NO_PLACE | first | last) if last else None
    return Pinpoint.trusted({**_NO_PLACE, **first, "to": there})
