"""What is wrong with a document in XML."""

from lxml import etree

from nghiquyet.formats.native_xml.characters import read_text
from nghiquyet.formats.native_xml.names import MARKED, NAMESPACE
from nghiquyet.formats.native_xml.reading import load, parse
from nghiquyet.formats.native_xml.schema import schema_problems
from nghiquyet.formats.native_xml.writing import dump
from nghiquyet.formats.validation import document_problems


def problems(data: bytes) -> tuple[str, ...]:
    """What the schema finds; where it finds nothing, what the rules of a document find, and marks in a text that are
    not where their fact is. Raises SchemaError for bytes that are no document at all."""
    root = parse(data)
    against_schema = schema_problems(root)
    if against_schema:
        return against_schema
    document = load(data)
    return (*document_problems(document), *_misplaced(root, parse(dump(document))))


def _misplaced(root: etree._Element, expected: etree._Element) -> tuple[str, ...]:
    found, right = _marks(root), _marks(expected)
    wrong = [mark for mark in found if mark not in right]
    missing = [mark for mark in right if mark not in found]
    return (
        *(f"mark of {ref} in {holder}: {text[:40]!r} is not where the fact is printed" for holder, ref, text in wrong),
        *(f"mark of {ref} in {holder} is missing around {text[:40]!r}" for holder, ref, text in missing),
    )


def _marks(root: etree._Element) -> dict[tuple[str, str, str], int]:
    """Each mark by the id of what holds the text, the fact it points at and the text inside."""
    found: dict[tuple[str, str, str], int] = {}
    names = {f"{{{NAMESPACE}}}{name}" for name in MARKED}
    for element in root.iter(*names):
        ref = element.get("ref")
        if ref is None:
            continue
        holder = next((above.get("id", "") for above in element.iterancestors() if above.get("id")), "")
        found[holder, ref, read_text(element)] = 1
    return found
