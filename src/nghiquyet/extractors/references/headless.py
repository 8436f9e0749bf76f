"""Numbers without a kind right before them: «Báo cáo tiếp thu, giải trình số 474/BC-UBND», «705/QĐ-BNNMT ngày 09/4/2025»."""

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.signs import kind_of_sign
from nghiquyet.extractors.references.tails import read_issuer, read_tail
from nghiquyet.identities.numbers import NUMBER, read_number
from nghiquyet.text import patterns as re

WINDOW = 90
"""How far before a number its kind is looked for."""
_NUMBER = re.compile(rf"(?P<so>(?:(?:[Ss]ố|[Ss]ô|SỐ|so(?= \d)) ?:? ?){{0,2}})(?P<number>{NUMBER})")
# Forms, figures and places have numbers of the same look: «Mẫu số 29/TTr-…», «căn hộ số 12/A-B».
_NO_DOCUMENT = re.compile(
    r"(?:Cáo trạng|Bản án|Án lệ|[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|[Kk]ý hiệu|[Mm]ã|[Pp]hòng|[Nn]hà|[Tt]ài khoản|[Hh]ợp đồng|[Gg]iấy phép|[Gg]iấy|[Tt]hửa đất|[Bb]ản đồ)"
    r"(?: (?:mẫu|biểu|kèm|đất|chứng nhận|xác nhận))? ?$"
)
_CLAUSE = re.compile(r"[^.;:()\d]*$")
_LAST_OF = re.compile(r".* của (?=[A-ZĐÀ-Ỹ])")


def headless_number(text: str, start: int, floor: int = 0) -> Draft | None:
    """The document whose number stands at ``start``: its kind is some words before, or only its sign tells it.

    What stands before ``floor`` is another citation.
    """
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    number = read_number(match["number"])
    kind = kind_of_sign(number)
    so = match["so"]
    # «Số: 37/2025/NQ-HĐND» is how a paper prints its own number.
    if kind is None or (so[:1] == "S" and ":" in so):
        return None
    before = text[max(0, start - WINDOW) : start]
    if _NO_DOCUMENT.search(before):
        return None
    first, last = match.span("number")
    draft = Draft(start, last, "numbered", "references.headless.number_alone", kind, number)
    draft.evidence["number"] = (first, last)
    word = _kind_before(text, floor, start, kind)
    if word is not None:
        draft.start = word
        draft.rule = "references.headless.number_behind_words"
        draft.evidence["document_type"] = (word, word + len(kind))
        _issuer_before(text, draft, word + len(kind), start)
    else:
        # The sign is what tells the kind.
        sign = first + match["number"].index((number.symbol or "")[:1], len(number.serial or ""))
        draft.evidence["document_type"] = (sign, last)
    read_tail(text, draft)
    # «| Số 432-TB/VPTW |» at the head of a cell or a line is the paper's own number.
    own = so[:1] == "S" and not start
    if word is None and draft.date is None and (own or (not so and not _is_in_prose(text, draft))):
        return None
    return draft


def _is_in_prose(text: str, draft: Draft) -> bool:
    """A number with its year among words; one that fills a line or a cell is how a site or a table names its own paper."""
    year = draft.number is not None and draft.number.year is not None
    english = text.endswith(("No. ", "NO. ", "no. "), 0, draft.start)
    return year and not english and len(text) > draft.end - draft.start + 12


def _kind_before(text: str, floor: int, stop: int, kind: str) -> int | None:
    """Where the word for ``kind`` stands in the clause that leads to the number; None when it does not."""
    clause = _CLAUSE.search(text, max(floor, stop - WINDOW), stop)
    floor = clause.start() if clause is not None else stop
    found = max(text.rfind(kind, floor, stop), text.rfind(kind[0].lower() + kind[1:], floor, stop))
    if (
        found < 0
        or (found and text[found - 1].isalnum())
        or text[found + len(kind) : found + len(kind) + 1] not in (" ", ",")
    ):
        return None
    return found


def _issuer_before(text: str, draft: Draft, start: int, stop: int) -> None:
    """«báo cáo thẩm định của Sở Tư pháp số 316/BC-STP»."""
    of = _LAST_OF.match(text, start, stop)
    if of is None:
        return
    issuer, end = read_issuer(text, of.end())
    if issuer is not None and end <= stop:
        draft.issuer = issuer
        draft.evidence["issuer"] = (of.end(), end)
