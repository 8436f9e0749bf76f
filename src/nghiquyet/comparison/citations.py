"""Documents cited by two resolutions, matched by identity."""

from collections.abc import Mapping, Sequence

from nghiquyet.comparison.changes import Match, Mention, ReferenceChange
from nghiquyet.model import Document, Reference


def compare_references(before: Document, after: Document) -> tuple[ReferenceChange, ...]:
    """Each cited document once: newly cited, no longer cited, cited in both; in the order of the later text."""
    one, other = _cited(before), _cited(after)
    partner = _partners(one, other)
    taken = set(partner.values())
    found: list[ReferenceChange] = []
    for identity, mentions in other.items():
        earlier = partner.get(identity)
        full = earlier if earlier and _lacks_year(identity) else identity
        found.append(
            ReferenceChange(
                status="both" if earlier else "new",
                identity=full,
                text=_longest(mentions),
                before=_mentions(one[earlier]) if earlier else (),
                after=_mentions(mentions),
                is_earlier=before.metadata.identity in (identity, earlier) and before.metadata.identity is not None,
                match=_match(earlier, identity) if earlier else None,
            )
        )
    found.extend(
        ReferenceChange(status="gone", identity=identity, text=_longest(mentions), before=_mentions(mentions))
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
    """Later identity → earlier identity: the same, or the same but for a year that one of them does not print."""
    found = {identity: identity for identity in other if identity in one}
    waiting: dict[str, list[str]] = {}
    for identity in one:
        if identity not in found:
            waiting.setdefault(_stem(identity), []).append(identity)
    for identity in other:
        near = [
            earlier for earlier in waiting.get(_stem(identity), ()) if _lacks_year(identity) or _lacks_year(earlier)
        ]
        if identity not in found and len(near) == 1:
            found[identity] = near[0]
            waiting[_stem(identity)].remove(near[0])
    return found


def _stem(identity: str) -> str:
    """An identity without its last part, the year."""
    return identity.rpartition(":")[0]


def _lacks_year(identity: str) -> bool:
    return identity.endswith(":_")


def _match(earlier: str, later: str) -> Match:
    return Match(score=1.0, rule="same_identity") if earlier == later else Match(score=0.9, rule="same_but_year")


def _mentions(references: Sequence[Reference]) -> tuple[Mention, ...]:
    return tuple(
        Mention(id=reference.id, text=reference.text, relation=reference.relation, span=reference.span)
        for reference in references
    )


def _longest(references: Sequence[Reference]) -> str:
    return max((reference.text for reference in references), key=len)
