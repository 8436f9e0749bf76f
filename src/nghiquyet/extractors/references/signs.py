"""The sign of a number tells the kind of the document: 5788/TTr-SXD is a Tờ trình, 43-CV/TU a Công văn."""

from functools import cache

from nghiquyet.extractors.references.anchors import DOCUMENT_TYPES
from nghiquyet.model import Number
from nghiquyet.text import patterns as re

_CODE = re.compile(r"[A-ZĐa-z]+")


@cache
def kinds_by_sign() -> dict[str, str]:
    """Kinds by their letters; those that two kinds share have the first of the table."""
    kinds: dict[str, str] = {}
    for row in DOCUMENT_TYPES.rows:
        code = row.optional("code")
        if code is not None:
            kinds.setdefault(code, row.text("name"))
    return kinds


def kind_of_sign(number: Number) -> str | None:
    """The kind that the sign of ``number`` names; None where it names none, or (QĐ of the Party) more than one."""
    symbol = number.symbol
    if symbol is None:
        return None
    if symbol.startswith("QĐ/"):
        return None
    code = _CODE.match(symbol)
    return kinds_by_sign().get(code.group()) if code is not None and symbol != code.group() else None
