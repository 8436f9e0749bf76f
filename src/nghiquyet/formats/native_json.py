"""Document ↔ JSON: the fields of the model, byte for byte the same for the same document, lossless for every str."""

import json
import re
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from nghiquyet.diagnostics import failure
from nghiquyet.errors import SchemaError
from nghiquyet.formats.refusals import check_version, not_a_document
from nghiquyet.model import Document

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL)


def dump(document: Document) -> bytes:
    """UTF-8 JSON with a final newline. Lone surrogates are written as ``\\udXXX``; decimals are strings."""
    text = json.dumps(document.model_dump(), ensure_ascii=False, indent=1, default=_plain)
    return (_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n").encode("utf-8")


def load(data: bytes) -> Document:
    """The document that ``dump`` wrote, equal to it in every field.

    Raises SchemaError for bytes that are no JSON, no document, or of a schema version that this library cannot read.
    """
    try:
        text = data.decode("utf-8-sig")
        # Characters beyond U+FFFF are written as they are: what is escaped stood alone and must not be joined.
        if "\\ud" in text or "\\uD" in text:
            text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match.group(), text)
        fields = json.loads(text)
    except UnicodeDecodeError as error:
        raise failure(SchemaError, "error.not_utf8", offset=str(error.start)) from error
    except json.JSONDecodeError as error:
        raise failure(
            SchemaError, "error.not_json", reason=error.msg, line=str(error.lineno), column=str(error.colno)
        ) from error
    if not isinstance(fields, dict):
        raise failure(SchemaError, "error.not_object", found=type(fields).__name__)
    check_version(fields.get("schema_version"))
    try:
        return Document.model_validate(fields)
    except ValidationError as error:
        raise not_a_document(error) from error


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")
