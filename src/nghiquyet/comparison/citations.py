"""Documents cited by two resolutions, matched by identity."""

from collections import Counter
from collections.abc import Mapping, Sequence

from nghiquyet.comparison.changes import Match, Mention, ReferenceChange
from nghiquyet.identities.keys import BY_NAME, UNKNOWN, DocumentKey
from nghiquyet.model import Document, Reference, Span

_LONGEST_LIST = 200
"""Characters from the type that several citations share to the last of them."""


def compare_references(before: Document, after: Document) -> tuple[ReferenceChange, ...]:
    """Each cited document once: newly cited, no longer cited, cited in both; in the order of the later text."""
    one, other = _cited(before), _cited(after)
    partner = _partners(one, other)
    taken = set(partner.values())
    found: list[ReferenceChange] = []
    for identity, mentions in other.items():
        earlier = partner.get(identity)
        full = min(identity, earlier, key=_unknown_parts) if earlier else identity
        found.append(
            ReferenceChange(
                status="both" if earlier else "new",
                identity=full,
                text=_longest(mentions, after),
                before=_mentions(one[earlier]) if earlier else (),
                after=_mentions(mentions),
                is_earlier=before.metadata.identity in (identity, earlier) and before.metadata.identity is not None,
                match=_match(earlier, identity) if earlier else None,
            )
        )
    found.extend(
        ReferenceChange(status="gone", identity=identity, text=_longest(mentions, before), before=_mentions(mentions))
        for identity, mentions in one.items()
        if identity not in taken
    )
    return tuple(found)


def _cited(document: Document) -> dict[str, list[Reference]]:
    """The documents cited, «this resolution» and its own divisions left out."""
    found: dict[str, list[Reference]] = {}
    for reference in document.references:
        if reference.kind != "relative" and not _is_itself(reference, document):
            found.setdefault(reference.identity, []).append(reference)
    return found


def _is_itself(reference: Reference, document: Document) -> bool:
    """A resolution that names its own number, in a header or in «Nghị quyết số …, ngày …, sau đây gọi tắt là …»."""
    number, own = reference.number, document.metadata.number
    if reference.identity in (document.id, document.metadata.identity):
        return True
    dates = {reference.date, document.metadata.date} - {None}
    return number is not None and own is not None and number.text == own.text and len(dates) < 2


def _partners(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, str]:
    """Later identity → earlier identity: the same, or the only one that an identity with unknown parts may be."""
    found = {identity: identity for identity in other if identity in one}
    ones = {identity: DocumentKey.parse(identity) for identity in one if identity not in found}
    others = {identity: DocumentKey.parse(identity) for identity in other if identity not in found}
    for stage in (_lacks_only_the_year, _may_be_one):
        near = {
            later: [earlier for earlier, key in ones.items() if stage(key, other_key)]
            for later, other_key in others.items()
        }
        back = Counter(earlier for candidates in near.values() for earlier in candidates)
        for later, candidates in near.items():
            if len(candidates) == 1 and back[candidates[0]] == 1:
                found[later] = candidates[0]
                del others[later], ones[candidates[0]]
    return found


def _lacks_only_the_year(one: DocumentKey, other: DocumentKey) -> bool:
    return one[:-1] == other[:-1] and UNKNOWN in (one.when, other.when)


def _may_be_one(one: DocumentKey, other: DocumentKey) -> bool:
    """Compatible, with numbers that say so: a law by its name may be any numbered one."""
    numbers = one.number, other.number
    named = [number.startswith(BY_NAME) for number in numbers]
    return UNKNOWN not in numbers and named[0] == named[1] and one.is_compatible(other)


def _match(earlier: str, later: str) -> Match:
    if earlier == later:
        return Match(score=1.0, rule="same_identity")
    if _lacks_only_the_year(DocumentKey.parse(earlier), DocumentKey.parse(later)):
        return Match(score=0.9, rule="same_but_year")
    return Match(score=0.7, rule="compatible_identity", doubtful=True)


def _unknown_parts(identity: str) -> int:
    return sum(part == UNKNOWN or part.endswith("-_") for part in identity.split(":"))


def _mentions(references: Sequence[Reference]) -> tuple[Mention, ...]:
    return tuple(
        Mention(id=reference.id, text=reference.text, relation=reference.relation, span=reference.span)
        for reference in references
    )


def _longest(references: Sequence[Reference], document: Document) -> str:
    return max((_shown(reference, document) for reference in references), key=len)


def _shown(reference: Reference, document: Document) -> str:
    """The printed words, from the type on: of «Nghị quyết Trung ương 4 khóa XI, XII» the second citation prints «XII»."""
    head = reference.evidence.get("document_type")
    if head is None or not 0 < reference.span.start - head.start <= _LONGEST_LIST:
        return reference.text
    return " ".join(document.slice(Span(start=head.start, end=reference.span.end)).split())
