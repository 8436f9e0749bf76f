"""Number and symbol in the header: «Số 233-NQ/TU», «Số: 17/NQ-HĐND», «Số         -CTr/TU» (blank e-signature field)."""

from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.identities.numbers import NUMBER, read_number
from nghiquyet.model import Number
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER

_LABEL = r"(?:[Ss]ố(?:\s+hiệu)?|SỐ)\s*:?\s*"
_LABELLED = re.compile(rf"(?<!\w){_LABEL}({NUMBER})")
_ALONE = re.compile(rf"(?m)^[^\S\n]*+({NUMBER})[^\S\n]*+$")
# The serial is a form field of the e-signature: the text layer has it blank, the paper has it printed.
_BLANK = re.compile(
    r"(?<!\w)(?:Số|SỐ)\s*:?[\s.…]*([-–]\s?[A-ZĐ][A-Za-zĐ]{0,5}\s?/\s?[A-ZĐ][\w&-]*"
    r"|/\s?(?:20\d\d\s?/\s?)?[A-ZĐ][A-ZĐ\d]*\s?[-–]\s?[A-ZĐ][\wĐ-]*)"
)
_ANY = re.compile(NUMBER)
_IN_SENTENCE = re.compile(rf"[{LOWER}]\s+$")
FAR = 600
_UNFINISHED = re.compile(r"(?:SỐ|[Ss]ố)\s*:?\s*$")
_CITED = re.compile(
    r"(?:Nghị\s+quyết|Kết\s+luận|Chỉ\s+thị|Quyết\s+định|Tờ\s+trình|Nghị\s+định|Luật|Kế\s+hoạch|Thông\s+tư|Quy\s+định)\s+$"
)


def read_document_number(draft: Draft) -> None:
    """The number of the document itself: labelled in the header, in the title line, or alone on a line."""
    header = draft.header
    title = draft.title
    if title.numbered is not None:
        start = title.numbered[0]
        hit = _ANY.match(header.text, start)
        if hit is not None:
            draft.put("number", read_number(hit.group()), "numbers.in_title_line", header.span(start, hit.end()))
            return
    limit = title.start if title.kind is not None else len(header.text)
    for pattern, rule in ((_LABELLED, "numbers.labelled"), (_ALONE, "numbers.alone_on_line")):
        for below, area in enumerate(((0, limit), (limit, len(header.text)))):
            for hit in pattern.finditer(header.text, *area):
                before = header.text[max(0, hit.start() - 20) : hit.start()]
                # Below the title a number in mid-line, and anywhere one behind a type word, is a citation.
                labelled = rule == "numbers.labelled" and not _opens_line(before)
                if labelled and (below or _CITED.search(before) or _IN_SENTENCE.search(before)):
                    continue
                # A number alone far below, where no title stands, is a cell of some list.
                if rule == "numbers.alone_on_line" and title.kind is None and hit.start() > FAR:
                    continue
                # «BÃI BỎ NGHỊ QUYẾT SỐ / 15/2013/NQ-HĐND»: a number inside the subject, or one that «số» ends before.
                inside = any(start <= hit.start(1) < end for start, end in title.subject)
                if below and (inside or _UNFINISHED.search(before)):
                    continue
                span = header.span(hit.start(1), hit.end(1))
                draft.put("number", read_number(hit.group(1)), rule, span)
                return
    blank = _BLANK.search(header.text, 0, limit)
    if blank is not None:
        text = "".join(blank.group(1).split()).replace("–", "-")
        symbol = text.lstrip("-/")
        year, _, rest = symbol.partition("/")
        number = Number(text=text, year=year, symbol=rest) if year.isdigit() else Number(text=text, symbol=symbol)
        draft.put("number", number, "numbers.blank_serial", header.span(blank.start(1), blank.end(1)))
        draft.missing("number.serial")
        return
    draft.missing("number")


def _opens_line(before: str) -> bool:
    """Whether what stands before the label opens a line: nothing, or the type («Nghị quyết số: 95/2025/UBTVQH15»)."""
    line = before.rpartition("\n")[2].strip()
    return not line or line in ("Nghị quyết", "Luật", "Pháp lệnh", "Nghị định", "Quyết định")
