"""The columns of a table: their names, types, values and meaning, read from the class of its rows."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

_TYPES: dict[object, str] = {
    str: "text", int: "integer", bool: "boolean", Decimal: "number", datetime.date: "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    type: str
    """text, integer, boolean, number, date."""
    values: tuple[str, ...]
    """The values it can have, where they are few."""
    meaning: str


def columns(row: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of the rows of one class, in order."""
    return tuple(
        Column(name, *_kind(field.annotation), " ".join((field.description or "").split()))
        for name, field in row.model_fields.items()
    )


def _kind(annotation: object) -> tuple[str, tuple[str, ...]]:
    options = [option for option in get_args(annotation) or (annotation,) if option is not type(None)]
    if get_origin(annotation) is Literal:
        return "text", tuple(map(str, options))
    first = options[0]
    if get_origin(first) is Literal:
        return "text", tuple(map(str, get_args(first)))
    return _TYPES[first], ()
