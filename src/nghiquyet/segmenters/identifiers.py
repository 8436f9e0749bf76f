"""Ids after Akoma Ntoso eIds: «sec_I__para_2», «art_5__para_2__point_a», unique in a document."""

from nghiquyet.text import patterns as re

_ABBREVIATIONS = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "roman": "sec",
    "upper": "sec", "arabic": "para", "decimal": "subpara", "paren": "point", "half_paren": "point", "letter": "point",
    "paren_letter": "point", "small_roman": "indent", "dash": "indent", "plus": "indent", "star": "list", "title": "hdg",
}  # fmt: skip
_CLEAN = re.compile(r"[^\w]+")


class Identifiers:
    """Hands out ids; a number that repeats gets ``_2``, ``_3`` behind it."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}
        self._attachments = 0
        self._quotations = 0

    def next_attachment(self) -> int:
        """The ordinal of a new attachment, from 1."""
        self._attachments += 1
        return self._attachments

    def next_quotation(self) -> int:
        """The ordinal of a new quotation, from 1."""
        self._quotations += 1
        return self._quotations

    def division(self, parent: str, family: str, number: str | None, ordinal: int) -> str:
        """The id of a unit under ``parent``; articles are numbered through the document and carry no prefix."""
        name = _CLEAN.sub("-", number).strip("-") if number else str(ordinal)
        own = f"{_ABBREVIATIONS.get(family, 'hcontainer')}_{name}"
        prefix = "" if family == "article" and not parent.startswith(("att_", "quot_")) else parent
        return self.unique(f"{prefix}__{own}" if prefix else own)

    def block(self, parent: str, ordinal: int) -> str:
        """The id of the ``ordinal``-th block of ``parent``."""
        return self.unique(f"{parent}__p_{ordinal}")

    def unique(self, wanted: str) -> str:
        """``wanted``, or ``wanted_2`` and so on when it is taken."""
        count = self._used.get(wanted, 0) + 1
        self._used[wanted] = count
        if count == 1:
            return wanted
        candidate = f"{wanted}_{count}"
        return self.unique(candidate) if candidate in self._used else self._take(candidate)

    def _take(self, candidate: str) -> str:
        self._used[candidate] = 1
        return candidate
