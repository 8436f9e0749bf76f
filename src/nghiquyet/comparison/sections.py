"""Sections of two resolutions matched by what they are for and what they are called."""

from collections.abc import Iterator, Sequence

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import Match, SectionChange, SectionSide
from nghiquyet.model import Attachment, Block, Division, Document
from nghiquyet.text.vietnamese import fold

_ACCEPTED, _SURE = 0.68, 0.78


def compare_sections(before: Document, after: Document) -> tuple[SectionChange, ...]:
    """Titled divisions in the order of the later text, dropped ones at the end of what they stood behind."""
    one, other = list(_titled(before)), list(_titled(after))
    scores = _scores(one, other)
    partner = {right: left for left, right in best_pairs(scores)}
    taken = set(partner.values())
    found: list[SectionChange] = []
    waiting = [left for left in range(len(one)) if left not in taken]
    for right, section in enumerate(other):
        left = partner.get(right)
        if left is None:
            found.append(SectionChange(status="added", after=section))
            continue
        while waiting and waiting[0] < left:
            found.append(SectionChange(status="dropped", before=one[waiting.pop(0)]))
        score = min(1.0, scores[left, right])
        same = _key(one[left]) == _key(section)
        match = Match(score=round(score, 3), rule="same_heading" if same else "alike_heading", doubtful=score < _SURE)
        found.append(SectionChange(status="matched", before=one[left], after=section, match=match))
    found.extend(SectionChange(status="dropped", before=one[left]) for left in waiting)
    return tuple(found)


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


def _scores(one: Sequence[SectionSide], other: Sequence[SectionSide]) -> dict[tuple[int, int], float]:
    """Likeness of the headings, with what role, depth and place add or take."""
    from rapidfuzz.fuzz import token_sort_ratio

    keys = [_key(section) for section in one], [_key(section) for section in other]
    scores: dict[tuple[int, int], float] = {}
    for left, first in enumerate(one):
        for right, second in enumerate(other):
            score = token_sort_ratio(keys[0][left], keys[1][right], score_cutoff=45) / 100
            if first.role and second.role:
                score += 0.12 if first.role == second.role else -0.2
            score -= 0.05 * min(3, abs(first.depth - second.depth))
            score -= 0.04 * abs(left / len(one) - right / len(other))
            if score >= _ACCEPTED:
                scores[left, right] = score
    return scores
