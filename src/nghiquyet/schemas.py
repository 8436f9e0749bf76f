"""Finds the published schemas: inside the installed package, or beside it in a checkout.

``python -m nghiquyet.schemas`` writes ``nghiquyet.schema.json`` anew from the model.
"""

import json
import sys
from pathlib import Path

from nghiquyet.errors import NghiquyetError

_INSTALLED = Path(__file__).parent / "_schemas"
_CHECKOUT = Path(__file__).parents[2] / "schemas"


def schema_bytes(name: str) -> bytes:
    """The bytes of ``nghiquyet.xsd`` or ``nghiquyet.schema.json``; raises NghiquyetError when the file is missing."""
    for folder in (_INSTALLED, _CHECKOUT):
        path = folder / name
        if path.is_file():
            return path.read_bytes()
    raise NghiquyetError(f"the schema {name} is missing from this installation; install nghiquyet again")


def json_schema() -> bytes:
    """The JSON Schema of a document as its model has it, with the descriptions of every field."""
    from nghiquyet.model import Document  # the model is not needed to find a file

    schema = Document.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return (json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


if __name__ == "__main__":
    target = _CHECKOUT / "nghiquyet.schema.json"
    target.write_bytes(json_schema())
    sys.stdout.write(f"{target}\n")
