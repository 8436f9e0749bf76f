"""The JSON Schema of a document: ``python -m nghiquyet.model.json_schema > schemas/nghiquyet.schema.json``."""

import json
import sys

from nghiquyet.model.document import Document


def json_schema() -> bytes:
    """The schema as the model has it, with the descriptions of every field; the same bytes for the same model."""
    schema = Document.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return (json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(json_schema())
