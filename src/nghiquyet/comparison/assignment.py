"""One-to-one assignment: of all ways to pair two lists, the one with the greatest total score."""

from collections.abc import Iterator, Mapping

Pair = tuple[int, int]


def best_pairs(scores: Mapping[Pair, float]) -> list[Pair]:
    """The pairs, each index used once on its side, whose scores add up to most; in order of the first index.

    Only pairs in ``scores`` are made. Groups that share no candidate are solved apart, so that the matrices stay small.
    """
    chosen: list[Pair] = []
    for lefts, rights in _groups(scores):
        if len(lefts) == 1 or len(rights) == 1:
            pairs = [(left, right) for left in lefts for right in rights if (left, right) in scores]
            chosen.append(max(pairs, key=lambda pair: (scores[pair], -pair[0], -pair[1])))
        else:
            chosen += _solved(lefts, rights, scores)
    return sorted(chosen)


def _groups(scores: Mapping[Pair, float]) -> Iterator[tuple[list[int], list[int]]]:
    by_left: dict[int, list[int]] = {}
    by_right: dict[int, list[int]] = {}
    for left, right in scores:
        by_left.setdefault(left, []).append(right)
        by_right.setdefault(right, []).append(left)
    seen: set[int] = set()
    for first in sorted(by_left):
        if first in seen:
            continue
        lefts, rights, waiting = {first}, set[int](), [first]
        while waiting:
            for right in by_left[waiting.pop()]:
                if right not in rights:
                    rights.add(right)
                    fresh = set(by_right[right]) - lefts
                    lefts |= fresh
                    waiting += fresh
        seen |= lefts
        yield sorted(lefts), sorted(rights)


def _solved(lefts: list[int], rights: list[int], scores: Mapping[Pair, float]) -> list[Pair]:
    from munkres import Munkres

    # Whole numbers: the method subtracts costs until they are exactly zero.
    costs = [[-round(scores.get((left, right), 0.0) * 1_000_000) for right in rights] for left in lefts]
    solved = [(lefts[row], rights[column]) for row, column in Munkres().compute(costs)]
    return [pair for pair in solved if pair in scores]
