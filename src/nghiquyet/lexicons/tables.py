"""Tables of words: read once, checked once. A row holds words, an attested example and its source.

A table is a TOML file beside this module::

    [[rows]]
    words = ["trên", "hơn"]
    example = "đạt trên 18.000 tỷ đồng"
    source = "bac-giang-2025"
    comparator = "gt"

``words`` match case-sensitively on word boundaries; ``cases = true`` at the top of a table adds Capitalised and
UPPER forms. Every ``example`` must contain one of its row's words, and no other row's words may win there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from typing import TypeVar

import tomli

from nghiquyet.errors import LexiconError
from nghiquyet.lexicons.own import VARIABLE, own_files
from nghiquyet.text.tries import PhraseIndex, with_cases

Cell = str | int | float | bool | list[str]
Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``words`` and what they mean. ``cells`` are the columns beside words, example and source."""

    table: str
    words: tuple[str, ...]
    example: str
    source: str
    cells: Mapping[str, Cell]

    def text(self, column: str, default: str | None = None) -> str:
        """The text in ``column``; raises LexiconError where the row has none and no default is given."""
        value = self.cells.get(column, default)
        if not isinstance(value, str):
            raise LexiconError(f"{self.table}: row {self.words[0]!r} wants text in column {column!r}, has {value!r}")
        return value

    def one_of(self, column: str, allowed: Iterable[Choice]) -> Choice:
        """The value of ``allowed`` that stands in ``column``; raises LexiconError for any other."""
        value = self.text(column)
        for choice in allowed:
            if choice == value:
                return choice
        raise LexiconError(
            f"{self.table}: row {self.words[0]!r} has {value!r} in column {column!r}; {list(allowed)} may"
        )

    def optional(self, column: str) -> str | None:
        """The text in ``column``, or None where the row has none."""
        return self.text(column) if column in self.cells else None


class Table:
    """A named table of rows and the index of their words."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def _content(self) -> tuple[tuple[Row, ...], bool]:
        data = tomli.loads(_read(f"{self.name}.toml").decode())
        rows = tuple(_row(self.name, cells) for cells in data.get("rows", ()))
        return self._own_rows() + rows, bool(data.get("cases", False))

    def _own_rows(self) -> tuple[Row, ...]:
        name = f"{self.name}.toml"
        data = own_files().get(name)
        if data is None:
            return ()
        try:
            rows = tomli.loads(data.decode()).get("rows", ())
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LexiconError(f"{name} of {VARIABLE}: {error}; a table is TOML in UTF-8") from error
        return tuple(_row(f"{self.name} of {VARIABLE}", cells) for cells in rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in file order."""
        return self._content[0]

    @cached_property
    def index(self) -> PhraseIndex[Row]:
        """Longest-match index over the words of all rows; the first row that names a word owns it."""
        rows, cases = self._content
        phrases: dict[str, Row] = {}
        for row in rows:
            for phrase in with_cases(row.words) if cases else row.words:
                phrases.setdefault(phrase, row)
        return PhraseIndex(phrases)

    def finditer(self, text: str) -> Iterator[tuple[int, int, Row]]:
        """``(start, end, row)`` of every phrase of the table in ``text``."""
        return self.index.finditer(text)


def _row(table: str, cells: Mapping[str, Cell]) -> Row:
    words = cells.get("words")
    if not isinstance(words, list) or not words:
        raise LexiconError(f'{table}: a row has no words: {dict(cells)!r}; give it words = ["…"]')
    for column in ("example", "source"):
        if not isinstance(cells.get(column), str):
            raise LexiconError(f"{table}: row {words[0]!r} has no {column}; every row needs an attested example")
    others = {name: value for name, value in cells.items() if name not in ("words", "example", "source")}
    return Row(table, tuple(words), str(cells["example"]), str(cells["source"]), others)


def _read(name: str) -> bytes:
    return files("nghiquyet.lexicons").joinpath(name).read_bytes()


@cache
def lexicons_sha256() -> str:
    """SHA-256 over every table file and profile, in name order, then the user's own: the words a document was read with."""
    digest = sha256()
    folder = files("nghiquyet.lexicons")
    entries = {entry.name: entry for entry in folder.iterdir()}
    entries |= {f"profiles/{entry.name}": entry for entry in folder.joinpath("profiles").iterdir()}
    for name in sorted(entries):
        if name.endswith((".toml", ".tsv")):
            digest.update(f"{name}\0".encode())
            digest.update(entries[name].read_bytes())
    for name, data in own_files().items():
        digest.update(f"own/{name}\0".encode())
        digest.update(data)
    return digest.hexdigest()
