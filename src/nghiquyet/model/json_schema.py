"""The JSON Schema of a document: ``python -m nghiquyet.model.json_schema > schemas/nghiquyet.schema.json``."""

import json
import sys

from pydantic import VERSION

from nghiquyet.model.document import Document

DRAWN_BY = f"drawn by pydantic {'.'.join(VERSION.split('.')[:2])}"
"""Another minor version of pydantic may write the same schema in other words."""


def json_schema() -> bytes:
    """The schema as the model has it, with the descriptions of every field; the same bytes for the same model and pydantic."""
    schema = Document.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$comment"] = DRAWN_BY
    return (json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(json_schema())
