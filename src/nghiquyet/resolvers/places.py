"""Where a pinpoint points: a division of this document, or the document that an article amends.

«khoản 2 Điều này» stands inside the article it means, so «này» is read as that article's number. In an article that
amends another document («Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số …») bare pinpoints, and those inside
the quoted new wording, are places of the amended document.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nghiquyet.model import DivisionKind, Pinpoint, Reference
from nghiquyet.records import (
    CleanText,
    Findings,
    Outline,
    OutlineAttachment,
    OutlineDivision,
    OutlineNode,
    Place,
)
from nghiquyet.resolvers.attached import containers
from nghiquyet.text.numerals import roman_value

_LEVELS: tuple[tuple[str, tuple[DivisionKind, ...]], ...] = (
    ("part", ("part", "section", "heading")),
    ("chapter", ("chapter",)),
    ("section", ("section", "heading", "part")),
    ("subsection", ("subsection",)),
    ("article", ("article",)),
    ("clause", ("clause", "item")),
    ("point", ("point", "item")),
    ("item", ("item",)),
)
_AMENDING = frozenset({"amends", "repeals", "replaces"})
THIS = "này"


@dataclass(slots=True)
class _Scope:
    """What the bare pinpoints of a passage may mean."""

    place: Place
    attachment: OutlineAttachment | None


def locate(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the pinpoints of relative references led to divisions, here or in the amended document."""
    if not any(
        reference.kind == "relative" and (reference.pinpoints or reference.quoted) for reference in findings.references
    ):
        return findings
    scopes = dict(_scopes(outline))
    amended = _amended(findings.references, scopes)
    references: list[Reference] = []
    last_amended: Pinpoint | None = None
    for reference in findings.references:
        scope = scopes.get(reference.container or "")
        if reference.kind == "relative" and reference.quoted and scope is not None and reference.document_type:
            references.append(_quoted_self(reference, scope, amended, findings.references))
            continue
        if reference.kind != "relative" or not reference.pinpoints or scope is None:
            references.append(reference)
            continue
        target = _target(reference, scope, amended)
        if target is None:
            references.append(_here(reference, scope, outline))
            continue
        update: dict[str, object] = {
            "identity": target.identity,
            "resolves_to": target.id,
            "iri": target.iri,
            "unresolved_because": target.unresolved_because,
        }
        if not reference.quoted:
            last_amended = reference.pinpoints[0]
        else:
            # Inside the new wording «Điều này» is the article that is quoted, or the one that is being reworded.
            known = dict(_values(last_amended)) if last_amended is not None else {}
            known |= _around(scope.place, quoted=True)
            update["pinpoints"] = tuple(_named(pinpoint, known) for pinpoint in reference.pinpoints)
        references.append(reference.model_copy(update=update))
    return replace(findings, references=tuple(references))


def _scopes(outline: Outline) -> Iterator[tuple[str, _Scope]]:
    owners: dict[str, OutlineAttachment] = {}
    for attachment in outline.attachments:
        for container in containers(attachment.content):
            owners[container] = attachment
    for place in outline.places():
        container = place.passage.container
        yield container, _Scope(place, owners.get(container))


def _amended(references: tuple[Reference, ...], scopes: dict[str, _Scope]) -> dict[str, Reference]:
    """The document that a division amends, by the division's id: the first one that its heading or its lead says so of."""
    amended: dict[str, Reference] = {}
    for reference in references:
        if reference.relation not in _AMENDING or reference.quoted:
            continue
        # «các điều của Quy định kèm theo Nghị quyết số 20»: the regulation, not what it came with.
        if reference.kind == "relative" and "attached_to" not in reference.evidence:
            continue
        scope = scopes.get(reference.container or "")
        if scope is None or not scope.place.divisions:
            continue
        amended.setdefault(scope.place.divisions[-1].id, reference)
    return amended


def _target(reference: Reference, scope: _Scope, amended: dict[str, Reference]) -> Reference | None:
    """The amended document that a bare pinpoint belongs to; None for a place in this document."""
    if reference.document_type is not None:
        return None
    divisions = scope.place.divisions
    for division in reversed(divisions):
        target = amended.get(division.id)
        if target is None or target.id == reference.id:
            continue
        if reference.quoted or not any(value == THIS for pin in reference.pinpoints for _, value in _values(pin)):
            return target
    return None


def _quoted_self(
    reference: Reference, scope: _Scope, amended: dict[str, Reference], references: tuple[Reference, ...]
) -> Reference:
    """«… theo Phụ lục II kèm theo Nghị quyết này» in the new wording of a provision: the amended resolution, or the one
    that the amended regulation came with."""
    if not reference.text.endswith("này"):
        return reference
    for division in reversed(scope.place.divisions):
        target = amended.get(division.id)
        if target is None:
            continue
        if target.document_type != reference.document_type and "attached_to" in target.evidence:
            place = next((place for place, other in enumerate(references) if other.id == target.id), len(references))
            target = references[place + 1] if place + 1 < len(references) else target
        if target.document_type == reference.document_type:
            update = {
                "identity": target.identity,
                "resolves_to": target.id,
                "iri": target.iri,
                "unresolved_because": target.unresolved_because,
            }
            return reference.model_copy(update=update)
    return reference


