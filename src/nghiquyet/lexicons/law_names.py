"""Names of laws, codes and ordinances: where a name ends when no mark ends it, and which law bears it.

``documents`` of a row are the laws of that name, newest first: facts of the official codification, and numbers that at
least two legal texts give alike. Laws that only amend another are not among them.
"""

import csv
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from nghiquyet.errors import LexiconError
from nghiquyet.lexicons.own import VARIABLE, own_files
from nghiquyet.text.tries import trie_pattern
from nghiquyet.text.vietnamese import fold

WINDOW = 200
"""The longest name read, in characters."""
_TONES = (("ủy", "uỷ"), ("òa", "oà"), ("óa", "oá"), ("ỏe", "oẻ"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ý", "í"))


@dataclass(frozen=True, slots=True)
class LawDocument:
    """One law that bears a name."""

    number: str
    date: datetime.date | None
    """Day of adoption, where the sources give it."""

    @property
    def year(self) -> str | None:
        """The year of the number, or of the date."""
        parts = self.number.split("/")
        return parts[1] if len(parts) == 3 else str(self.date.year) if self.date else None


@dataclass(frozen=True, slots=True)
class LawName:
    """A name as the official codification has it."""

    type: str
    name: str
    variants: tuple[str, ...]
    documents: tuple[LawDocument, ...]

    def document(self, year: str | None, date: datetime.date | None) -> LawDocument | None:
        """The one law of this name which year or date decides; None where they leave more than one, or none."""
        if year is None and date is None:
            return None
        if date is not None:
            same_day = [document for document in self.documents if document.date == date]
            if len(same_day) == 1:
                return same_day[0]
        wanted = year or (str(date.year) if date else None)
        found = [
            document
            for document in self.documents
            if document.year == wanted and (date is None or document.date is None)
        ]
        return found[0] if len(found) == 1 else None


class LawNameIndex:
    """Longest-match index over ``law_names.tsv``; case is ignored inside a small window behind the type word.

    Commas inside a name may be missing or stand apart: «Phòng chống thiên tai», «Phòng , chống».
    """

    @cached_property
    def rows(self) -> tuple[LawName, ...]:
        """All names, in the order of the table."""
        ours = files("nghiquyet.lexicons").joinpath("law_names.tsv").read_bytes()
        own = own_files().get("law_names.tsv")
        return (*(_law_names(own, f"law_names of {VARIABLE}") if own else ()), *_law_names(ours, "law_names"))

    @cached_property
    def _names(self) -> dict[tuple[str, str], LawName]:
        names: dict[tuple[str, str], LawName] = {}
        for row in self.rows:
            for name in (row.name, *row.variants):
                names.setdefault((row.type, _key(name)), row)
        return names

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        phrases = {spelling for row in self.rows for name in (row.name, *row.variants) for spelling in _spellings(name)}
        pattern = trie_pattern(phrases).replace(r",\s+", " ?,? ").replace(r"\s+", " ")
        return re.compile(pattern + r"(?!\w)")

    def match(self, text: str, position: int) -> int | None:
        """The end of the longest known name that begins at ``position``; None when there is none. Blanks are single."""
        window = text[position : position + WINDOW].lower()
        match = self._pattern.match(window)
        return position + match.end() if match is not None else None

    def named(self, document_type: str, name: str) -> LawName | None:
        """The row of a printed name, in whatever case and spelling; None when the table has none."""
        return self._names.get((document_type, _key(name)))


def _law_names(data: bytes, table: str) -> Iterator[LawName]:
    """The rows of one file; raises LexiconError where a column or a date is not what it should be."""
    for row in csv.DictReader(data.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            documents = tuple(map(_document, _listed(row["documents"] or "")))
            yield LawName(row["type"], row["name"], _listed(row["variants"] or ""), documents)
        except (KeyError, ValueError) as error:
            raise LexiconError(
                f"{table}: row {dict(row)!r}: {error}; columns are type, name, variants, documents (number date|…), "
                "parted by tabs"
            ) from error


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(entry for entry in cell.split("|") if entry)


def _document(cell: str) -> LawDocument:
    number, _, date = cell.partition(" ")
    return LawDocument(number, datetime.date.fromisoformat(date) if date else None)


def _key(name: str) -> str:
    return " ".join(fold(name).replace(",", " ").split())


def _spellings(name: str) -> set[str]:
    """The name in lower case with the tone on either vowel: «hóa», «hoá»."""
    lowered = name.lower()
    other = folded = fold(name)
    for old, new in _TONES[:-1]:
        other = other.replace(old, new)
    return {lowered, folded, other}


LAW_NAMES = LawNameIndex()
