"""What must hold for every document, whatever its text."""

import nghiquyet
from nghiquyet import Document
from nghiquyet.formats import FORMATS, native_json, native_xml, problems
from survey import unaccounted


def check(text: str) -> Document:
    """The document of ``text``: nothing lost, nothing twice, ids unique, files valid and exact inverses, stable bytes."""
    document = nghiquyet.parse_text(text)
    assert document.source.text == text
    return check_document(document)


def check_document(document: Document) -> Document:
    """What ``check`` says, of a document that was read from a file."""
    text = document.source.text
    assert text is not None
    lost, twice = unaccounted(document, text)
    assert lost == []
    assert twice == []
    identifiers = [node.id for node in document.walk()]
    assert len(identifiers) == len(set(identifiers))
    for known in FORMATS:
        data = known.dump(document)
        assert known.load(data) == document
        assert known.dump(known.load(data)) == data
    assert problems(native_xml.dump(document)) == ()
    assert problems(native_json.dump(document)) == ()
    return document
