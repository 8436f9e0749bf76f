"""Technical regulations and standards: QCVN 01-1:2018/BYT, TCVN ISO 9001:2015, Sửa đổi 1:2024 QCVN 05A:2020/BCT."""

import re

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.model import Number

STANDARD = re.compile(
    r"(?:Sửa đổi\s+(?P<change>\d{1,2}:\d{4})\s+)?(?P<series>QCVN|TCVN|QCĐP|TCXDVN|TCXD|TCCS|ISO(?:/IEC)?)\s?"
    r"(?P<number>(?:(?:ISO|IEC|ISO/IEC)\s)?\d[\dA-Z]*(?:[-.]\d+)*:(?P<year>\d{4})(?:/(?P<body>[A-ZĐ]{2,12}))?)"
)
_TYPES = {"QCVN": "Quy chuẩn", "QCĐP": "Quy chuẩn"}


def standard(text: str, position: int) -> Draft | None:
    """The standard cited at ``position``; None when none is."""
    match = STANDARD.match(text, position)
    if match is None:
        return None
    draft = Draft(
        match.start(),
        match.end(),
        "standard",
        "references.standards.standard",
        _TYPES.get(match["series"], "Tiêu chuẩn"),
    )
    printed = text[match.start("series") : match.end("number")]
    draft.number = Number(text=printed, serial=match["number"], year=match["year"], symbol=match["body"])
    draft.year = match["year"]
    draft.evidence["number"] = (match.start("series"), match.end("number"))
    if match["change"]:
        draft.amendment = True
        draft.evidence["amendment"] = match.span("change")
    return draft
