"""What is wrong with a document in XML."""

from lxml import etree

from nghiquyet.diagnostics import Problem, problem
from nghiquyet.formats.native_xml.characters import read_text
from nghiquyet.formats.native_xml.inline import marked_texts
from nghiquyet.formats.native_xml.names import MARKED, qualified
from nghiquyet.formats.native_xml.reading import document_in, parse
from nghiquyet.formats.native_xml.schema import schema_problems
from nghiquyet.formats.validation import document_problems
from nghiquyet.model import Document


def problems(data: bytes) -> tuple[Problem, ...]:
    """What the schema finds; where it finds nothing, what the rules of a document find, and marks in a text that are
    not where their fact is. Raises SchemaError for bytes that are no document at all."""
    root = parse(data)
    against_schema = schema_problems(root)
    if against_schema:
        return against_schema
    document = document_in(root)
    return (*document_problems(document), *_misplaced(root, document))


def _misplaced(root: etree._Element, document: Document) -> tuple[Problem, ...]:
    found = _marks(root)
    right = {
        (holder, ref, text[start:end]) for holder, text, marks in marked_texts(document) for start, end, _, ref in marks
    }
    return (
        *(problem("mark", id=ref, where=holder, text=text[:40]) for holder, ref, text in sorted(found - right)),
        *(problem("mark_missing", id=ref, where=holder, text=text[:40]) for holder, ref, text in sorted(right - found)),
    )


def _marks(root: etree._Element) -> set[tuple[str, str, str]]:
    """Each mark by the id of what holds the text, the fact it points at and the text inside."""
    found = set()
    for element in root.iter(*(qualified(name) for name in MARKED)):
        ref = element.get("ref")
        if ref is not None:
            holder = next((above.get("id", "") for above in element.iterancestors() if above.get("id")), "")
            found.add((holder, ref, read_text(element)))
    return found
