"""What follows the number or the name of a cited document: date, issuer, the title tail."""

import re

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.model import Issuer
from nghiquyet.text.dates import DATE, date_of

_DATE = re.compile(rf"\s*,?\s*\(?(?:ban hành\s+|thông qua\s+|được thông qua\s+|ký\s+)?(?:ngày\s+){DATE}\)?")
_BARE_DATE = re.compile(rf"\s*\(\s*{DATE}\s*\)")
_YEAR = re.compile(r"\s+(?:ban hành\s+)?năm\s+((?:19|20)\d\d)(?!\d)")
_OF = re.compile(r"\s*,?\s+(?:của|do)\s+")
_TERM = re.compile(r",?\s*\(?kh[oó]á?\s+([IVXL]+|\d{1,2})\)?(?![\w])")
_TITLE = re.compile(r"\s*,?\s*((?:về|Về|quy định|Quy định|ban hành|phê duyệt|hướng dẫn)\s+[^.;”\"]{3,400})")


def read_tail(text: str, draft: Draft) -> None:
    """Extends ``draft`` over date and issuer, in whatever order they stand; then notes the title behind them.

    The title «về …» is outside the span: it says what the document is about, not which it is.
    """
    position = draft.end
    for _ in range(3):
        end = _read_date(text, position, draft) or _read_issuer(text, position, draft)
        if end is None:
            break
        position = draft.end = end
    title = _TITLE.match(text, position)
    if title and draft.title is None:
        draft.title = title[1].rstrip(" ,")
        draft.evidence["title"] = (title.start(1), title.start(1) + len(draft.title))


def _read_date(text: str, position: int, draft: Draft) -> int | None:
    if draft.date is not None:
        return None
    match = _DATE.match(text, position) or _BARE_DATE.match(text, position)
    if match is None:
        return None
    value = date_of(match)
    if value is None:
        return None
    draft.date = value
    first = match.start("d1") if match["d1"] else match.start("d2")
    last = match.end("y1") if match["y1"] else match.end("y2")
    draft.evidence["date"] = (first, last)
    # A bracket that opened before the date closes behind it.
    return match.end() if "(" in text[position:first] else last


def _read_issuer(text: str, position: int, draft: Draft) -> int | None:
    if draft.issuer is not None:
        return None
    of = _OF.match(text, position)
    if of is None:
        return None
    issuer, end = read_issuer(text, of.end())
    if issuer is None:
        return None
    draft.issuer = issuer
    draft.evidence["issuer"] = (of.end(), end)
    term = _TERM.match(text, end)
    if term:
        draft.evidence["term"] = (term.start(1), term.end(1))
        return term.end()
    return end


def read_issuer(text: str, position: int) -> tuple[Issuer | None, int]:
    """The body named at ``position`` and where its name ends; (None, position) when no known body stands there."""
    found = BODIES.match(text, position)
    if found is None:
        return None, position
    end, body, territory = found
    issuer = Issuer(
        name=text[position:end], canonical=body.full(territory), code=body.code, level=body.level, territory=territory
    )
    return issuer, end


def read_year(text: str, draft: Draft) -> None:
    """«năm 2013» behind a name."""
    match = _YEAR.match(text, draft.end)
    if match:
        draft.year = match[1]
        draft.evidence["year"] = (match.start(1), match.end(1))
        draft.end = match.end()
