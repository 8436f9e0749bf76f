"""Identities: one key for all mentions of one document, in the order in which they can be known.

First every mention by what it says itself; then full numbers without a date, laws without a year and titles cut short,
by the one fuller mention that is compatible; then short forms, backwards; then «nêu trên» and «này». What stays open
says why, by one of these codes: ``no_candidate`` ``several_candidates`` ``no_antecedent`` ``outside_text``
``date_missing`` ``year_missing`` ``place_missing`` ``number_missing`` ``register_missing``.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.identities import UNKNOWN, DocumentKey, Mention, akoma_ntoso_iri, key_of, own_key
from nghiquyet.identities.keys import BY_NAME, name_slug
from nghiquyet.model import Metadata, Reference
from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, slug

_POINTING_BACK = ("nêu trên", "nói trên", "kể trên", "trên đây", "đã nêu", "đó")
# What a title cut short leaves out: «Chương trình mục tiêu quốc gia [giai đoạn 2021-2025]».
_YEARS = re.compile(r"-(?:giai-doan|thoi-ky|den-nam|nam|nhiem-ky)-\d{4}")
Groups = dict[tuple[str, str], dict[DocumentKey, int]]
"""Distinct keys under a common name, each with its first mention."""
MOST_BACK = 60
"""How many mentions back an antecedent is looked for."""


@dataclass(slots=True)
class Link:
    """What is known of one mention so far."""

    key: DocumentKey
    to: str | None = None
    """Id of the mention that says more."""
    because: str | None = None
    own: bool = False


def identify(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the identity of every reference and of the document itself."""
    metadata = findings.metadata
    own = _completed(own_key(metadata), findings.references, metadata)
    iri = akoma_ntoso_iri(own, metadata.date or metadata.adopted)
    metadata = metadata.model_copy(update={"identity": str(own), "iri": iri})
    links = link_mentions(findings.references, metadata, own)
    references = tuple(
        reference.model_copy(update=link) for reference, link in zip(findings.references, links, strict=True)
    )
    return replace(findings, metadata=metadata, references=references)


def _completed(own: DocumentKey, references: Sequence[Reference], metadata: Metadata) -> DocumentKey:
    """The document's own key, with what it says of itself elsewhere: the head of its annex («Ban hành kèm theo Nghị
    quyết số 17/NQ-HĐND ngày 13 tháng 7 năm 2017 …») often keeps number and date when the letterhead is lost."""
    if own.is_complete:
        return own
    keys = {
        key
        for reference in references
        if reference.kind == "numbered" and reference.document_type == metadata.document_type
        for key in [key_of(reference, metadata.territory)]
        if key.is_complete and _is_own(own, key, reference)
    }
    return keys.pop() if len(keys) == 1 else own


def _is_own(own: DocumentKey, key: DocumentKey, reference: Reference) -> bool:
    if own.number[:1] not in (UNKNOWN, BY_NAME):
        return own.number == key.number and own.is_compatible(key)
    in_annex = reference.relation == "attached_to" and (reference.container or "").startswith("att_")
    return in_annex and own._replace(number=UNKNOWN).is_compatible(key)


def link_mentions(
    mentions: Sequence[Mention], metadata: Metadata | None = None, own: DocumentKey | None = None
) -> list[dict[str, str]]:
    """Identity, IRI, link and reason of every mention, under the names of the model's fields.

    Without ``metadata`` the mentions are those of a piece of text: «Nghị quyết này» stays open.
    """
    links = [Link(DocumentKey()) if mention.kind == "relative" else Link(key_of(mention)) for mention in mentions]
    _complete(mentions, links)
    if metadata is not None and metadata.territory is not None:
        _place(mentions, links, metadata.territory)
    kind = metadata.document_type if metadata is not None else None
    dates: dict[DocumentKey, datetime.date] = {}
    for index, mention in enumerate(mentions):
        if mention.kind == "relative":
            _point(index, mentions, links, kind, own)
        elif mention.date is not None:
            dates.setdefault(links[index].key, mention.date)
    return [_fields(link, dates) for link in links]


def _place(mentions: Sequence[Mention], links: list[Link], territory: str) -> None:
    """Local bodies that no other mention places belong where the document does."""
    for mention, link in zip(mentions, links, strict=True):
        if link.key.territory == UNKNOWN and link.to is None and mention.kind != "relative":
            link.key = key_of(mention, territory)


def _fields(link: Link, dates: dict[DocumentKey, datetime.date]) -> dict[str, str]:
    key = link.key
    fields = {"identity": str(key)}
    if link.to is not None:
        fields["resolves_to"] = link.to
    if key.is_complete:
        iri = akoma_ntoso_iri(key, dates.get(key))
        if iri is not None:
            fields["iri"] = iri
    elif not link.own:
        fields["unresolved_because"] = link.because or _reason(key)
    return fields


