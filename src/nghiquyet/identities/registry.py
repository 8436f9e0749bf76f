"""Lists of known documents that users plug in: ``lookup(key)`` answers with a record, or with nothing."""

import csv
import datetime
import gzip
import io
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from nghiquyet.errors import ReadError
from nghiquyet.identities.keys import BY_NAME, DocumentKey, numbered_key
from nghiquyet.identities.numbers import well_formed
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.model import Issuer
from nghiquyet.text.vietnamese import fold, slug


@dataclass(frozen=True, slots=True)
class Registered:
    """One document of a list."""

    key: str
    document_type: str
    number: str
    date: datetime.date | None
    issuer: str | None
    title: str | None


class Registry(Protocol):
    """What answers for a key; a partial key may be answered where exactly one document is compatible with it."""

    def lookup(self, key: str) -> Registered | None:
        """The document that ``key`` names; None when it is not known, or not the only one."""


class CsvRegistry:
    """A list of documents from a CSV file with the columns document_type, number, date, issuer, title.

    ``malformed`` keeps the rows that it could not read.
    """

    def __init__(self, records: Iterable[Registered], malformed: Iterable[dict[str, str]] = ()) -> None:
        self.records = tuple(records)
        """All documents, in file order."""
        self.malformed = tuple(malformed)
        """Rows whose number, date or kind is not well formed at the source."""
        self._by_key: dict[str, Registered] = {}
        self._by_number: dict[tuple[str, str], list[Registered]] = {}
        self._by_name: dict[tuple[str, str], list[Registered]] = {}
        for record in self.records:
            key = DocumentKey.parse(record.key)
            self._by_key.setdefault(record.key, record)
            self._by_number.setdefault((key.type, key.number), []).append(record)
            self._by_number.setdefault((key.type, key.number.split("-", 1)[0] + "-_"), []).append(record)
            if record.title:
                self._by_name.setdefault((key.type, _name(record.title)), []).append(record)

    @classmethod
    def read(cls, path: str | Path) -> "CsvRegistry":
        """The list in a file; raises ReadError where the file cannot be read or lacks a column."""
        try:
            with Path(path).open(encoding="utf-8", newline="") as lines:
                rows = list(csv.DictReader(lines))
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"{path}: cannot be read as a list of documents: {error}") from error
        missing = {"document_type", "number"} - set(rows[0] if rows else ())
        if missing:
            raise ReadError(f"{path}: a list of documents wants the columns {', '.join(sorted(missing))}")
        return cls._of(rows)

    @classmethod
    def of_codification(cls) -> "CsvRegistry":
        """The 3,553 documents of the official codification (Bộ pháp điển) that the package carries: laws, decrees and
        circulars with number, date, issuer and title."""
        packed = files("nghiquyet.lexicons").joinpath("codification.tsv.gz").read_bytes()
        return cls._of(
            csv.DictReader(io.StringIO(gzip.decompress(packed).decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
        )

    @classmethod
    def _of(cls, rows: Iterable[dict[str, str]]) -> "CsvRegistry":
        records, malformed = [], []
        for row in rows:
            record = _record(row)
            if record is None:
                malformed.append(row)
            else:
                records.append(record)
        return cls(records, malformed)

    def lookup(self, key: str) -> Registered | None:
        """The document of a complete key, or the only one that is compatible with a partial key."""
        exact = self._by_key.get(key)
        if exact is not None:
            return exact
        wanted = DocumentKey.parse(key)
        if wanted.is_complete:
            return None
        if wanted.number.startswith(BY_NAME):
            found = self._by_name.get((wanted.type, wanted.number), [])
        else:
            found = self._by_number.get((wanted.type, wanted.number), [])
        found = [record for record in found if wanted.is_compatible(DocumentKey.parse(record.key))]
        # The year decides among laws of one name; without it even a single one is only a guess.
        if wanted.number.startswith(BY_NAME) and not wanted.when[:4].isdecimal():
            return None
        return found[0] if len(found) == 1 else None


def _name(title: str) -> str:
    name = fold(title)
    for word in ("bộ luật ", "luật ", "pháp lệnh "):
        name = name.removeprefix(word)
    return BY_NAME + slug(name)[:120]


def _record(row: dict[str, str]) -> Registered | None:
    number = well_formed(row["number"])
    date = None
    if row.get("date"):
        try:
            date = datetime.date.fromisoformat(row["date"])
        except ValueError:
            return None
    if number is None or not row["document_type"]:
        return None
    found = BODIES.match(row.get("issuer") or "")
    issuer = None
    if found is not None:
        issuer = Issuer(name=row["issuer"], code=found[1].code, level=found[1].level, territory=found[2])
    year = number.year or (str(date.year) if date else None)
    key = numbered_key(row["document_type"], number, issuer, year, None)
    return Registered(
        str(key), row["document_type"], number.text, date, row.get("issuer") or None, row.get("title") or None
    )
