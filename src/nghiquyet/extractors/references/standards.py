"""Technical regulations and standards: QCVN 01-1:2018/BYT, TCVN ISO 9001:2015, Sửa đổi 1:2024 QCVN 05A:2020/BCT."""

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.model import Issuer, Number
from nghiquyet.text import patterns as re

STANDARD = re.compile(
    r"(?:Sửa đổi (?P<change>\d{1,2}:\d{4}) )?(?P<series>QCVN|TCVN|QCĐP|TCXDVN|TCXD|TCCS|TCN|ISO(?:/IEC)?|IEC) ?"
    r"(?P<number>(?:(?:ISO/IEC|ISO|IEC|EN) )?\d[\dA-Z]{0,5}(?:[-.](?:\d{1,3}|[A-ZĐ]{1,3}(?![A-ZĐ]))){0,3} ?: ?(?P<year>(?:19|20)\d\d)"
    r"(?: ?/ ?(?P<body>[A-ZĐ&]{2,12}(?!\w)))?)"
)
_TYPES = {"QCVN": "Quy chuẩn", "QCĐP": "Quy chuẩn"}


def standard(text: str, position: int) -> Draft | None:
    """The standard cited at ``position``; None when none is."""
    match = STANDARD.match(text, position)
    if match is None:
        return None
    series = match["series"]
    draft = Draft(
        match.start(), match.end(), "standard", "references.standards.standard", _TYPES.get(series, "Tiêu chuẩn")
    )
    number = "".join(match["number"].split())
    if (inner := re.match(r"(ISO/IEC|ISO|IEC|EN)(?=\d)", number)) is not None:
        number = f"{inner[1]} {number[inner.end() :]}"
    body = BODIES.by_code(match["body"]) if match["body"] else None
    if match["body"]:
        draft.issuer = Issuer(
            name=match["body"],
            canonical=body.name if body is not None else None,
            code=match["body"],
            level=body.level if body is not None else None,
        )
        draft.evidence["issuer"] = match.span("body")
    draft.number = Number(text=f"{series} {number}", serial=number, year=match["year"], symbol=match["body"])
    draft.year = match["year"]
    draft.evidence.update(number=(match.start("series"), match.end("number")), year=match.span("year"))
    if match["change"]:
        draft.amendment = True
        draft.name = f"Sửa đổi {match['change']}"
        draft.evidence["amendment"] = match.span("change")
    return draft