def _reason(key: DocumentKey) -> str:
    if key.number.endswith("-_"):
        return "no_candidate"
    if key.number == UNKNOWN or key.number.startswith(BY_NAME):
        return "year_missing" if key.when == UNKNOWN and key.register in ("qh", "ubtvqh") else "number_missing"
    if key.territory == UNKNOWN:
        return "place_missing"
    if key.when == UNKNOWN:
        return "date_missing"
    return "register_missing"


def _complete(references: Sequence[Mention], links: list[Link]) -> None:
    """Mentions that say less take the key of the one fuller document they are compatible with.

    A full number or the name of a law finds it anywhere; a bare serial and a shortened title only before them. Groups
    hold each distinct key once, so that a document cited a thousand times costs no more than one cited twice.
    """
    numbers: Groups = {}
    names: Groups = {}
    for index, (reference, link) in enumerate(zip(references, links, strict=True)):
        key = link.key
        if reference.kind == "relative" or key.number.endswith("-_"):
            continue
        _join(numbers, (key.type, key.number), key, index)
        if reference.name is not None and reference.kind in ("named", "numbered") and not reference.amendment:
            _join(names, (key.type, name_slug(reference.document_type or "", reference.name)), key, index)
    titles: Groups = {}
    serials: Groups = {}
    for index, (reference, link) in enumerate(zip(references, links, strict=True)):
        key = link.key
        if reference.kind == "relative" or key.is_complete:
            pass
        elif key.number.endswith("-_"):
            _adopt(link, serials.get((key.type, key.number[:-2])), references)
        elif key.number.startswith(BY_NAME):
            _adopt(link, _fuller(names.get((key.type, key.number[1:])), key), references)
            if link.to is None:
                _adopt(link, titles.get((key.type, key.number)), references)
            base = _YEARS.split(key.number, maxsplit=1)[0]
            if base != key.number:
                _join(titles, (key.type, base), key, index)
        elif key.number != UNKNOWN:
            _adopt(link, _fuller(numbers.get((key.type, key.number)), key), references)
        if link.key.number[:1].isdecimal() and not link.key.number.endswith("-_"):
            _join(serials, (link.key.type, link.key.number.split("-", 1)[0]), link.key, index)


def _join(groups: Groups, name: tuple[str, str], key: DocumentKey, index: int) -> None:
    groups.setdefault(name, {}).setdefault(key, index)


def _fuller(group: dict[DocumentKey, int] | None, key: DocumentKey) -> dict[DocumentKey, int] | None:
    if group is None:
        return None
    return {other: index for other, index in group.items() if _is_fuller(other, key)}


def _is_fuller(one: DocumentKey, other: DocumentKey) -> bool:
    """``one`` knows all that ``other`` knows, and more."""
    pairs = (
        (one.side, other.side),
        (one.register, other.register),
        (one.territory, other.territory),
        (one.when, other.when),
    )
    return one != other and all(b in (UNKNOWN, a) for a, b in pairs)


def _adopt(link: Link, candidates: dict[DocumentKey, int] | None, references: Sequence[Mention]) -> None:
    if not candidates:
        return
    # A name cut short, or a name beside a number, is no contradiction: the number part is not compared again.
    fitting = [key for key in candidates if key._replace(number=link.key.number).is_compatible(link.key)]
    if len(fitting) == 1:
        link.key = fitting[0]
        link.to = references[candidates[fitting[0]]].id
    elif len(fitting) > 1:
        link.because = "several_candidates"


def _point(
    index: int, references: Sequence[Mention], links: list[Link], own_kind: str | None, own: DocumentKey | None
) -> None:
    """«này», «nêu trên», a bare pinpoint: the document itself, or the nearest one before of the same kind."""
    reference, link = references[index], links[index]
    kind = reference.document_type
    back = reference.text.endswith(_POINTING_BACK)
    fits = kind is None or own_kind is None or fold(kind) == fold(own_kind)
    if not back and fits and not reference.quoted:
        link.own = own is not None
        link.key = own if own is not None else DocumentKey(type=_slug(kind))
        link.because = "outside_text"
        return
    if kind is None:
        link.because = "no_antecedent"
        return
    for other in range(index - 1, max(-1, index - 1 - MOST_BACK), -1):
        candidate = references[other]
        if candidate.document_type == kind and candidate.kind != "relative":
            link.key, link.to = links[other].key, candidate.id
            return
    link.key = DocumentKey(type=_slug(kind))
    link.because = "no_antecedent"


def _slug(kind: str | None) -> str:
    return slug(kind) if kind else UNKNOWN
