"""Side and family: which drafting rules a text follows, and the words that say so."""

from dataclasses import dataclass
from typing import cast

from nghiquyet.errors import LexiconError
from nghiquyet.lexicons.profiles import NAMES, Evidence, Profile, Strength, of_strength, profile
from nghiquyet.model import Side
from nghiquyet.text import patterns as re

HEADER = 3000
CLOSING = 6000
"""How far the title block reaches from the start of a text, the closing from its end."""
LONGEST_LINE = 250
PROSE_LINE = 45
_BASIS = re.compile(r"^\W*(?:Căn cứ|Xét |Trên cơ sở|Theo đề nghị|Thực hiện |Điều 1\b|I[-.]\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Family:
    """The verdict: ``start`` and ``end`` are clean offsets of the words that decided, equal when nothing did."""

    side: Side | None
    name: str
    rule: str
    start: int
    end: int


def decide_family(text: str, start: int = 0) -> Family:
    """The family by its own symbol in the header, by the motto and the names there, by the closing, by any words.

    ``start`` is where the text begins behind the page of a site. Citations stand behind the header: they decide last.
    """
    end = _header_end(text, start)
    symbol = _first("symbol", text, start, end)
    if symbol is not None:
        return symbol
    motto = _first("motto", text, start, end)
    if motto is not None and motto.side == "party":
        return motto
    name = _first("name", text, start, end)
    if name is not None and (motto is None or name.side == motto.side):
        return name
    closing = _first("closing", text, max(len(text) - CLOSING, 0), len(text)) or _first("closing", text, 0, len(text))
    for verdict in (closing, motto, name, _first("anywhere", text, start, len(text))):
        if verdict is not None:
            return verdict
    return Family(None, "party", "families.no_evidence", 0, 0)


def drawn_up_by(family: Family, chosen: str | None) -> Profile:
    """The profile to read by: the one asked for, that of the family, or both sides' where nothing decided."""
    if chosen is not None and chosen not in NAMES:
        raise LexiconError(f"no profile is named {chosen!r}; there are {', '.join(NAMES)}")
    return profile(chosen or (family.name if family.side else "undecided"))


def _header_end(text: str, start: int) -> int:
    """Before the first basis, article or section, or the first paragraph of prose."""
    basis = _BASIS.search(text, start, start + HEADER)
    end = basis.start() if basis else min(start + HEADER, len(text))
    position = paragraph = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        # Lines of a page stand below one another without a blank line: they are one paragraph.
        if stop - position < PROSE_LINE:
            paragraph = stop + 1
        elif stop - paragraph > LONGEST_LINE and not text[paragraph:stop].isupper():
            return paragraph
        position = stop + 1
    return end


def _first(strength: Strength, text: str, start: int, end: int) -> Family | None:
    """The earliest words of one strength; of two at one place the narrower name."""
    best: tuple[int, int, Evidence] | None = None
    for row in of_strength(strength):
        match = row.pattern.search(text, start, end)
        if match is not None and (best is None or match.start() < best[0]):
            best = match.start(), match.end(), row
    if best is None:
        return None
    first, last, row = best
    # The words themselves: neither blanks nor half a word at their edges.
    while first < last and not text[first].isalnum():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    while last < len(text) and text[last - 1].isalpha() and text[last].isalpha():
        last += 1
    while first > 0 and text[first - 1].isalpha() and text[first].isalpha():
        first -= 1
    return Family(cast("Side", row.side), row.family, f"families.{row.rule}", first, last)
