"""What an archive's own register knows of a document and the paper does not show: a handwritten number, a date under a seal."""

import csv
import datetime
import io
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from nghiquyet.diagnostics import CATALOGUE, failure
from nghiquyet.errors import ReadError
from nghiquyet.identities import akoma_ntoso_iri, own_key
from nghiquyet.model import Diagnostic, Document, Evidence, Issuer, Metadata, Number
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold

COLUMNS: dict[str, tuple[str, ...]] = {
    "file": ("file", "tệp", "tên tệp", "path"),
    "number": ("number", "số", "số ký hiệu", "số, ký hiệu", "ký hiệu"),
    "date": ("date", "ngày", "ngày ban hành", "ngày tháng"),
    "issuer": ("issuer", "cơ quan", "cơ quan ban hành", "tác giả"),
    "subject": ("subject", "trích yếu", "nội dung", "title"),
    "document_type": ("document_type", "loại", "tên loại", "loại văn bản"),
    "territory": ("territory", "địa bàn", "tỉnh"),
    "place": ("place", "địa danh", "nơi ban hành"),
    "signatory": ("signatory", "người ký"),
}
"""Field → the headings under which a sheet may have it."""
_NUMBER = re.compile(r"(\d+[a-zđ]?)?(?:/(\d{4}))?\s*[-/]\s*(\S.*)")
_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[ T].*)?"),
    re.compile(r"(?P<d>\d{1,2})[/.\-](?P<m>\d{1,2})[/.\-](?P<y>\d{4})"),
    re.compile(r"(?:[Nn]gày\s+)?(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"),
)
Row = Mapping[str, str]


def read_sheet(path: Path) -> dict[str, Row]:
    """The rows of a CSV sheet by file name; raises ReadError for one without a column of file names."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise failure(ReadError, "error.unreadable", path=str(path), reason=str(error)) from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    names = {heading: _field(heading) for heading in reader.fieldnames or ()}
    if "file" not in names.values():
        raise failure(ReadError, "error.sheet", path=str(path), columns=", ".join(COLUMNS))
    rows: dict[str, Row] = {}
    for line, raw in enumerate(reader, start=2):
        row = {
            field: value.strip()
            for heading, field in names.items()
            if field is not None and (value := raw.get(heading)) and value.strip()
        }
        if row.get("date") and _date(row["date"]) is None:
            raise failure(ReadError, "error.sheet_date", path=str(path), line=str(line), date=row["date"])
        if row.get("file"):
            rows[_name(row["file"])] = row
    return rows


def row_of(rows: Mapping[str, Row], path: Path) -> Row | None:
    """The row of a file: by the longest tail of its path that the sheet names."""
    parts = path.parts
    return next((row for start in range(len(parts)) if (row := rows.get(_name("/".join(parts[start:]))))), None)


def with_supplied(document: Document, row: Row) -> Document:
    """``document`` with the fields of ``row`` that its text does not print, and a diagnostic for each that it prints
    otherwise: the text is kept, the archivist decides."""
    metadata = document.metadata
    changes: dict[str, object] = {}
    doubts: list[Diagnostic] = []
    for field, value, printed, same in _fields(metadata, row):
        if printed is None:
            changes[field] = value
        elif not same:
            doubts.append(_doubt("metadata.supplied_conflict", field, printed, row.get(_column(field), "")))
    if changes:
        evidence = {
            **metadata.evidence,
            **{field: Evidence(span=None, rule="supplied.sheet", origin="supplied") for field in changes},
        }
        metadata = metadata.model_copy(update={**changes, "evidence": evidence})
        own = own_key(metadata)
        if own.is_complete:
            iri = akoma_ntoso_iri(own, metadata.date or metadata.adopted)
            metadata = metadata.model_copy(update={"identity": str(own), "iri": iri})
    known = [item for item in document.diagnostics if not _is_answered(item, changes)]
    return document.model_copy(update={"metadata": metadata, "diagnostics": (*doubts, *known)})


def _is_answered(diagnostic: Diagnostic, changes: Mapping[str, object]) -> bool:
    return diagnostic.code == "metadata.missing" and diagnostic.params.get("field", "").split(".")[0] in changes


def _fields(metadata: Metadata, row: Row) -> Iterable[tuple[str, object, str | None, bool]]:
    """Field, supplied value, printed text, whether they agree; of the columns that are filled in."""
    if number := row.get("number"):
        printed = metadata.number.text if metadata.number is not None and metadata.number.serial else None
        yield "number", _number(number), printed, _plain(printed) == _plain(_number(number).text)
    if date := row.get("date"):
        day = _date(date)
        yield "date", day, metadata.date.isoformat() if metadata.date else None, day == metadata.date
    if issuer := row.get("issuer"):
        own = metadata.issuer
        names = {_plain(own.name), _plain(own.canonical)} if own is not None else set()
        same = any(name and (name in _plain(issuer) or _plain(issuer) in name) for name in names)
        yield "issuer", Issuer(name=issuer), own.name if own is not None else None, same
    for field in ("subject", "document_type", "territory", "place"):
        if value := row.get(field):
            printed = getattr(metadata, field)
            yield field, value, printed, _plain(value) in _plain(printed) or _plain(printed) in _plain(value)
    if name := row.get("signatory"):
        signed = [who.name for who in metadata.signatories if who.name]
        if signed:
            yield "signatories", None, ", ".join(signed), _plain(name) in map(_plain, signed)


def _number(text: str) -> Number:
    text = " ".join(text.replace("–", "-").split())
    match = _NUMBER.fullmatch(text)
    if match is None:
        return Number(text=text, serial=text if text.isdigit() else None)
    return Number(text=text, serial=match[1], year=match[2], symbol=match[3])


def _date(text: str) -> datetime.date | None:
    for pattern in _DATES:
        match = pattern.fullmatch(text.strip())
        if match is not None:
            try:
                return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                return None
    return None


def _doubt(code: str, field: str, kept: str, other: str) -> Diagnostic:
    return Diagnostic(
        code=code, severity=CATALOGUE[code].severity, params={"field": field, "kept": kept, "other": other}
    )


def _column(field: str) -> str:
    return "signatory" if field == "signatories" else field


def _field(heading: str) -> str | None:
    return next((field for field, names in COLUMNS.items() if fold(heading) in map(fold, names)), None)


def _name(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\\", "/")).casefold().removeprefix("./")


def _plain(text: object) -> str:
    return fold(str(text or "")).replace(" ", "").replace("–", "-")
