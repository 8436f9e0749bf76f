"""Documents issued with this one: a Quy định or Quy chế behind the signature has an identity of its own.

Bare pinpoints and «Quy định này» inside it are its own places, not those of the resolution that issues it; «Quy định
về …» in the resolution is that very document.
"""

from collections.abc import Iterator
from dataclasses import replace

from nghiquyet.identities import DocumentKey
from nghiquyet.identities.keys import BY_NAME, attached_key
from nghiquyet.model import Metadata, Reference
from nghiquyet.records import CleanText, Findings, Outline, OutlineDivision, OutlineNode


def identify_attached(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the identity of every attached document, and of the references that mean it."""
    own = findings.metadata.identity
    if own is None or not findings.attachments:
        return findings
    host = DocumentKey.parse(own)
    records: list[tuple[str, Metadata]] = []
    owners: dict[str, tuple[str, DocumentKey]] = {}
    keys: list[DocumentKey] = []
    contents = {attachment.id: attachment.content for attachment in outline.attachments}
    for name, metadata in findings.attachments:
        kind = metadata.document_type
        if kind is None or metadata.number is not None:
            records.append((name, metadata))
            continue
        key = attached_key(kind, host, metadata.subject)
        records.append((name, metadata.model_copy(update={"identity": str(key)})))
        keys.append(key)
        owners.update(dict.fromkeys(containers(contents.get(name, ())), (kind, key)))
    if not keys:
        return findings
    known = {
        identity: key
        for identity in {item.identity for item in findings.references}
        for key in keys
        if _is_that(identity, key)
    }
    references = tuple(_meant(reference, owners, known) for reference in findings.references)
    return replace(findings, attachments=tuple(records), references=references)


def _is_that(identity: str, attached: DocumentKey) -> bool:
    """Whether a cited title, perhaps with «về» or cut short, is that of the attached document."""
    cited = DocumentKey.parse(identity)
    if (
        cited.type != attached.type
        or not cited.number.startswith(BY_NAME)
        or cited.register not in ("_", attached.register)
    ):
        return False
    one, other = _title(cited.number), _title(attached.number)
    return one == other or (min(len(one), len(other)) > 20 and (one.startswith(other) or other.startswith(one)))


def _title(number: str) -> str:
    return number.removeprefix(BY_NAME).removeprefix("ve-").removeprefix("viec-")


def _meant(
    reference: Reference, owners: dict[str, tuple[str, DocumentKey]], known: dict[str, DocumentKey]
) -> Reference:
    key = known.get(reference.identity)
    owner = owners.get(reference.container or "")
    if key is None and owner is not None and reference.kind == "relative" and not reference.quoted:
        kind, attached = owner
        bare = reference.document_type is None and reference.resolves_to is None
        if bare or (reference.document_type == kind and reference.text.endswith("này")):
            key = attached
    if key is None or str(key) == reference.identity:
        return reference
    update = {"identity": str(key), "iri": None, "unresolved_because": None if owner else "number_missing"}
    return reference.model_copy(update=update)


def containers(nodes: tuple[OutlineNode, ...]) -> Iterator[str]:
    """The ids under which passages stand in ``nodes``."""
    for node in nodes:
        yield node.id
        if isinstance(node, OutlineDivision):
            yield from containers(node.content)
        else:
            yield from (cell.passage.container for row in node.rows for cell in row)
            yield from containers(node.content)
