"""Finds the published schemas: inside the installed package, or beside it in a checkout."""

from pathlib import Path

from nghiquyet.diagnostics import failure
from nghiquyet.errors import NghiquyetError

_INSTALLED = Path(__file__).parent / "_schemas"
_CHECKOUT = Path(__file__).parents[2] / "schemas"


def schema_bytes(name: str) -> bytes:
    """The bytes of ``nghiquyet.xsd`` or ``nghiquyet.schema.json``; raises NghiquyetError when the file is missing."""
    for folder in (_INSTALLED, _CHECKOUT):
        path = folder / name
        if path.is_file():
            return path.read_bytes()
    raise failure(NghiquyetError, "error.schema_missing", name=name)