def _here(reference: Reference, scope: _Scope, outline: Outline) -> Reference:
    """The reference with «này» read as a number and the division it points at."""
    around = _around(scope.place, reference.quoted)
    pinpoints = tuple(_named(pinpoint, around) for pinpoint in reference.pinpoints)
    update: dict[str, object] = {}
    if pinpoints != reference.pinpoints:
        update["pinpoints"] = pinpoints
    if reference.quoted:
        return reference.model_copy(update=update) if update else reference
    found = _division(pinpoints[0], scope, outline)
    if found is not None:
        update["resolves_to"] = found
        update["unresolved_because"] = None
    else:
        update["unresolved_because"] = "no_such_division"
    return reference.model_copy(update=update)


def _around(place: Place, quoted: bool) -> dict[str, str]:
    """The numbers of the divisions around a passage, by level; of a quoted one, those of the quotation."""
    around: dict[str, str] = {}
    for division in reversed(place.divisions):
        if quoted != division.id.startswith("quot_") or division.number is None:
            continue
        for level, kinds in _LEVELS:
            if division.kind in kinds and level not in around:
                around[level] = division.number
                break
    return around


def _values(pinpoint: Pinpoint) -> Iterator[tuple[str, str]]:
    for level, _ in _LEVELS:
        value = getattr(pinpoint, level)
        if value is not None:
            yield level, value


def _named(pinpoint: Pinpoint, around: dict[str, str]) -> Pinpoint:
    """``pinpoint`` with the number of the division around for each «này»."""
    printed = dict(_values(pinpoint))
    update: dict[str, object] = {
        level: around[level] for level, value in printed.items() if value == THIS and level in around
    }
    if printed.get("clause") == THIS and "article" not in printed and "article" in around:
        # «điểm a khoản này» is in the article around.
        update["article"] = around["article"]
    if pinpoint.to is not None:
        update["to"] = _named(pinpoint.to, around)
    return pinpoint.model_copy(update=update) if update else pinpoint


def _division(pinpoint: Pinpoint, scope: _Scope, outline: Outline) -> str | None:
    """The id of the division that ``pinpoint`` names, looked for around the passage first, then in the whole document."""
    if pinpoint.appendix is not None:
        return _appendix(pinpoint.appendix, scope, outline)
    steps = list(_values(pinpoint))
    if not steps:
        return None
    roots: list[tuple[OutlineNode, ...]] = []
    if scope.attachment is not None:
        roots.append(scope.attachment.content)
    first_level = steps[0][0]
    if first_level not in ("article", "chapter", "part"):
        # «khoản 2» alone is a clause of the article around.
        roots = [division.content for division in reversed(scope.place.divisions)] + roots
    roots.append((*outline.preamble, *outline.body))
    for order in _orders(steps):
        for nodes in roots:
            found = _walk(nodes, order)
            if found is not None:
                return found.id
    return None


def _orders(steps: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """From the outside in, as laws have it, and with sections inside an article: «khoản 2 mục II Điều 1»."""
    yield steps
    levels = [level for level, _ in steps]
    if "section" in levels and "article" in levels:
        article = steps[levels.index("article")]
        yield [article, *(step for step in steps if step != article)]


def _walk(nodes: tuple[OutlineNode, ...], steps: list[tuple[str, str]]) -> OutlineDivision | None:
    kinds = dict(_LEVELS)[steps[0][0]]
    wanted = _number(steps[0][1])
    # «phần III» is the third section, not the third heading of the first.
    outer = (node for node in nodes if isinstance(node, OutlineDivision))
    for division in itertools.chain(outer, _divisions(nodes)):
        if division.kind in kinds and division.number is not None and division.number.lower() == wanted:
            if len(steps) == 1:
                return division
            inner = _walk(division.content, steps[1:])
            if inner is not None:
                return inner
    return None


def _divisions(nodes: tuple[OutlineNode, ...]) -> Iterator[OutlineDivision]:
    """Divisions in document order, outer before inner; those of quotations are another document's."""
    for node in nodes:
        if isinstance(node, OutlineDivision):
            yield node
            yield from _divisions(node.content)


def _number(printed: str) -> str:
    """The value as divisions are numbered: Roman numerals as digits, letters small."""
    value = roman_value(printed) if printed.isupper() else None
    return str(value) if value is not None else printed.lower()


def _appendix(printed: str, scope: _Scope, outline: Outline) -> str | None:
    if printed == THIS:
        return scope.attachment.id if scope.attachment is not None else None
    attachments = outline.attachments
    if printed.lower() == "phụ lục":
        return attachments[0].id if len(attachments) == 1 else None
    wanted = _number(printed.removeprefix("số "))
    for attachment in attachments:
        if attachment.number is not None and attachment.number.lower() == wanted:
            return attachment.id
    return None
