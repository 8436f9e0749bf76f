"""Sections of two resolutions matched by what they are for and what they are called."""

from collections.abc import Iterator, Sequence

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import Match, SectionChange, SectionSide
from nghiquyet.model import Attachment, Block, Division, Document
from nghiquyet.text.vietnamese import fold

_ACCEPTED, _SURE, _ROLE_ALONE = 0.68, 0.78, 0.5


def compare_sections(before: Document, after: Document) -> tuple[SectionChange, ...]:
    """Titled divisions in the order of the later text, dropped ones at the end of what they stood behind."""
    one, other = list(_titled(before)), list(_titled(after))
    scores = _scores(one, other)
    partner = {right: left for left, right in best_pairs(scores)}
    matches = {right: _match(one[left], other[right], scores[left, right]) for right, left in partner.items()}
    for left, right in _by_role(one, other, set(partner.values()), set(partner)):
        partner[right] = left
        matches[right] = Match(score=_ROLE_ALONE, rule="same_role", doubtful=True)
    taken = set(partner.values())
    found: list[SectionChange] = []
    waiting = [left for left in range(len(one)) if left not in taken]
    for right, section in enumerate(other):
        place = partner.get(right)
        if place is None:
            found.append(SectionChange(status="added", after=section))
            continue
        while waiting and waiting[0] < place:
            found.append(SectionChange(status="dropped", before=one[waiting.pop(0)]))
        found.append(SectionChange(status="matched", before=one[place], after=section, match=matches[right]))
    found.extend(SectionChange(status="dropped", before=one[left]) for left in waiting)
    return tuple(found)


def _match(one: SectionSide, other: SectionSide, score: float) -> Match:
    rule = "same_heading" if _key(one) == _key(other) else "alike_heading"
    return Match(score=round(min(1.0, score), 3), rule=rule, doubtful=score < _SURE)


def _by_role(
    one: Sequence[SectionSide], other: Sequence[SectionSide], lefts: set[int], rights: set[int]
) -> Iterator[tuple[int, int]]:
    """Sections under other headings that are the only ones left of their role and level: «TỔ CHỨC THỰC HIỆN» and
    «ĐIỀU KHOẢN THI HÀNH»."""
    sides = [
        [(place, section.role, section.depth) for place, section in enumerate(sections) if place not in taken]
        for sections, taken in ((one, lefts), (other, rights))
    ]
    for left, role, depth in sides[0]:
        same = [[place for place, *what in side if what == [role, depth]] for side in sides]
        if role is not None and [len(places) for places in same] == [1, 1]:
            yield left, same[1][0]


def _titled(document: Document) -> Iterator[SectionSide]:
    for node in (*document.preamble, *document.body, *document.closing, *document.attachments):
        yield from _descend(node, 1)


def _descend(node: Block | Division | Attachment, depth: int) -> Iterator[SectionSide]:
    if isinstance(node, Block):
        return
    if node.heading is not None and node.heading.text.strip():
        yield SectionSide(
            id=node.id,
            label=node.label,
            heading=node.heading.text,
            role=node.role if isinstance(node, Division) else None,
            depth=depth,
            span=node.span,
        )
        depth += 1
    for child in node.content:
        yield from _descend(child, depth)


def _key(section: SectionSide) -> str:
    return fold(section.heading).strip(" .:;,*")


def _sorted_words(section: SectionSide) -> str:
    return " ".join(sorted(_key(section).split()))


def _scores(one: Sequence[SectionSide], other: Sequence[SectionSide]) -> dict[tuple[int, int], float]:
    """Likeness of the headings, with what role, depth and place add or take."""
    from rapidfuzz.fuzz import ratio

    keys = [_sorted_words(section) for section in one], [_sorted_words(section) for section in other]
    scores: dict[tuple[int, int], float] = {}
    for left, first in enumerate(one):
        for right, second in enumerate(other):
            score = ratio(keys[0][left], keys[1][right], score_cutoff=45) / 100
            if first.role and second.role:
                score += 0.12 if first.role == second.role else -0.2
            score -= 0.05 * min(3, abs(first.depth - second.depth))
            score -= 0.04 * abs(left / len(one) - right / len(other))
            if score >= _ACCEPTED:
                scores[left, right] = score
    return scores
