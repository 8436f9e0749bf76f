"""Zones: where the front ends, the preamble ends, the closing begins, attachments begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nghiquyet.lexicons.profiles import Profile, formula, profile, signature_marks
from nghiquyet.segmenters.attachments import first_attachment
from nghiquyet.segmenters.letterheads import is_header
from nghiquyet.segmenters.units import Unit
from nghiquyet.text import patterns as re

_SIGNED_TABLE = re.compile(r"N[ơo]i nh[ậâ]n|(?:^|[|\s])(?:TM|T/M|KT|K/T|TL|T/L)\s?\.?\s?[A-ZĐ]{2}|CHỦ TỊCH|\(?[Đđ]ã ký")
_RESUMING = frozenset({"article", "roman", "upper", "arabic", "decimal", "chapter", "part"})
_HEADED = frozenset({"part", "chapter", "article", "roman"})
_OPENING = frozenset({"part", "chapter", "section", "article", "roman", "upper", "arabic"})


@dataclass(frozen=True, slots=True)
class Zones:
    """Half-open borders between the units: front | preamble | body | closing | attachments."""

    preamble: int
    body: int
    closing: int
    attachments: int


class _Words:
    """The formulas of a profile, by the place where they stand."""

    __slots__ = (
        "adopter", "adoption", "authority", "basis", "dissemination", "effect", "enacting", "enacting_sentence", "recipients",
        "sentence_title", "subject", "title", "title_goes_on",
    )  # fmt: skip

    def __init__(self, profile: Profile) -> None:
        self.title = profile.formula("title")
        self.title_goes_on = profile.formula("title_goes_on")
        self.sentence_title = profile.formula("sentence_title")
        self.subject = profile.formula("subject")
        self.adopter = profile.formula("adopter")
        self.basis = profile.formula("basis")
        self.enacting = profile.formula("enacting")
        self.enacting_sentence = profile.formula("enacting_sentence")
        self.adoption = profile.formula("adoption")
        self.effect = profile.formula("effect")
        self.dissemination = profile.formula("dissemination")
        self.recipients = profile.formula("recipients")
        self.authority = _authority(profile.name)


@cache
def _authority(name: str) -> re.Pattern[str]:
    """«T/M TỈNH ỦY», «CHỦ TỊCH QUỐC HỘI» at the start of a line."""
    alone = formula(name, "position").pattern
    return re.compile(rf"(?:{signature_marks()})\s?[A-ZĐÀ-Ỵ]{{2,}}|{alone}", re.MULTILINE)


@cache
def _words(name: str) -> _Words:
    return _Words(profile(name))


def find_zones(units: Sequence[Unit], own: Profile) -> Zones:
    """The borders of the five zones; every zone may be empty."""
    words = _words(own.name)
    preamble = _front_end(units, words)
    body = _preamble_end(units, preamble, words)
    attachments = first_attachment(units, body)
    closing = _closing_start(units, body, attachments, words)
    return Zones(preamble, body, closing, attachments)


def _front_end(units: Sequence[Unit], words: _Words) -> int:
    """Behind the title block: the type line, then the lines of the subject and of the body that adopts it."""
    title = next((i for i, unit in enumerate(units[:60]) if _is_type_line(unit, words)), None)
    if title is not None and any(unit.label is not None and unit.label.family in _HEADED for unit in units[:title]):
        # Behind «I- MỤC TIÊU» no title follows: another document is named.
        title = None
    if title is None:
        title = next((i for i, unit in enumerate(units[:3]) if words.sentence_title.match(unit.text)), None)
    if title is None:
        end = 0
        while end < min(len(units), 40) and _heads(units, end):
            end += 1
        return end
    end = title + 1
    while end < len(units) and end - title <= 10:
        unit = units[end]
        if unit.label is not None or words.basis.match(unit.text) or len(unit.text) > 600:
            break
        following = units[end + 1] if end + 1 < len(units) else None
        if not (
            (end == title + 1 and _is_subject(unit, following, words))
            or unit.text.isupper()
            or words.adopter.match(unit.text)
            or words.subject.match(unit.text)
            or unit.text[0].islower()
            or unit.text[0] in "(["
        ):
            break
        if unit.text.isupper() and words.enacting.fullmatch(unit.text):
            break
        end += 1
    return end


def _heads(units: Sequence[Unit], place: int) -> bool:
    """Whether a line belongs to a header without a type line."""
    unit = units[place]
    if unit.table is not None:
        return unit.table.layout and place < FEW
    return unit.label is None and (unit.text.isupper() or (len(unit.text) < 80 and is_header(unit.first)))


FEW = 4


def _is_subject(unit: Unit, following: Unit | None, words: _Words) -> bool:
    """The subject in normal case below the type: «Tháo gỡ, xử lý vướng mắc …», the legal bases right behind it."""
    return (
        following is not None
        and unit.table is None
        and unit.text[-1] not in ".;:,"
        and (words.basis.match(following.text) is not None or words.adopter.match(following.text) is not None)
    )


def _is_type_line(unit: Unit, words: _Words) -> bool:
    """«NGHỊ QUYẾT», «NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ», «KẾT LUẬN về …»."""
    match = words.title.match(unit.text) if unit.label is None and unit.table is None else None
    if match is None or len(unit.text) > 400:
        return False
    rest = unit.text[match.end() :]
    return not rest.strip(" :") or words.title_goes_on.match(rest) is not None


def _preamble_end(units: Sequence[Unit], start: int, words: _Words) -> int:
    """At the first structural label, or behind the enacting formula."""
    for index in range(start, len(units)):
        unit = units[index]
        if unit.label is None and len(unit.text) < 40 and words.enacting.fullmatch(unit.text):
            return index + 1
        if unit.label is not None and unit.label.family in _OPENING:
            return index
        if words.recipients.match(unit.text) or words.authority.match(unit.text):
            return _behind_bases(units, start, index, words)
        if index > start and words.enacting_sentence.fullmatch(unit.text) and words.basis.match(units[index - 1].text):
            return index + 1
    # Nothing is numbered: the whole text is the body.
    return start


def _behind_bases(units: Sequence[Unit], start: int, end: int, words: _Words) -> int:
    """Where the text begins that has no numbers, nor a formula above it: behind the last basis."""
    last = next((place for place in range(end - 1, start - 1, -1) if words.basis.match(units[place].text)), None)
    return start if last is None or last + 1 == end else last + 1


def _closing_start(units: Sequence[Unit], body: int, limit: int, words: _Words) -> int:
    """At the closing formula, the recipients or the signature, whichever comes first, near where the text ends."""
    start = next(
        (
            index
            for index in range(body, limit)
            if _opens_closing(units[index], words) and not _resumes(units, index, limit)
        ),
        limit,
    )
    articled = any(unit.label is not None and unit.label.family == "article" for unit in units[body:start])
    while start > body and _is_formula(units[start - 1], words, articled) and not _is_bare_article(units, start - 2):
        start -= 1
    return start


def _is_bare_article(units: Sequence[Unit], place: int) -> bool:
    """«Điều 17. Hiệu lực thi hành» holds what stands below it, formula or not."""
    unit = units[place] if place >= 0 else None
    return (
        unit is not None
        and unit.label is not None
        and unit.label.family == "article"
        and unit.text[-1:] not in tuple(".;:")
        and len(unit.text) < 120
    )


def _opens_closing(unit: Unit, words: _Words) -> bool:
    if unit.table is not None:
        return unit.table.layout and _SIGNED_TABLE.search(unit.text) is not None
    return (
        unit.label is None
        and len(unit.text) < 200
        and (words.recipients.match(unit.text) is not None or words.authority.match(unit.text) is not None)
    )


def _is_formula(unit: Unit, words: _Words, articled: bool) -> bool:
    """«Nghị quyết này đã được … thông qua ngày …», «Nghị quyết này phổ biến đến chi bộ.»"""
    return unit.label is None and (
        words.dissemination.fullmatch(unit.text) is not None
        or words.adoption.match(unit.text) is not None
        or (not articled and words.effect.match(unit.text) is not None)
    )


def _resumes(units: Sequence[Unit], index: int, limit: int) -> bool:
    """Whether the numbering of the body goes on behind what looks like a closing: examples of signatures in a guide."""
    last: dict[str, int] = {}
    for unit in units[max(0, index - 400) : index]:
        if unit.label is not None and unit.label.value:
            last[unit.label.style] = unit.label.value
    return any(
        label is not None
        and label.family in _RESUMING
        and label.value > 1
        and label.value == last.get(label.style, -1) + 1
        for label in (units[place].label for place in range(index + 1, limit))
    )
