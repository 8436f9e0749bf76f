"""Identities: one key for all mentions of one document, in the order in which they can be known.

First every mention by what it says itself; then full numbers without a date, laws without a year and titles cut short,
by the one fuller mention that is compatible; then short forms, backwards; then «nêu trên» and «này». What stays open
says why, by one of these codes: ``no_candidate`` ``several_candidates`` ``no_antecedent`` ``outside_text``
``date_missing`` ``year_missing`` ``place_missing`` ``number_missing`` ``register_missing``.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.identities import UNKNOWN, DocumentKey, Mention, Registry, akoma_ntoso_iri, key_of, own_key
from nghiquyet.identities.keys import BY_NAME, attached_key, name_slug
from nghiquyet.model import Metadata, Reference
from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, slug

_POINTING_BACK = ("nêu trên", "nói trên", "kể trên", "trên đây", "đã nêu", "đó")
# What a title cut short leaves out: «Chương trình mục tiêu quốc gia [giai đoạn 2021-2025]».
_YEARS = re.compile(r"-(?:giai-doan|thoi-ky|den-nam|nam|nhiem-ky)-\d{4}")
Groups = dict[tuple[str, str], dict[DocumentKey, int]]
"""Distinct keys under a common name, each with its first mention."""
NAME_DEFINED = "references.aliases.defined"
NAME_USED = "references.aliases.used"
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


def identify(clean: CleanText, outline: Outline, findings: Findings, registry: Registry | None = None) -> Findings:
    """``findings`` with the identity of every reference and of the document itself."""
    metadata = findings.metadata
    own = _completed(own_key(metadata), findings.references, metadata)
    iri = akoma_ntoso_iri(own, metadata.date or metadata.adopted)
    metadata = metadata.model_copy(update={"identity": str(own), "iri": iri})
    links = link_mentions(findings.references, metadata, own, registry)
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
    mentions: Sequence[Mention],
    metadata: Metadata | None = None,
    own: DocumentKey | None = None,
    registry: Registry | None = None,
) -> list[dict[str, str]]:
    """Identity, IRI, link and reason of every mention, under the names of the model's fields.

    Without ``metadata`` the mentions are those of a piece of text: «Nghị quyết này» stays open.
    """
    links = [Link(DocumentKey()) if mention.kind == "relative" else Link(key_of(mention)) for mention in mentions]
    _complete(mentions, links, metadata.territory if metadata is not None else None)
    if metadata is not None and metadata.territory is not None:
        _place(mentions, links, metadata.territory)
    kind = metadata.document_type if metadata is not None else None
    dates: dict[DocumentKey, datetime.date] = {}
    if registry is not None:
        _look_up(mentions, links, registry, dates)
    for index, mention in enumerate(mentions):
        if mention.kind == "relative":
            _point(index, mentions, links, kind, own)
        elif mention.date is not None:
            dates.setdefault(links[index].key, mention.date)
    _attach(mentions, links)
    return [_fields(link, dates) for link in links]


def _look_up(
    mentions: Sequence[Mention], links: list[Link], registry: Registry, dates: dict[DocumentKey, datetime.date]
) -> None:
    """What the text leaves open is asked of the registry; an answer that contradicts what is printed is not taken."""
    for mention, link in zip(mentions, links, strict=True):
        if mention.kind == "relative" or link.key.is_complete:
            continue
        record = registry.lookup(str(link.key))
        if record is None:
            continue
        key = DocumentKey.parse(record.key)
        if key.is_compatible(link.key):
            link.key, link.because = key, None
            if record.date is not None:
                dates.setdefault(key, record.date)


def _attach(mentions: Sequence[Mention], links: list[Link]) -> None:
    """«Quy định … ban hành kèm theo Nghị quyết số 20»: body, place and year are those of the document it came with.

    Where the title is left out, it is the one document of that kind known to have come with the same one.
    """
    renamed: dict[DocumentKey, DocumentKey] = {}
    titled: dict[tuple[str, DocumentKey], DocumentKey] = {}
    bare: list[tuple[int, DocumentKey]] = []
    for index, mention in enumerate(mentions[:-1]):
        if "attached_to" not in mention.evidence or mention.document_type is None:
            continue
        host, key = links[index + 1].key, links[index].key
        if mention.kind == "relative":
            bare.append((index, host))
        elif key.register == UNKNOWN and key.number.startswith(BY_NAME):
            renamed[key] = host._replace(type=key.type, number=key.number)
            titled.setdefault((key.type, host), renamed[key])
    for index, host in bare:
        kind = mentions[index].document_type or ""
        key = attached_key(kind, host, None)
        links[index] = Link(titled.get((key.type, host), key))
    if renamed:
        for link in links:
            link.key = renamed.get(link.key, link.key)


def _place(mentions: Sequence[Mention], links: list[Link], territory: str) -> None:
    """Local bodies that no other mention places belong where the document does."""
    for mention, link in zip(mentions, links, strict=True):
        if link.key.territory == UNKNOWN and mention.kind != "relative":
            placed = key_of(mention, territory)
            link.key = placed if link.to is None else link.key._replace(territory=placed.territory)


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


def _complete(references: Sequence[Mention], links: list[Link], territory: str | None) -> None:
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
            by_name = key.number.startswith(BY_NAME)
            name = key.number[1:] if by_name else name_slug(reference.document_type or "", reference.name)
            _join(names, (key.type, name), key, index)
    titles: Groups = {}
    serials: Groups = {}
    for index, (reference, link) in enumerate(zip(references, links, strict=True)):
        key = link.key
        if reference.kind == "relative" or key.is_complete:
            pass
        elif key.number.endswith("-_"):
            _adopt(link, serials.get((key.type, key.number[:-2])), references)
            if link.to is None and link.because is None and index + 1 < len(links):
                # «Viết tắt: NĐ 330 là Nghị định số 330/2025/NĐ-CP»
                ahead = links[index + 1].key
                if ahead.type == key.type and ahead.number.split("-", 1)[0] == key.number[:-2]:
                    _adopt(link, {ahead: index + 1}, references)
        elif key.number.startswith(BY_NAME):
            _adopt(link, _in_force(_fuller(names.get((key.type, key.number[1:])), key), index, references), references)
            if link.to is None:
                _adopt(link, titles.get((key.type, key.number)), references)
            whole = _without_place(key.number, territory)
            if link.to is None and whole != key.number:
                _adopt(link, titles.get((key.type, whole)), references)
            _join(titles, (key.type, whole), link.key, index)
            base = _YEARS.split(key.number, maxsplit=1)[0]
            if base != key.number:
                _join(titles, (key.type, base), link.key, index)
        elif key.number != UNKNOWN:
            _adopt(link, _fuller(numbers.get((key.type, key.number)), key), references)
        if link.key.number[:1].isdecimal() and not link.key.number.endswith("-_"):
            _join(serials, (link.key.type, link.key.number.split("-", 1)[0]), link.key, index)


def _without_place(number: str, territory: str | None) -> str:
    """A title in which «của tỉnh», «tỉnh Đồng Tháp» and «tỉnh» are one, where the text is one of Đồng Tháp."""
    if territory is not None:
        number = re.sub(rf"-(tinh|thanh-pho)-{slug(territory)}(?=-|$)", r"-\1", number)
    return re.sub(r"-(?:cua|tren-dia-ban)-(tinh|thanh-pho)(?=-|$)", r"-\1", number)


def _join(groups: Groups, name: tuple[str, str], key: DocumentKey, index: int) -> None:
    groups.setdefault(name, {}).setdefault(key, index)


def _fuller(group: dict[DocumentKey, int] | None, key: DocumentKey) -> dict[DocumentKey, int] | None:
    if group is None:
        return None
    return {other: index for other, index in group.items() if _is_fuller(other, key)}


def _in_force(
    candidates: dict[DocumentKey, int] | None, index: int, references: Sequence[Mention]
) -> dict[DocumentKey, int] | None:
    """Of several laws of one name the one that the text is based on, else the only one that was named before."""
    if candidates is None or len(candidates) < 2:
        return candidates
    bases = {key: first for key, first in candidates.items() if references[first].relation == "basis"}
    if len(bases) == 1:
        return bases
    before = {key: first for key, first in candidates.items() if first < index}
    return before if len(before) == 1 else candidates


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
    if fitting == [link.key]:
        return
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
    if reference.rule in (NAME_DEFINED, NAME_USED):
        _named(index, references, links)
        return
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
    if "plural" in reference.evidence:
        # «các Nghị quyết nêu trên» are several.
        link.key, link.because = DocumentKey(type=_slug(kind)), "several_candidates"
        return
    for other in range(index - 1, max(-1, index - 1 - MOST_BACK), -1):
        candidate = references[other]
        if candidate.document_type == kind and candidate.kind != "relative":
            link.key, link.to = links[other].key, candidate.id
            return
    link.key = DocumentKey(type=_slug(kind))
    link.because = "no_antecedent"


def _named(index: int, references: Sequence[Mention], links: list[Link]) -> None:
    """«(sau đây gọi tắt là Chương trình)» is the document before it; «Chương trình» later on is what was called so."""
    mention, link = references[index], links[index]
    for other in range(index - 1, -1, -1):
        candidate = references[other]
        if mention.rule == NAME_USED:
            meant = candidate.rule == NAME_DEFINED and candidate.name == mention.name
        else:
            meant = "alias" in candidate.evidence and candidate.document_type == mention.document_type
        if meant:
            link.key, link.to = links[other].key, links[other].to or candidate.id
            return
    link.key = DocumentKey(type=_slug(mention.document_type))
    link.because = "no_antecedent"


def _slug(kind: str | None) -> str:
    return slug(kind) if kind else UNKNOWN
