"""Which document a citation means: keys, the IRI, lists of known documents."""

from nghiquyet.identities.cited import CitedDocument, cited_documents
from nghiquyet.identities.keys import UNKNOWN, DocumentKey, Mention, key_of, own_key
from nghiquyet.identities.naming import akoma_ntoso_iri
from nghiquyet.identities.registry import CsvRegistry, Registered, Registry

__all__ = [
    "UNKNOWN",
    "CitedDocument",
    "CsvRegistry",
    "DocumentKey",
    "Mention",
    "Registered",
    "Registry",
    "akoma_ntoso_iri",
    "cited_documents",
    "key_of",
    "own_key",
]
